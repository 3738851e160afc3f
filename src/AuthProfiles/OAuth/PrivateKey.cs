using System.Diagnostics;
using System.Security.Cryptography;

namespace AuthProfiles.OAuth;

/// <summary>A private key as its text gives it.</summary>
/// <param name="key">The key: RSA or ECDSA.</param>
[DebuggerDisplay("[redacted]")]
internal sealed class PrivateKey(AsymmetricAlgorithm key)
{
    /// <summary>Gets the key. It frees itself when it is collected.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public AsymmetricAlgorithm Key => key;

    /// <summary>Gets the key's name, or null.</summary>
    public string? Id { get; init; }

    /// <summary>Gets the algorithm that the key is meant for, or null.</summary>
    public string? Algorithm { get; init; }

    /// <summary>Gets the SHA-256 thumbprint of the key's certificate in base64url, or null.</summary>
    public string? CertificateThumbprint { get; init; }

    /// <summary>Makes a key of one kind, or null where the platform finds that it is none.</summary>
    /// <param name="key">A new key of that kind.</param>
    /// <param name="import">Gives it its value.</param>
    public static AsymmetricAlgorithm? TryImport<TKey>(TKey key, Action<TKey> import)
        where TKey : AsymmetricAlgorithm
    {
        try
        {
            import(key);
            return key;
        }
        catch (CryptographicException)
        {
            key.Dispose();
            return null;
        }
    }
}
