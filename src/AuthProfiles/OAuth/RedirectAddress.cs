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

    /// <summary>Returns the text that browsers make of an address: without its scheme's own port, the host in lower case and ASCII, the path escaped and never empty.</summary>
    public static string Canonical(Uri address) =>
        address.Host.Length == 0 ? address.AbsoluteUri : new UriBuilder(address) { Host = address.IdnHost }.Uri.AbsoluteUri;

    /// <summary>Says whether a callback has come to an address: the same up to the query, byte for byte, and with all of the address's own query in its own.</summary>
    /// <remarks>
    /// The callback is never normalised. The address is good as it was written, which is what the provider is told (RFC 6749,
    /// section 3.1.2.3), and as browsers write it when they follow it.
    /// </remarks>
    public static bool IsOf(string redirectUri, Uri callback) =>
        IsAt(redirectUri, callback.OriginalString) || IsAt(Canonical(new(redirectUri)), callback.OriginalString);

    private static bool IsAt(string address, string callback)
    {
        var (registered, own) = Split(address);
        var (came, query) = Split(callback);
        return string.Equals(registered, came, StringComparison.Ordinal) && !own.Except(query, StringComparer.Ordinal).Any();
    }

    private static (string Address, string[] Query) Split(string text)
    {
        var query = text.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? (text, []) : (text[..query], text[(query + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries));
    }
}
