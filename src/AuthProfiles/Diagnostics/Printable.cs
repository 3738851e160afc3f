using System.Globalization;
using System.Text;

namespace AuthProfiles.Diagnostics;

/// <summary>Makes text of unknown origin fit for a message or a log line.</summary>
internal static class Printable
{
    private const int Longest = 80;

    /// <summary>Returns the text with everything but printable ASCII, and each apostrophe and backslash, as <c>\uXXXX</c>; of more than 80 characters the first 80.</summary>
    public static string Escape(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        var cut = Math.Min(text.Length, Longest);
        var escaped = new StringBuilder(cut + 8);
        foreach (var character in text.AsSpan(0, cut))
        {
            if (character is >= ' ' and <= '~' and not ('\'' or '\\'))
            {
                escaped.Append(character);
            }
            else
            {
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            }
        }

        return text.Length > cut ? escaped.Append('…').ToString() : escaped.ToString();
    }
}
