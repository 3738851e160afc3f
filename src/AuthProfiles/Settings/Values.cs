using System.Globalization;

namespace AuthProfiles.Settings;

/// <summary>How numbers and durations are written in settings, whatever the culture.</summary>
internal static class Values
{
    private const NumberStyles Whole = NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    public static bool TryParseNumber(string text, out int value) => int.TryParse(text, Whole, CultureInfo.InvariantCulture, out value);

    public static string Format(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static readonly string[] Moments = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    /// <summary>Two colons are asked for: the platform reads "30" as days and "00:30" as minutes, where seconds were meant.</summary>
    public static bool TryParseDuration(string text, out TimeSpan value)
    {
        value = default;
        return text.Count(static character => character == ':') == 2
            && TimeSpan.TryParseExact(text.Trim(), "c", CultureInfo.InvariantCulture, out value);
    }

    /// <summary>A date alone is its first moment in UTC; a time without an offset is refused, because machines differ in theirs.</summary>
    public static bool TryParseMoment(string text, out DateTimeOffset value) =>
        DateTimeOffset.TryParseExact(text.Trim(), Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);

    public static string Format(DateTimeOffset value) => value.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture);

    public static string Format(TimeSpan value) => value.ToString("c", CultureInfo.InvariantCulture);
}
