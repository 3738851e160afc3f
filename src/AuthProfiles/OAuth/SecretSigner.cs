using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace AuthProfiles.OAuth;

/// <summary>Signs with a shared secret (HS256).</summary>
[DebuggerDisplay("{Algorithm,nq}")]
internal sealed class SecretSigner(SecretValue secret) : ISigner
{
    /// <inheritdoc/>
    public string Algorithm => "HS256";

    /// <inheritdoc/>
    public byte[] Sign(byte[] data) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret.Reveal()), data);
}
