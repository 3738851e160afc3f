using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AuthProfiles.Testing;

/// <summary>Requests as a program without the product would write them.</summary>
internal static class Wire
{
    public const string ZendeskTokenUrl = "https://acme.zendesk.com/oauth/tokens";
    public const string EntraTokenUrl = "https://login.microsoftonline.com/contoso.example/oauth2/v2.0/token";

    public static HttpClient Client(this LocalServices local) => new(local.CreateHandler());

    public static HttpClient TokenClient(this LocalServices local) => new(local.CreateTokenHandler());

    public static HttpRequestMessage Form(string address, params (string Name, string Value)[] values) =>
        new(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(values.Select(value => KeyValuePair.Create(value.Name, value.Value))) };

    public static HttpRequestMessage ClientCredentials(string address, string scope, string secret = "s3cret", params (string Name, string Value)[] more) =>
        Form(address, [("grant_type", "client_credentials"), ("client_id", "app"), ("client_secret", secret), ("scope", scope), .. more]);

    public static async Task<string> TokenAsync(this LocalServices local, string address, string scope)
    {
        using var client = local.TokenClient();
        using var response = await client.SendAsync(ClientCredentials(address, scope));
        return (string)(await response.JsonAsync())["access_token"]!;
    }

    public static AuthenticationHeaderValue Basic(string userName, string password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{userName}:{password}")));

    public static HttpRequestMessage Request(HttpMethod method, string address, JsonNode? body = null, AuthenticationHeaderValue? authorization = null)
    {
        var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = authorization;
        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        return request;
    }

    public static async Task<JsonObject> JsonAsync(this HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return JsonSerializer.Deserialize<JsonObject>(text)!;
    }
}
