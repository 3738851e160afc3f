using System.Globalization;
using System.Text;

namespace AuthProfiles.AzureOpenAI.Errors;

/// <summary>Makes the sentences of a service fit for a message: readable in any language, one line, cut, and without what looks like a key.</summary>
internal static class ServerText
{
    private const int ShortestKey = 24;

    public static string Show(string text, int longest = 300)
    {
        var shown = new StringBuilder(Math.Min(text.Length, longest) + 8);
        var position = 0;
        while (position < text.Length && shown.Length < longest)
        {
            var end = WordEnd(text, position);
            if (end - position >= ShortestKey && LooksLikeKey(text.AsSpan(position, end - position)))
            {
                shown.Append("[redacted]");
                position = end;
                continue;
            }

            for (end = Math.Max(end, position + 1); position < end && shown.Length < longest; position++)
            {
                Append(shown, text[position]);
            }
        }

        return position < text.Length ? shown.Append('…').ToString() : shown.ToString();
    }

    private static int WordEnd(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '_' or '.' or '~' or '+' or '/' or '='))
        {
            end++;
        }

        return end;
    }

    // A gateway may repeat the credential that it refuses. Ids of requests and directories are GUIDs; names of models, deployments
    // and operations are words and numbers with separators: chat/completions, gpt-4o-mini-2024-07-18.
    private static bool LooksLikeKey(ReadOnlySpan<char> word)
    {
        if (word.IndexOfAny('~', '+', '=') >= 0)
        {
            return true;
        }

        var length = 0;
        var digits = 0;
        foreach (var character in word)
        {
            var isPart = char.IsAsciiLetterOrDigit(character);
            length = isPart ? length + 1 : 0;
            digits = !isPart ? 0 : char.IsAsciiDigit(character) ? digits + 1 : digits;
            if (digits > 2 && (length > 20 || digits < length))
            {
                return !Guid.TryParseExact(word.TrimEnd('.'), "D", out _);
            }
        }

        return false;
    }

    private static void Append(StringBuilder shown, char character)
    {
        var isShown = char.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
        if (isShown)
        {
            shown.Append(character);
        }
        else
        {
            shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
        }
    }
}
