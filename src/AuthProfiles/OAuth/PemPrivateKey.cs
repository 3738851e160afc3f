using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AuthProfiles.OAuth;

/// <summary>Reads a private key from PEM (RFC 7468): PKCS#8, PKCS#1 or SEC1, with or without the key's certificate.</summary>
internal static class PemPrivateKey
{
    private const string CertificateLabel = "CERTIFICATE";
    private const string Encrypted = "its private key is encrypted; give it unencrypted, and keep it where secrets are kept";

    /// <summary>Says whether a text is meant as PEM.</summary>
    public static bool Is(string text) => text.Contains("-----BEGIN ", StringComparison.Ordinal);

    /// <summary>Reads the key.</summary>
    /// <exception cref="FormatException">There is not exactly one private key that can be used. The message has nothing of the text.</exception>
    public static PrivateKey Read(string text)
    {
        // A variable of the environment often has \n in the place of line breaks. No PEM has a backslash of its own.
        var blocks = Blocks(text.Replace("\\r", "\r", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal));
        var keys = blocks.FindAll(static block => block.Label.EndsWith("PRIVATE KEY", StringComparison.Ordinal));
        var key = keys switch
        {
            [var (label, data)] => Read(label, data),
            [] when text.Contains("ENCRYPTED", StringComparison.Ordinal) => throw new FormatException(Encrypted),
            [] => throw new FormatException("its PEM text is broken or has no private key; give the whole text, from BEGIN to END"),
            _ => throw new FormatException("its PEM text has more than one private key"),
        };
        return key with { CertificateThumbprint = Thumbprint(key.Key, blocks) };
    }

    private static List<(string Label, byte[] Data)> Blocks(string text)
    {
        var blocks = new List<(string, byte[])>();
        for (var rest = text.AsSpan(); PemEncoding.TryFind(rest, out var fields); rest = rest[fields.Location.End..])
        {
            var data = new byte[fields.DecodedDataLength];
            Convert.TryFromBase64Chars(rest[fields.Base64Data], data, out _);
            blocks.Add((rest[fields.Label].ToString(), data));
        }

        return blocks;
    }

    private static PrivateKey Read(string label, byte[] data)
    {
        var key = label switch
        {
            // It does not say from outside which kind of key is in it.
            "PRIVATE KEY" =>
                PrivateKey.TryImport(RSA.Create, rsa => rsa.ImportPkcs8PrivateKey(data, out _))
                ?? PrivateKey.TryImport(ECDsa.Create, ec => ec.ImportPkcs8PrivateKey(data, out _)),
            "RSA PRIVATE KEY" => PrivateKey.TryImport(RSA.Create, rsa => rsa.ImportRSAPrivateKey(data, out _)),
            "EC PRIVATE KEY" => PrivateKey.TryImport(ECDsa.Create, ec => ec.ImportECPrivateKey(data, out _)),
            "ENCRYPTED PRIVATE KEY" => throw new FormatException(Encrypted),
            _ => throw new FormatException("its private key is in a form other than PKCS#8, PKCS#1 and SEC1 (PRIVATE KEY, RSA PRIVATE KEY, EC PRIVATE KEY); convert it with: openssl pkey"),
        };
        return key ?? throw new FormatException("its private key is broken, or neither an RSA key nor one of a known curve");
    }

    // A file may have the whole chain in any order; the certificate meant is the one of the key.
    private static string? Thumbprint(AsymmetricAlgorithm key, List<(string Label, byte[] Data)> blocks)
    {
        var certificates = blocks.FindAll(static block => block.Label == CertificateLabel);
        if (certificates.Count == 0)
        {
            return null;
        }

        var own = key.ExportSubjectPublicKeyInfo();
        var found = certificates.Find(certificate => PublicKey(certificate.Data).AsSpan().SequenceEqual(own)).Data
            ?? throw new FormatException("none of the certificates in its PEM text belongs to its private key");
        return Base64Url.Encode(SHA256.HashData(found));
    }

    // Nothing where the certificate is broken: then it belongs to no key.
    private static byte[] PublicKey(byte[] data)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(PemEncoding.Write(CertificateLabel, data));
            return certificate.PublicKey.ExportSubjectPublicKeyInfo();
        }
        catch (CryptographicException)
        {
            return [];
        }
    }
}
