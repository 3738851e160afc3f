using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using System.Web;

namespace AuthProfiles.LiveTests.Infrastructure;

/// <summary>What a user granted to another program, which knows nothing of profiles: the code flow by hand.</summary>
internal sealed record ForeignGrant(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("refresh_token")] string RefreshToken)
{
    private static readonly Uri Callback = new("http://127.0.0.1:49152/callback");

    public static async Task<ForeignGrant> ObtainAsync(Idp idp, string client, string user = "user-1", string scope = "openid read")
    {
        var verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        using var browser = new Browser();
        var callback = await browser.FollowAsync(
            new($"{idp.Address("auth")}?response_type=code&client_id={client}&redirect_uri={Uri.EscapeDataString(Callback.AbsoluteUri)}&scope={Uri.EscapeDataString(scope)}&login_hint={user}&code_challenge={challenge}&code_challenge_method=S256"),
            Callback);
        using var answer = await AskAsync(idp, client, new()
        {
            ["grant_type"] = "authorization_code",
            ["code"] = HttpUtility.ParseQueryString(callback.Query)["code"] ?? throw new HttpRequestException(callback.Query),
            ["redirect_uri"] = Callback.AbsoluteUri,
            ["code_verifier"] = verifier,
        });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<ForeignGrant>())!;
    }

    /// <summary>Redeems a refresh token as a thief would.</summary>
    public static Task<HttpResponseMessage> RedeemAsync(Idp idp, string client, string refreshToken) =>
        AskAsync(idp, client, new() { ["grant_type"] = "refresh_token", ["refresh_token"] = refreshToken });

    private static async Task<HttpResponseMessage> AskAsync(Idp idp, string client, Dictionary<string, string> parameters)
    {
        using var http = new HttpClient();
        if (idp.Fixture[client].Secret is { } secret)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{client}:{secret}")));
        }
        else
        {
            parameters["client_id"] = client;
        }

        return await http.PostAsync(idp.TokenUrl, new FormUrlEncodedContent(parameters));
    }
}
