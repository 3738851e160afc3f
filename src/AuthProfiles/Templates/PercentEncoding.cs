using System.Buffers;
using System.Text;

namespace AuthProfiles.Templates;

/// <summary>Percent-encodes everything but the unreserved characters (RFC 3986, section 2.3), as UTF-8.</summary>
internal static class PercentEncoding
{
    private static readonly SearchValues<char> Unreserved =
        SearchValues.Create("-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~");

    public static void Write(scoped ReadOnlySpan<char> text, ref CharBuffer output)
    {
        for (var escaped = text.IndexOfAnyExcept(Unreserved); escaped >= 0; escaped = text.IndexOfAnyExcept(Unreserved))
        {
            output.Append(text[..escaped]);
            Rune.DecodeFromUtf16(text[escaped..], out var rune, out var consumed);
            WriteRune(rune, ref output);
            text = text[(escaped + consumed)..];
        }

        output.Append(text);
    }

    private static void WriteRune(Rune rune, ref CharBuffer output)
    {
        Span<byte> bytes = stackalloc byte[4];
        var count = rune.EncodeToUtf8(bytes);
        foreach (var value in bytes[..count])
        {
            var escape = output.Reserve(3);
            escape[0] = '%';
            escape[1] = Digit(value >> 4);
            escape[2] = Digit(value & 0xF);
        }
    }

    private static char Digit(int value) => (char)(value < 10 ? '0' + value : 'A' + value - 10);
}
