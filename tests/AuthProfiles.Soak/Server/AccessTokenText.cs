using System.Security.Cryptography;

namespace AuthProfiles.Soak.Server;

/// <summary>The access tokens of the server.</summary>
internal static class AccessTokenText
{
    public static string Make() => $"at.{RandomNumberGenerator.GetHexString(24, lowercase: true)}";
}
