using System.Text;
using System.Text.Json.Nodes;
using AuthProfiles.Testing.Text;

namespace AuthProfiles.Testing.Authorization;

/// <summary>Who consented, signed (OpenID Connect Core, section 2).</summary>
internal static class IdToken
{
    public static string Write(string issuer, GrantedAccess access, DateTimeOffset now, TimeSpan lifetime)
    {
        var user = access.UserName!;
        var claims = new JsonObject
        {
            ["iss"] = issuer,
            ["sub"] = user,
            ["aud"] = access.ClientId,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + lifetime).ToUnixTimeSeconds(),
            ["preferred_username"] = user,
            ["email"] = user.Contains('@', StringComparison.Ordinal) ? user : user + "@example.com",
        };
        if (access.Nonce is { } nonce)
        {
            claims["nonce"] = nonce;
        }

        var header = new JsonObject { ["alg"] = ServerKey.Algorithm, ["typ"] = "JWT", ["kid"] = ServerKey.Id };
        var signed = $"{Encode(header)}.{Encode(claims)}";
        return $"{signed}.{Base64Url.Encode(ServerKey.Sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Encode(JsonObject value) => Base64Url.Encode(Encoding.UTF8.GetBytes(value.ToJsonString()));
}
