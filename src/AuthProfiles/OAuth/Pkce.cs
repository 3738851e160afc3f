using System.Security.Cryptography;
using System.Text;

namespace AuthProfiles.OAuth;

/// <summary>Proof Key for Code Exchange (RFC 7636), with S256 and nothing else.</summary>
internal static class Pkce
{
    public const string Method = "S256";

    /// <summary>Makes a verifier of 256 bits: 43 characters.</summary>
    public static string CreateVerifier() => Base64Url.Encode(RandomNumberGenerator.GetBytes(32));

    /// <summary>Returns the challenge of a verifier (section 4.2).</summary>
    public static string ChallengeOf(string verifier) => Base64Url.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
}
