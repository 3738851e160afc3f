using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AuthProfiles.Testing.Authorization;

/// <summary>Public keys as PEM (RFC 7468, section 13).</summary>
internal static class PublicKeyPem
{
    public const string Expected = "The key is no public key of RSA or an elliptic curve as PEM: give what begins with BEGIN PUBLIC KEY, such as ExportSubjectPublicKeyInfoPem returns.";

    public static bool IsValid(string pem)
    {
        try
        {
            using var rsa = Read(pem).GetRSAPublicKey();
            using var curve = rsa is null ? Read(pem).GetECDsaPublicKey() : null;
            return rsa is not null || curve is not null;
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException or FormatException)
        {
            return false;
        }
    }

    public static PublicKey Read(string pem)
    {
        var fields = PemEncoding.Find(pem);
        return pem[fields.Label] is "PUBLIC KEY"
            ? PublicKey.CreateFromSubjectPublicKeyInfo(Convert.FromBase64String(pem[fields.Base64Data]), out _)
            : throw new ArgumentException(Expected, nameof(pem));
    }
}
