using System.Buffers;

namespace AuthProfiles.OAuth;

/// <summary>Base64 with the alphabet of addresses and without padding (RFC 4648, section 5; RFC 7515, appendix C). net8.0 has none.</summary>
internal static class Base64Url
{
    // Neither the other alphabet nor white space, which the platform's reader would skip.
    private static readonly SearchValues<char> Foreign = SearchValues.Create("+/= \t\r\n");

    public static string Encode(ReadOnlySpan<byte> bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>Returns the bytes, or null where the text is no such encoding.</summary>
    public static byte[]? Decode(string text)
    {
        if (text.AsSpan().ContainsAny(Foreign))
        {
            return null;
        }

        var padded = text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length / 4 * 3];
        return Convert.TryFromBase64String(padded, bytes, out var length) ? bytes[..length] : null;
    }
}
