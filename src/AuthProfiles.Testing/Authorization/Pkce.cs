using System.Security.Cryptography;
using System.Text;
using AuthProfiles.Testing.Text;

namespace AuthProfiles.Testing.Authorization;

/// <summary>Proof Key for Code Exchange, with S256 alone (RFC 7636).</summary>
internal static class Pkce
{
    public const string Method = "S256";

    public static bool IsChallenge(string text) => text.Length == 43 && Base64Url.TryDecode(text, out _);

    /// <summary>Says whether a verifier is one (section 4.1) and belongs to the challenge.</summary>
    public static bool Matches(string challenge, string? verifier) =>
        verifier is { Length: >= 43 and <= 128 }
        && verifier.All(static character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_' or '~')
        && string.Equals(challenge, Base64Url.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))), StringComparison.Ordinal);
}
