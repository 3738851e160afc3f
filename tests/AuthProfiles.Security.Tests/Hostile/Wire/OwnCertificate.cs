using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AuthProfiles.Security.Tests.Hostile.Wire;

/// <summary>The certificate of every host that the tests make up.</summary>
internal static class OwnCertificate
{
    public const string Subject = "CN=hostile.test";

    public static X509Certificate2 Value { get; } = Sign();

    private static X509Certificate2 Sign()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var signed = new CertificateRequest(Subject, key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(signed.Export(X509ContentType.Pfx), password: null);
    }
}
