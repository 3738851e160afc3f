using System.Globalization;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Errors;

/// <summary>Reads how long the service asks to wait; the finer headers come first. What is repeated, and when, goes by the same headers in the same order. A number that comes twice is none.</summary>
internal static class RetryAfterHeaders
{
    // What is longer is no delay but a refusal.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public static TimeSpan? Read(HttpResponseMessage response, TimeProvider clock) =>
        Number(ResponseHeader.Single(response, "retry-after-ms"), TimeSpan.TicksPerMillisecond)
        ?? Number(ResponseHeader.Single(response, "x-ms-retry-after-ms"), TimeSpan.TicksPerMillisecond)
        ?? Number(ResponseHeader.Single(response, "Retry-After"), TimeSpan.TicksPerSecond)
        ?? Date(response, clock);

    // Of any size: the platform takes seconds beyond an int for no header at all. A first digit, because the parser takes "NaN" and "Infinity" too.
    private static TimeSpan? Number(string? text, long unit) =>
        text?.Trim() is [>= '0' and <= '9', ..] digits && double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? TimeSpan.FromTicks((long)Math.Min(number * unit, Longest.Ticks))
            : null;

    private static TimeSpan? Date(HttpResponseMessage response, TimeProvider clock) =>
        response.Headers.RetryAfter?.Date - clock.GetUtcNow() is { } wait ? TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, Longest.Ticks)) : null;
}
