using AuthProfiles.Templates;

namespace AuthProfiles.OAuth;

/// <summary>The rules of addresses that a provider sends people back to.</summary>
internal static class RedirectAddress
{
    /// <summary>What such an address may be, as words that follow "set it to".</summary>
    public const string Allowed = "an absolute address without a fragment, as it is registered at the provider: https, http to loopback, or an app's own scheme such as com.example.app:/callback (RFC 6749, section 3.1.2; RFC 8252, section 7)";

    /// <summary>Reads an address, or returns null where it is none of those.</summary>
    public static Uri? Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && !text.Contains('#', StringComparison.Ordinal)
        && !text.Contains('\\', StringComparison.Ordinal)
        && address.UserInfo.Length == 0
        && (Origin.TryCreate(address, out var origin) ? origin.IsSecure : address.Scheme.Contains('.', StringComparison.Ordinal))
            ? address
            : null;

    /// <summary>Says whether a callback has come to an address: the same up to the query, byte for byte, and with all of the address's own query in its own.</summary>
    /// <remarks>Nothing is normalised: a provider compares simply (RFC 6749, section 3.1.2.3), and so do we.</remarks>
    public static bool IsOf(string redirectUri, Uri callback)
    {
        var (registered, own) = Split(redirectUri);
        var (came, query) = Split(callback.OriginalString);
        return string.Equals(registered, came, StringComparison.Ordinal) && !own.Except(query, StringComparer.Ordinal).Any();
    }

    private static (string Address, string[] Query) Split(string text)
    {
        var query = text.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? (text, []) : (text[..query], text[(query + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries));
    }
}
