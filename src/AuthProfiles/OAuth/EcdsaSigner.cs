using System.Collections.Immutable;
using System.Diagnostics;
using System.Security.Cryptography;

namespace AuthProfiles.OAuth;

/// <summary>Signs with an elliptic-curve key; the curve decides the algorithm (ES256, ES384 or ES512; RFC 7518, section 3.4).</summary>
[DebuggerDisplay("{Algorithm,nq}")]
internal sealed class EcdsaSigner : ISigner
{
    private static readonly ImmutableArray<(string Curve, string Algorithm, HashAlgorithmName Hash)> Curves =
    [
        ("1.2.840.10045.3.1.7", "ES256", HashAlgorithmName.SHA256),
        ("1.3.132.0.34", "ES384", HashAlgorithmName.SHA384),
        ("1.3.132.0.35", "ES512", HashAlgorithmName.SHA512),
    ];

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly ECDsa _key;

    private readonly HashAlgorithmName _hash;

    /// <summary>Initializes a new instance of the <see cref="EcdsaSigner"/> class.</summary>
    /// <param name="key">The key, which is this signer's from now on. It frees itself when the signer is collected.</param>
    /// <param name="algorithm">The algorithm's name, or null for the curve's.</param>
    /// <exception cref="FormatException">Key and algorithm do not fit, or the curve is none of the three.</exception>
    public EcdsaSigner(ECDsa key, string? algorithm)
    {
        // Not by its size: other curves have 256 bits too.
        var curve = key.ExportParameters(includePrivateParameters: false).Curve;
        (_, Algorithm, _hash) = Curves.FirstOrDefault(known => curve.IsNamed && string.Equals(known.Curve, curve.Oid.Value, StringComparison.Ordinal));
        if (Algorithm is null)
        {
            throw new FormatException("it is a key of a curve other than P-256, P-384 and P-521");
        }

        if (algorithm is not null && !string.Equals(algorithm, Algorithm, StringComparison.Ordinal))
        {
            throw new FormatException($"it is a key whose algorithm is {Algorithm}, and another one is set");
        }

        _key = key;
    }

    /// <inheritdoc/>
    public string Algorithm { get; }

    /// <inheritdoc/>
    public byte[] Sign(byte[] data)
    {
        // As with RSA: nobody promises that one key can sign on several threads.
        lock (_key)
        {
            return _key.SignData(data, _hash);
        }
    }
}
