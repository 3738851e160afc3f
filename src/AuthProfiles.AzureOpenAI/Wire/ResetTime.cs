using System.Buffers;
using System.Globalization;

namespace AuthProfiles.AzureOpenAI.Wire;

/// <summary>Reads a span as limits have it: <c>1h6m0.5s</c>, <c>120ms</c>, or a number of seconds.</summary>
internal static class ResetTime
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");
    private static readonly double Longest = TimeSpan.FromDays(365).TotalSeconds;

    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan time)
    {
        double seconds = 0;
        var isRead = text.Length > 0;
        while (isRead && text.Length > 0)
        {
            var end = text.IndexOfAnyExcept(NumberCharacters);
            var number = text[..(end < 0 ? text.Length : end)];
            text = end < 0 ? [] : text[end..];
            isRead = double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count) && TakeUnit(ref text, out var unit) && (seconds += count * unit) <= Longest;
        }

        time = isRead ? TimeSpan.FromSeconds(seconds) : default;
        return isRead;
    }

    private static bool TakeUnit(ref ReadOnlySpan<char> text, out double seconds)
    {
        var end = text.IndexOfAnyInRange('0', '9');
        var unit = text[..(end < 0 ? text.Length : end)];
        seconds = unit switch
        {
            "h" => 3600,
            "m" => 60,
            "s" or "" => 1,
            "ms" => 0.001,
            _ => 0,
        };
        text = text[unit.Length..];
        return seconds > 0;
    }
}
