using System.Globalization;
using System.Text;

namespace AuthProfiles.Tool.Output;

/// <summary>Makes text of any origin fit for a terminal, which takes control characters for commands.</summary>
internal static class ShownText
{
    /// <summary>Returns the text with everything that steers a terminal or turns its lines around as <c>\uXXXX</c>; line breaks and tabs stay.</summary>
    public static string Of(string text)
    {
        if (!text.Any(static character => IsSteering(character)))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            if (IsSteering(character))
            {
                shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            }
            else
            {
                shown.Append(character);
            }
        }

        return shown.ToString();
    }

    /// <summary>Returns the text as one line.</summary>
    public static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static bool IsSteering(char character) => character is not ('\n' or '\r' or '\t')
        && CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
