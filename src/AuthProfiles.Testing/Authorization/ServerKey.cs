using System.Security.Cryptography;
using System.Text.Json.Nodes;
using AuthProfiles.Testing.Text;

namespace AuthProfiles.Testing.Authorization;

/// <summary>The key that ID tokens are signed with: one for the process, made at its first use, since making one takes long.</summary>
internal static class ServerKey
{
    public const string Algorithm = "RS256";
    public const string Id = "local";

    private static readonly object s_gate = new();
    private static readonly Lazy<RSA> s_key = new(static () => RSA.Create(2048));

    public static byte[] Sign(byte[] data)
    {
        lock (s_gate)
        {
            return s_key.Value.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
    }

    /// <summary>The public half (RFC 7517, section 5).</summary>
    public static JsonObject ToKeySet()
    {
        lock (s_gate)
        {
            var key = s_key.Value.ExportParameters(includePrivateParameters: false);
            return new JsonObject
            {
                ["keys"] = new JsonArray(new JsonObject
                {
                    ["kty"] = "RSA",
                    ["use"] = "sig",
                    ["alg"] = Algorithm,
                    ["kid"] = Id,
                    ["n"] = Base64Url.Encode(key.Modulus),
                    ["e"] = Base64Url.Encode(key.Exponent),
                }),
            };
        }
    }
}
