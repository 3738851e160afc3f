using System.Buffers;
using System.Text;

namespace AuthProfiles.Templates;

/// <summary>Percent-encodes everything but the unreserved characters (RFC 3986, section 2.3), as UTF-8.</summary>
internal static class PercentEncoding
{
    public const string UnreservedCharacters = "-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~";

    private static readonly SearchValues<char> Unreserved = SearchValues.Create(UnreservedCharacters);

    private static readonly SearchValues<char> UnreservedAndSlash = SearchValues.Create(UnreservedCharacters + "/");

    /// <summary>Writes the text, which has no lone surrogate. False means that it does not fit.</summary>
    public static bool TryWrite(ReadOnlySpan<char> text, Span<char> destination, bool keepsSlash, out int written)
    {
        var kept = keepsSlash ? UnreservedAndSlash : Unreserved;
        written = 0;
        for (var escaped = text.IndexOfAnyExcept(kept); escaped >= 0; escaped = text.IndexOfAnyExcept(kept))
        {
            if (!text[..escaped].TryCopyTo(destination[written..]))
            {
                return false;
            }

            written += escaped;
            Rune.DecodeFromUtf16(text[escaped..], out var rune, out var consumed);
            if (!TryWrite(rune, destination[written..], out var length))
            {
                return false;
            }

            written += length;
            text = text[(escaped + consumed)..];
        }

        var fits = text.TryCopyTo(destination[written..]);
        written += text.Length;
        return fits;
    }

    private static bool TryWrite(Rune rune, Span<char> destination, out int written)
    {
        if (rune.IsAscii)
        {
            written = 3;
            return TryWrite((byte)rune.Value, destination);
        }

        Span<byte> bytes = stackalloc byte[4];
        bytes = bytes[..rune.EncodeToUtf8(bytes)];
        written = bytes.Length * 3;
        if (written > destination.Length)
        {
            return false;
        }

        for (var i = 0; i < bytes.Length; i++)
        {
            TryWrite(bytes[i], destination[(3 * i)..]);
        }

        return true;
    }

    private static bool TryWrite(byte value, Span<char> destination)
    {
        if (destination.Length < 3)
        {
            return false;
        }

        destination[2] = Digit(value & 0xF);
        destination[1] = Digit(value >> 4);
        destination[0] = '%';
        return true;
    }

    private static char Digit(int value) => (char)(value < 10 ? '0' + value : 'A' + value - 10);
}
