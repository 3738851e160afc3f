using System.Diagnostics;
using System.Security.Cryptography;

namespace AuthProfiles.OAuth;

/// <summary>A private key as its text gives it.</summary>
/// <param name="Key">The key, RSA or ECDSA. It frees itself when it is collected.</param>
[DebuggerDisplay("[redacted]")]
internal sealed record PrivateKey([property: DebuggerBrowsable(DebuggerBrowsableState.Never)] AsymmetricAlgorithm Key)
{
    /// <summary>Gets the key's name, or null.</summary>
    public string? Id { get; init; }

    /// <summary>Gets the algorithm that the key is meant for, or null.</summary>
    public string? Algorithm { get; init; }

    /// <summary>Gets the SHA-256 thumbprint of the key's certificate in base64url, or null.</summary>
    public string? CertificateThumbprint { get; init; }

    /// <summary>Makes a key of one kind, or null where the platform finds that it is none.</summary>
    /// <param name="create">Makes a new key of that kind.</param>
    /// <param name="import">Gives it its value.</param>
    public static PrivateKey? TryImport<TKey>(Func<TKey> create, Action<TKey> import)
        where TKey : AsymmetricAlgorithm
    {
        var key = create();
        try
        {
            import(key);
            return new(key);
        }
        catch (CryptographicException)
        {
            key.Dispose();
            return null;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => "[redacted]";
}
