using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace AuthProfiles.Testing.Authorization;

/// <summary>A server, and a client that speaks to it by plain HTTP.</summary>
public abstract class AuthorizationFixture
{
    protected const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    protected const string Challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    protected const string Callback = "https://app.example/callback";
    protected const string AuthorizationUrl = "https://login.orders.example/acme/oauth/authorize";
    protected const string TokenUrl = "https://login.orders.example/acme/oauth/token";

    protected ManualClock Clock { get; private set; } = null!;

    protected LocalAuthorizationServer Server { get; private set; } = null!;

    [SetUp]
    public void Start()
    {
        Clock = new ManualClock();
        Server = new LocalAuthorizationServer(Clock);
    }

    /// <summary>An authorization request that is right; a change replaces a parameter, or with null leaves it out.</summary>
    protected static Uri Authorize(string address = AuthorizationUrl, params (string Name, string? Value)[] changes)
    {
        (string Name, string? Value)[] right =
        [
            ("response_type", "code"), ("client_id", "app"), ("redirect_uri", Callback), ("scope", "orders.read"), ("state", "s-1"),
            ("code_challenge", Challenge), ("code_challenge_method", "S256"),
        ];
        var query = right.Where(pair => !changes.Any(change => change.Name == pair.Name)).Concat(changes).Where(static pair => pair.Value is not null)
            .Select(static pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value!)}");
        return new($"{address}?{string.Join('&', query)}");
    }

    protected static IReadOnlyDictionary<string, string> QueryOf(Uri callback) =>
        callback.Query.TrimStart('?').Split('&').Select(static pair => pair.Split('=')).ToDictionary(static pair => pair[0], static pair => Uri.UnescapeDataString(pair[1]));

    protected static HttpRequestMessage Redemption(string code, string address = TokenUrl, params (string Name, string? Value)[] changes)
    {
        (string Name, string? Value)[] right =
        [
            ("grant_type", "authorization_code"), ("client_id", "app"), ("code", code), ("redirect_uri", Callback), ("code_verifier", Verifier),
        ];
        return Wire.Form(address, [.. right.Where(pair => !changes.Any(change => change.Name == pair.Name)).Concat(changes).Where(static pair => pair.Value is not null).Select(static pair => (pair.Name, pair.Value!))]);
    }

    protected static HttpRequestMessage Renewal(string refreshToken, string client = "app", string address = TokenUrl, params (string Name, string Value)[] more) =>
        Wire.Form(address, [("grant_type", "refresh_token"), ("client_id", client), ("refresh_token", refreshToken), .. more]);

    protected async Task<string> CodeAsync(string address = AuthorizationUrl, params (string Name, string? Value)[] changes) =>
        QueryOf(await Server.ConsentAsync(Authorize(address, changes)))["code"];

    /// <summary>Consents and redeems.</summary>
    protected async Task<JsonObject> TokensAsync(string scope = "orders.read") =>
        await GrantedAsync(Redemption(await CodeAsync(changes: ("scope", scope))));

    protected async Task<JsonObject> GrantedAsync(HttpRequestMessage request)
    {
        using var response = await Server.AnswerAsync(request);
        var answer = await response.JsonAsync();
        Assert.That(response.IsSuccessStatusCode, Is.True, () => $"{(int)response.StatusCode} {answer["error"]}: {answer["error_description"]}");
        return answer;
    }

    /// <summary>Asks, and returns the status and the error code.</summary>
    protected async Task<string> RefusalAsync(HttpRequestMessage request)
    {
        using var response = await Server.AnswerAsync(request);
        return response.StatusCode == HttpStatusCode.OK ? "200" : $"{(int)response.StatusCode} {(await response.JsonAsync())["error"]}";
    }

    protected LocalToken? TokenOf(JsonObject answer) => Server.TryValidate((string)answer["access_token"]!, out var token) ? token : null;

    /// <summary>Writes an assertion with these claims, signed as the algorithm says.</summary>
    protected static string Jwt(string algorithm, JsonObject claims, Func<byte[], byte[]> sign)
    {
        var signed = $"{Encode(Encoding.UTF8.GetBytes($$"""{"alg":"{{algorithm}}","typ":"JWT"}"""))}.{Encode(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
        return $"{signed}.{Encode(sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    protected static string Jwt(ECDsa key, JsonObject claims) => Jwt("ES256", claims, data => key.SignData(data, HashAlgorithmName.SHA256));

    protected static JsonObject ClaimsOf(string jwt) => JsonNode.Parse(Decode(jwt.Split('.')[1]))!.AsObject();

    protected static byte[] Decode(string text) => Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/') + new string('=', (4 - (text.Length % 4)) % 4));

    protected JsonObject Claims(string issuer = "app", string subject = "app", string audience = TokenUrl, double seconds = 120, string? id = "1")
    {
        var claims = new JsonObject { ["iss"] = issuer, ["sub"] = subject, ["aud"] = audience, ["exp"] = (Clock.UtcNow + TimeSpan.FromSeconds(seconds)).ToUnixTimeSeconds() };
        if (id is not null)
        {
            claims["jti"] = id;
        }

        return claims;
    }

    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
