using System.Globalization;
using System.Text;

namespace AuthProfiles.Zendesk.Wire;

/// <summary>Makes what a server wrote fit for a message: in any language, but without control or direction characters, and cut.</summary>
internal static class ServerText
{
    private const int Longest = 200;

    // The shortest credential of Zendesk (an API token) has 40 characters. A server that repeats one must not get it into a log through us.
    private const int LongestWord = 32;

    /// <summary>Returns the text escaped and cut to 200 characters, long words replaced by an ellipsis; null where nothing is left.</summary>
    public static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var clean = new StringBuilder(Math.Min(text.Length, Longest) + 8);
        var position = 0;
        while (position < text.Length && clean.Length < Longest)
        {
            var word = WordLength(text.AsSpan(position));
            if (word > LongestWord)
            {
                clean.Append('…');
                position += word;
            }
            else
            {
                var take = Math.Max(word, 1);
                Append(clean, text.AsSpan(position, take));
                position += take;
            }
        }

        return position < text.Length ? clean.Append('…').ToString() : clean.ToString();
    }

    private static int WordLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && text[length] is > ' ' and <= '~')
        {
            length++;
        }

        return length;
    }

    private static void Append(StringBuilder clean, ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            switch (char.GetUnicodeCategory(character))
            {
                case UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
                    or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    clean.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
                    break;
                default:
                    clean.Append(character);
                    break;
            }
        }
    }
}
