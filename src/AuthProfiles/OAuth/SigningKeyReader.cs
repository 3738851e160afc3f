using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace AuthProfiles.OAuth;

/// <summary>Reads signing keys from the texts that settings have: PEM or a JSON Web Key. A key is kept as long as its text.</summary>
/// <remarks>Thread-safe.</remarks>
/// <param name="id">The name that the server knows the key by, or null for the one that a JSON Web Key gives itself.</param>
/// <param name="algorithm">The algorithm (RFC 7518, section 3.1), or null for the one that the key gives itself, or else the usual one of its kind.</param>
internal sealed class SigningKeyReader(string? id = null, string? algorithm = null)
{
    // By instance. Reading takes milliseconds, because the platform checks the numbers of an RSA key.
    private readonly ConditionalWeakTable<SecretValue, SigningKey> _keys = new();

    /// <summary>Reads a key, or returns the one that was read before from the same instance.</summary>
    /// <param name="text">The key's text.</param>
    /// <param name="key">The key.</param>
    /// <param name="fault">Why the text can't be used, as the end of a sentence; it has nothing of the text.</param>
    public bool TryRead(SecretValue text, [NotNullWhen(true)] out SigningKey? key, [NotNullWhen(false)] out string? fault)
    {
        try
        {
            (key, fault) = (_keys.GetValue(text, Read), null);
            return true;
        }
        catch (FormatException error)
        {
            (key, fault) = (null, error.Message);
            return false;
        }
    }

    private SigningKey Read(SecretValue secret)
    {
        var text = secret.Reveal();
        var read = PemPrivateKey.Is(text) ? PemPrivateKey.Read(text)
            : JwkPrivateKey.Is(text) ? JwkPrivateKey.Read(text)
            : throw new FormatException("it is neither PEM nor a JSON Web Key; give the key itself, not the path of its file");
        if (algorithm is not null && read.Algorithm is not null && !string.Equals(algorithm, read.Algorithm, StringComparison.Ordinal))
        {
            throw new FormatException("its JSON Web Key is meant for another algorithm ('alg') than the one that is set");
        }

        var key = new SigningKey(SignerOf(read.Key, algorithm ?? read.Algorithm))
        {
            Id = id ?? read.Id,
            CertificateThumbprint = read.CertificateThumbprint,
        };
        return Signs(key) ? key : throw new FormatException("its private key is broken: it can't sign");
    }

    private static ISigner SignerOf(AsymmetricAlgorithm key, string? algorithm) =>
        key is RSA rsa ? new RsaSigner(rsa, algorithm) : new EcdsaSigner((ECDsa)key, algorithm);

    // Some platforms look at a key's numbers only when it signs, and that should not be in the middle of the night.
    private static bool Signs(SigningKey key)
    {
        try
        {
            return key.Sign([]).Length > 0;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
