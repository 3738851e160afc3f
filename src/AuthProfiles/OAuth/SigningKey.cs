using System.Diagnostics;

namespace AuthProfiles.OAuth;

/// <summary>What signs a JWT, and what its header says about it (RFC 7515, section 4.1).</summary>
/// <remarks>Immutable and thread-safe. It prints its algorithm only.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
internal sealed class SigningKey(ISigner signer)
{
    /// <summary>Gets the algorithm's name, the header's <c>alg</c>.</summary>
    public string Algorithm => signer.Algorithm;

    /// <summary>Gets the name that the server knows the key by, the header's <c>kid</c>, or null.</summary>
    public string? Id { get; init; }

    /// <summary>Gets the SHA-256 thumbprint of the key's certificate in base64url, the header's <c>x5t#S256</c>, or null.</summary>
    public string? CertificateThumbprint { get; init; }

    /// <summary>Returns the signature.</summary>
    public byte[] Sign(byte[] data) => signer.Sign(data);

    /// <inheritdoc/>
    public override string ToString() => $"{Algorithm} key";
}
