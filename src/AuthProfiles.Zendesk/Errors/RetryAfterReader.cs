using System.Globalization;
using System.Net.Http.Headers;

namespace AuthProfiles.Zendesk.Errors;

/// <summary>Reads how long an answer asks to wait. What is repeated, and when, goes by the same header, read in the same way: a number that comes twice is none.</summary>
internal static class RetryAfterReader
{
    // What is longer is no delay but a refusal.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public static TimeSpan? Read(HttpResponseHeaders headers, TimeProvider time)
    {
        // A first digit, because the parser takes "NaN" and "Infinity" too. Of any size: the platform takes seconds beyond an int for no header at all.
        if (headers.NonValidated.TryGetValues("Retry-After", out var values) && values.Count == 1
            && values.ToString().Trim() is [>= '0' and <= '9', ..] digits
            && double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
        {
            return seconds < Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : Longest;
        }

        return headers.RetryAfter?.Date - time.GetUtcNow() is { } wait ? TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, Longest.Ticks)) : null;
    }
}
