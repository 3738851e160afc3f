namespace AuthProfiles.Templates;

/// <summary>The hosts that are this machine whatever a resolver says: 127.0.0.0/8, ::1 and exactly <c>localhost</c>.</summary>
/// <remarks><see cref="Uri"/> itself also takes the name <c>loopback</c>.</remarks>
internal static class Loopback
{
    /// <summary>Looks at a host as <see cref="Uri.IdnHost"/> gives it: lower case, IPv6 without brackets.</summary>
    public static bool Contains(ReadOnlySpan<char> host) => host is "localhost" or "::1" || IsIPv4(host);

    /// <summary>Tells whether <see cref="Uri"/> wrote <c>localhost</c> for another name: it does so for <c>loopback</c>, which a proxy or a resolver may send anywhere.</summary>
    public static bool IsAlias(Uri uri)
    {
        if (!string.Equals(uri.IdnHost, "localhost", StringComparison.Ordinal))
        {
            return false;
        }

        var written = uri.OriginalString.AsSpan();
        written = written[(written.IndexOf("//") + 2)..];
        var end = written.IndexOfAny("/?#\\");
        written = end < 0 ? written : written[..end];
        written = written[(written.LastIndexOf('@') + 1)..];
        return !(Authority.TrySplit(written, out var host, out _) && host.Equals("localhost", StringComparison.OrdinalIgnoreCase));
    }

    // Four plain decimal numbers: shorter, octal and hexadecimal forms are other addresses to other readers.
    private static bool IsIPv4(ReadOnlySpan<char> host)
    {
        if (!host.StartsWith("127."))
        {
            return false;
        }

        var rest = host[4..];
        var first = rest.IndexOf('.');
        var last = rest.LastIndexOf('.');
        return first > 0 && last > first && IsOctet(rest[..first]) && IsOctet(rest[(first + 1)..last]) && IsOctet(rest[(last + 1)..]);
    }

    private static bool IsOctet(ReadOnlySpan<char> text) =>
        text.Length is >= 1 and <= 3
        && !text.ContainsAnyExceptInRange('0', '9')
        && (text.Length == 1 || text[0] != '0')
        && (text.Length < 3 || text.SequenceCompareTo("255") <= 0);
}
