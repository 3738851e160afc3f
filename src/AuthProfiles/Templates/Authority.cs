using System.Globalization;

namespace AuthProfiles.Templates;

/// <summary>Host and port of an address as text (RFC 3986, section 3.2), without user info.</summary>
internal static class Authority
{
    /// <summary>Splits host and port; the host of <c>[::1]</c> is <c>::1</c>, a port that is not there is -1.</summary>
    /// <returns>False where brackets hold no IPv6 address, or the port is no number from 1 to 65535.</returns>
    public static bool TrySplit(ReadOnlySpan<char> authority, out ReadOnlySpan<char> host, out int port)
    {
        var bracket = authority is ['[', ..] ? authority.IndexOf(']') : -1;
        var end = bracket >= 0 ? bracket + 1 : authority.IndexOf(':');
        host = bracket >= 0 ? authority[1..bracket] : end >= 0 ? authority[..end] : authority;
        port = -1;
        var rest = end >= 0 ? authority[end..] : [];
        return (bracket < 0 || host.Contains(':')) && (rest.IsEmpty || TryReadPort(rest, out port));
    }

    private static bool TryReadPort(ReadOnlySpan<char> text, out int port)
    {
        port = -1;
        return text[0] == ':' && text.Length <= 6
            && int.TryParse(text[1..], NumberStyles.None, CultureInfo.InvariantCulture, out port)
            && port is > 0 and <= ushort.MaxValue;
    }
}
