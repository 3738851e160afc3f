using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace AuthProfiles.OAuth;

/// <summary>Reads how long a token lives, in which servers differ most. A bad value never costs a valid token.</summary>
internal static class TokenLifetime
{
    /// <summary>The longest lifetime that is believed; any sum with a clock's time stays in range.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.eE+-");

    /// <summary>Returns the lifetime, or null for whatever is no time to come.</summary>
    /// <param name="expiry">What the answer says.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="now">The time, from which instants are counted.</param>
    public static TimeSpan? Read(TokenMember expiry, ExpiryFormat format, DateTimeOffset now)
    {
        if (expiry is not { Type: JsonTokenType.Number or JsonTokenType.String, Text: { } text })
        {
            return null;
        }

        var seconds = format switch
        {
            ExpiryFormat.Milliseconds => Number(text) / 1000,
            ExpiryFormat.UnixSeconds => Number(text) - Unix(now),
            ExpiryFormat.UnixMilliseconds => (Number(text) / 1000) - Unix(now),
            ExpiryFormat.Iso8601 => Instant(text) - Unix(now),
            ExpiryFormat.DaysHoursMinutes => Pattern(text),
            _ => Number(text),
        };
        return Within(seconds);
    }

    /// <summary>Returns the time until an instant, or null where there is none or it is past.</summary>
    /// <param name="expiry">Seconds since 1970, as the claim <c>exp</c> has them (RFC 7519, section 4.1.4).</param>
    /// <param name="now">The time, from which it is counted.</param>
    public static TimeSpan? Until(double? expiry, DateTimeOffset now) => Within(expiry - Unix(now));

    private static TimeSpan? Within(double? seconds)
    {
        if (!(seconds > 0))
        {
            return null;
        }

        var lifetime = seconds < Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds.Value) : Longest;
        return lifetime > TimeSpan.Zero ? lifetime : null;
    }

    private static double Unix(DateTimeOffset instant) => (instant - DateTimeOffset.UnixEpoch).TotalSeconds;

    // The character check keeps out "NaN" and "Infinity", which the parser takes.
    private static double? Number(string text) =>
        !text.AsSpan().ContainsAnyExcept(NumberCharacters) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    // The parser alone takes months and days in any order, and times without a date.
    private static double? Instant(string text) =>
        text is [_, _, _, _, '-', _, _, '-', _, _, 'T' or 't' or ' ', _, _, ':', ..]
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? Unix(instant)
            : null;

    private static double? Pattern(string text) =>
        text.Split(':') is [var days, var hours, var minutes] && (Whole(days) * 86_400) + (Whole(hours) * 3_600) + (Whole(minutes) * 60) is { } seconds ? seconds : null;

    private static double? Whole(string text) =>
        double.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
