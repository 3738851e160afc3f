using System.Collections.Frozen;
using System.Diagnostics;
using System.Security.Cryptography;

namespace AuthProfiles.OAuth;

/// <summary>Signs with an RSA key (RS256 to RS512, PS256 to PS512).</summary>
[DebuggerDisplay("{Algorithm,nq}")]
internal sealed class RsaSigner : ISigner
{
    /// <summary>The fewest bits that a key has (RFC 7518, section 3.3).</summary>
    private const int FewestBits = 2048;

    private const string Default = "RS256";

    private static readonly FrozenDictionary<string, (HashAlgorithmName Hash, RSASignaturePadding Padding)> Algorithms =
        new Dictionary<string, (HashAlgorithmName, RSASignaturePadding)>(StringComparer.Ordinal)
        {
            [Default] = (HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            ["RS384"] = (HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
            ["RS512"] = (HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            ["PS256"] = (HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            ["PS384"] = (HashAlgorithmName.SHA384, RSASignaturePadding.Pss),
            ["PS512"] = (HashAlgorithmName.SHA512, RSASignaturePadding.Pss),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly RSA _key;

    private readonly HashAlgorithmName _hash;
    private readonly RSASignaturePadding _padding;

    /// <summary>Initializes a new instance of the <see cref="RsaSigner"/> class.</summary>
    /// <param name="key">The key, which is this signer's from now on. It frees itself when the signer is collected.</param>
    /// <param name="algorithm">The algorithm's name, or null for RS256.</param>
    /// <exception cref="FormatException">Key and algorithm do not fit, or the key is too short.</exception>
    public RsaSigner(RSA key, string? algorithm)
    {
        if (key.KeySize < FewestBits)
        {
            throw new FormatException("it is an RSA key of fewer than 2,048 bits, which is too weak (RFC 7518, section 3.3)");
        }

        Algorithm = algorithm ?? Default;
        (_hash, _padding) = Algorithms.TryGetValue(Algorithm, out var found)
            ? found
            : throw new FormatException("it is an RSA key, whose algorithm is RS256, RS384, RS512, PS256, PS384 or PS512");
        _key = key;
    }

    /// <inheritdoc/>
    public string Algorithm { get; }

    /// <inheritdoc/>
    public byte[] Sign(byte[] data)
    {
        // The platform does not promise that one key can sign on several threads, and a key of its own for each signature takes three times as long.
        lock (_key)
        {
            return _key.SignData(data, _hash, _padding);
        }
    }
}
