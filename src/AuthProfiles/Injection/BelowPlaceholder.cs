using AuthProfiles.Templates;

namespace AuthProfiles.Injection;

/// <summary>Addresses below the placeholder, which stands for a base address that is not known before the connection is.</summary>
internal static class BelowPlaceholder
{
    public static bool Contains(Uri address) => string.Equals(address.Host, PlaceholderAddress.Host, StringComparison.Ordinal);

    /// <summary>Moves a request's address from below the placeholder to below the connection's base address, as a client joins the two.</summary>
    public static Uri Expand(Uri address, Uri placeholder, Uri baseAddress)
    {
        // The path as the caller gave it: a Uri has kept its escapes.
        var path = address.AbsolutePath;
        var prefix = placeholder.AbsolutePath;
        var whole = baseAddress.AbsolutePath;

        // Where the placeholder ends before the first value of the path, what the caller gave goes on behind the last slash of the base address.
        var isCut = !string.Equals(prefix, whole, StringComparison.Ordinal) && path.StartsWith(prefix, StringComparison.Ordinal);
        var joined = isCut ? string.Concat(whole.AsSpan(0, whole.LastIndexOf('/') + 1), path.AsSpan(prefix.Length)) : path;
        return new Uri(string.Concat(baseAddress.GetLeftPart(UriPartial.Authority), joined, address.Query, address.Fragment));
    }
}
