namespace AuthProfiles.Testing.Authorization;

/// <summary>Where a client may have its users sent back to.</summary>
internal static class RedirectRules
{
    /// <summary>Says whether an address is one of those registered, character by character; of a loopback address the port is free (RFC 8252, section 7.3).</summary>
    /// <param name="address">What the request says.</param>
    /// <param name="registered">What is registered; nothing: anything that is safe.</param>
    public static bool Allow(string address, IReadOnlyCollection<string> registered)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || address.Contains('#', StringComparison.Ordinal))
        {
            return false;
        }

        return registered.Count == 0
            ? uri.Scheme == Uri.UriSchemeHttps || IsLoopback(uri) || uri.Scheme.Contains('.', StringComparison.Ordinal)
            : registered.Any(known => string.Equals(known, address, StringComparison.Ordinal) || IsSameButPort(known, uri));
    }

    private static bool IsSameButPort(string known, Uri uri) =>
        Uri.TryCreate(known, UriKind.Absolute, out var other) && IsLoopback(other) && IsLoopback(uri)
        && string.Equals(other.Host, uri.Host, StringComparison.Ordinal)
        && string.Equals(other.PathAndQuery, uri.PathAndQuery, StringComparison.Ordinal);

    private static bool IsLoopback(Uri uri) => uri.Scheme == Uri.UriSchemeHttp && uri.UserInfo.Length == 0 && uri.Host is "127.0.0.1" or "[::1]" or "localhost";
}
