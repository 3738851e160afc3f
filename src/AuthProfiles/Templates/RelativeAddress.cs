using AuthProfiles.Diagnostics;

namespace AuthProfiles.Templates;

/// <summary>Joins a base address and what a caller wrote behind it, so that the base address always stays the base.</summary>
/// <remarks>
/// Resolution after RFC 3986, which <see cref="Uri"/> does, lets an absolute address, <c>//host</c> or a backslash replace the host,
/// and lets a leading slash or "..", or a base without a slash at its end, cut the base's path. Here both paths are put together, with one slash between them.
/// </remarks>
public static class RelativeAddress
{
    /// <summary>Joins a base address and a relative one.</summary>
    /// <param name="baseAddress">An absolute http or https address; its query stays, before that of the relative address.</param>
    /// <param name="relative">A path with an optional query; slashes at its beginning do not make it absolute. Empty gives the base address.</param>
    /// <param name="profile">The profile's name, for the error.</param>
    /// <returns>An address with the base's scheme, host and port, whose path begins with the base's path.</returns>
    /// <exception cref="AuthorizationException">The relative address is an absolute one, or begins with two slashes, or has a backslash, a dot segment, a fragment or a control character (<see cref="AuthorizationErrorKind.OriginRefused"/>).</exception>
    /// <exception cref="ArgumentException">The base address is not an absolute http or https address.</exception>
    public static Uri Join(Uri baseAddress, string relative, string profile)
    {
        ArgumentNullException.ThrowIfNull(relative);
        ArgumentNullException.ThrowIfNull(profile);
        if (!Origin.TryCreate(baseAddress, out var origin))
        {
            throw new ArgumentException("The base address is not an absolute http or https address.", nameof(baseAddress));
        }

        if (relative.Length == 0)
        {
            return baseAddress;
        }

        var end = relative.IndexOf('?', StringComparison.Ordinal);
        var path = end < 0 ? relative : relative[..end];
        var query = end < 0 ? string.Empty : relative[(end + 1)..];
        var fault = FaultOf(relative, path);
        if (fault is null && Uri.TryCreate(Compose(baseAddress, path, query), UriKind.Absolute, out var joined)
            && origin.Matches(joined) && joined.AbsolutePath.StartsWith(baseAddress.AbsolutePath.TrimEnd('/'), StringComparison.Ordinal))
        {
            return joined;
        }

        throw new AuthorizationException(
            AuthorizationErrorKind.OriginRefused,
            profile,
            $"Profile '{Printable.Escape(profile)}': the address '{Printable.Escape(path)}' can't be joined to the base address: {fault ?? "it can't be read"}. Give a path below the base address, such as 'orders/7'.");
    }

    private static string? FaultOf(string relative, string path) => relative switch
    {
        ['/', '/', ..] => "it begins with two slashes and so names a host",
        _ when relative.Contains('\\', StringComparison.Ordinal) => "it has a backslash",
        _ when relative.Contains('#', StringComparison.Ordinal) => "it has a fragment, which is never sent",
        _ when relative.Any(char.IsControl) || char.IsWhiteSpace(relative[0]) || char.IsWhiteSpace(relative[^1]) => "it has a control character, or white space at an end",
        _ when Surrogates.HasLone(relative) => Surrogates.Fault,
        _ when BeginsWithScheme(path) => "it is an absolute address (a path whose first segment has a colon begins with a slash)",
        _ when DotSegment.IsIn(path) => "it has a dot segment",
        _ => null,
    };

    private static bool BeginsWithScheme(string path)
    {
        var colon = path.IndexOf(':', StringComparison.Ordinal);
        return colon >= 0 && (path.AsSpan(0, colon).IndexOf('/') < 0 || path.AsSpan(colon).StartsWith("://"));
    }

    private static string Compose(Uri baseAddress, string path, string query)
    {
        var left = baseAddress.GetLeftPart(UriPartial.Path);
        if (path.Length > 0)
        {
            left = $"{left.TrimEnd('/')}/{path.TrimStart('/')}";
        }

        var queries = new[] { baseAddress.Query.TrimStart('?'), query }.Where(static text => text.Length > 0);
        var both = string.Join('&', queries);
        return both.Length > 0 ? $"{left}?{both}" : left;
    }
}
