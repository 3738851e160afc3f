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
        var unknown = placeholder.AbsolutePath;
        return new Uri(string.Concat(
            baseAddress.GetLeftPart(UriPartial.Authority),
            string.Equals(unknown, baseAddress.AbsolutePath, StringComparison.Ordinal) ? path : Exchange(path, unknown.Split('/'), baseAddress.AbsolutePath.Split('/')),
            address.Query,
            address.Fragment));
    }

    // Segment by segment, as far as the path goes along with the placeholder's: from where it leaves that, it is the caller's own.
    private static string Exchange(string path, string[] unknown, string[] known)
    {
        var segments = path.Split('/');
        var next = 0;
        for (var i = 0; i < Math.Min(segments.Length, unknown.Length) && string.Equals(segments[i], unknown[i], StringComparison.Ordinal); i++)
        {
            // A value of several segments stands in the place of one.
            var rest = next == i && !string.Equals(unknown[i], known[i], StringComparison.Ordinal) ? known.Length - unknown.Length : 0;
            segments[i] = string.Join('/', known, next, 1 + rest);
            next += 1 + rest;
        }

        return string.Join('/', segments);
    }
}
