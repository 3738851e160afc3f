using System.Globalization;
using System.Security.Cryptography;

namespace AuthProfiles.Soak.Server;

/// <summary>The refresh tokens of the server, which tell their family and generation to whoever may see them.</summary>
internal static class RefreshTokenText
{
    public static string Make(int family, int generation) =>
        string.Create(CultureInfo.InvariantCulture, $"rt.{family}.{generation}.{RandomNumberGenerator.GetHexString(16, lowercase: true)}");

    public static (int Family, int Generation)? Parse(string? text) =>
        text?.Split('.') is ["rt", var family, var generation, _]
        && int.TryParse(family, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && int.TryParse(generation, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (id, number)
            : null;
}
