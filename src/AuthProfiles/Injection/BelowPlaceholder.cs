namespace AuthProfiles.Injection;

/// <summary>Addresses below the placeholder, which stands for a base address that is not known before the connection is.</summary>
internal static class BelowPlaceholder
{
    private const string Host = "tenant-missing.invalid";

    public static bool Contains(Uri address) => string.Equals(address.Host, Host, StringComparison.Ordinal);

    /// <summary>Moves a request's address from below the placeholder to below the connection's base address.</summary>
    public static Uri Expand(Uri address, Uri placeholder, Uri baseAddress)
    {
        // The path as the caller gave it: a Uri has kept its escapes.
        var path = address.AbsolutePath;
        var prefix = placeholder.AbsolutePath;
        var rest = path.StartsWith(prefix, StringComparison.Ordinal) ? path[prefix.Length..] : path[1..];
        return new Uri(string.Concat(baseAddress.GetLeftPart(UriPartial.Path), rest, address.Query, address.Fragment));
    }
}
