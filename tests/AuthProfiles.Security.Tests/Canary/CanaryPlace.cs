using System.Text;

namespace AuthProfiles.Security.Tests.Canary;

/// <summary>A way in which a service wants its secret, with a profile that has one planted.</summary>
internal sealed record CanaryPlace(string Name, Action<AuthProfilesBuilder, string, CanaryRun> Declare)
{
    public const string Profile = "orders";

    public static CanaryPlace[] All { get; } =
    [
        new("header", static (profiles, url, run) => profiles.AddApiKey(Profile, o => (o.BaseUrl, o.Header, o.Prefix, o.Key) = (url, "x-key", "Key ", run.Plant("API key")))),
        new("bearer", static (profiles, url, run) => profiles.AddBearer(Profile, o => (o.BaseUrl, o.Token) = (url, run.Plant("access token")))),
        new("basic", static (profiles, url, run) => profiles.AddBasic(Profile, o => (o.BaseUrl, o.Username, o.Password) = (url, "mia", run.Plant("password", "+/~=&\"ä")))),
        new("query", static (profiles, url, run) => profiles.AddApiKey(Profile, o => (o.BaseUrl, o.QueryString, o.Key) = (url, "key", run.Plant("API key", "+/~=&\"ä")))),
        new("path", static (profiles, url, run) => Custom(profiles, url, AuthorizationField.PathParam("key", "{{key}}"), run.Plant("API key"))),
        new("payload JSON", static (profiles, url, run) => Custom(profiles, url, AuthorizationField.Payload("/auth/key", "{{key}}"), run.Plant("pin", "+/~=&\"ä"))),
        new("payload form", static (profiles, url, run) => Custom(profiles, url, AuthorizationField.Payload("key", "{{key}}"), run.Plant("pin", "+/~=&\"ä"))),
        new("payload multipart", static (profiles, url, run) => Custom(profiles, url, AuthorizationField.Payload("key", "{{key}}"), run.Plant("pin"))),
        new("delegate", static (profiles, url, run) =>
        {
            var token = run.Plant("access token");
            profiles.AddDelegate(Profile, o => (o.BaseUrl, o.Acquire) = (url, (_, _) => new(Credential.Bearer(token, DateTimeOffset.MaxValue))));
        }),
    ];

    public string Path => Name is "path" ? "items/{key}" : "items/7";

    public HttpRequestMessage Request(string address = "") => new(HttpMethod.Post, address + Path)
    {
        Content = Name switch
        {
            "payload form" => new FormUrlEncodedContent([new("a", "1")]),
            "payload multipart" => new MultipartFormDataContent { { new StringContent("1"), "a" } },
            _ => new StringContent("""{"a":1,"auth":{}}""", Encoding.UTF8, "application/json"),
        },
    };

    public override string ToString() => Name;

    private static void Custom(AuthProfilesBuilder profiles, string url, AuthorizationField field, string secret) => profiles.AddCustom(Profile, options =>
    {
        options.BaseUrl = url;
        options.AdditionalFields.Add(new("key"));
        options.AuthorizationFields.Add(field);
        options.Inputs["key"] = secret;
    });
}
