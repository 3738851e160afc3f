namespace AuthProfiles.Verification;

/// <summary>Tells by its name that a value is a secret.</summary>
internal static class SecretNames
{
    private static readonly string[] Endings =
        ["token", "secret", "password", "passphrase", "passwd", "apikey", "accesskey", "privatekey", "subscriptionkey", "assertion", "devicecode", "signature", "authorization", "cookie"];

    /// <summary>Says whether a member or parameter is named like a secret; case, '_' and '-' make no difference.</summary>
    public static bool Contains(ReadOnlySpan<char> name)
    {
        var plain = name.ToString().Replace("_", string.Empty, StringComparison.Ordinal).Replace("-", string.Empty, StringComparison.Ordinal);
        return Array.Exists(Endings, ending => plain.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }
}
