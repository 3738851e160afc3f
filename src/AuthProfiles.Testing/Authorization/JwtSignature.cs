using System.Security.Cryptography;
using System.Text;

namespace AuthProfiles.Testing.Authorization;

/// <summary>Checks signatures (RFC 7518, section 3.1): HS, RS, PS and ES with SHA-256, SHA-384 and SHA-512, and never <c>none</c>.</summary>
internal static class JwtSignature
{
    public static bool IsKnown(Jwt jwt) => IsSymmetric(jwt) || (HashOf(jwt) is not null && jwt.Algorithm[..2] is "RS" or "PS" or "ES");

    public static bool IsSymmetric(Jwt jwt) => HashOf(jwt) is not null && jwt.Algorithm.StartsWith("HS", StringComparison.Ordinal);

    public static bool IsBy(Jwt jwt, SecretValue secret)
    {
        if (!IsSymmetric(jwt))
        {
            return false;
        }

        var key = Encoding.UTF8.GetBytes(secret.Reveal());
        var expected = jwt.Algorithm switch
        {
            "HS256" => HMACSHA256.HashData(key, jwt.Signed),
            "HS384" => HMACSHA384.HashData(key, jwt.Signed),
            _ => HMACSHA512.HashData(key, jwt.Signed),
        };
        return CryptographicOperations.FixedTimeEquals(expected, jwt.Signature);
    }

    public static bool IsBy(Jwt jwt, string publicKeyPem)
    {
        if (HashOf(jwt) is not { } hash)
        {
            return false;
        }

        var key = PublicKeyPem.Read(publicKeyPem);
        if (jwt.Algorithm.StartsWith("ES", StringComparison.Ordinal))
        {
            using var curve = key.GetECDsaPublicKey();
            return curve?.VerifyData(jwt.Signed, jwt.Signature, hash) ?? false;
        }

        var padding = jwt.Algorithm[..2] switch { "RS" => RSASignaturePadding.Pkcs1, "PS" => RSASignaturePadding.Pss, _ => null };
        using var rsa = padding is null ? null : key.GetRSAPublicKey();
        return rsa?.VerifyData(jwt.Signed, jwt.Signature, hash, padding!) ?? false;
    }

    private static HashAlgorithmName? HashOf(Jwt jwt) => jwt.Algorithm switch
    {
        [_, 'S', '2', '5', '6'] => HashAlgorithmName.SHA256,
        [_, 'S', '3', '8', '4'] => HashAlgorithmName.SHA384,
        [_, 'S', '5', '1', '2'] => HashAlgorithmName.SHA512,
        _ => null,
    };
}
