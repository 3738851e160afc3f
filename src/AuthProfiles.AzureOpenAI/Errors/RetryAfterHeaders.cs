using System.Globalization;
using System.Net.Http.Headers;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Errors;

/// <summary>Reads how long the service asks to wait; the finer headers come first. What is repeated, and when, goes by the same headers in the same order.</summary>
internal static class RetryAfterHeaders
{
    private static readonly double Longest = TimeSpan.FromMilliseconds(int.MaxValue).Ticks;

    public static TimeSpan? Read(HttpResponseMessage response, TimeProvider clock) =>
        Number(ResponseHeader.Text(response, "retry-after-ms"), TimeSpan.TicksPerMillisecond)
        ?? Number(ResponseHeader.Text(response, "x-ms-retry-after-ms"), TimeSpan.TicksPerMillisecond)
        ?? Number(ResponseHeader.Text(response, "Retry-After"), TimeSpan.TicksPerSecond)
        ?? Date(ResponseHeader.Text(response, "Retry-After"), clock);

    // Of any size: the platform takes seconds beyond an int for no header at all. A first digit, because the parser takes "NaN" and "Infinity" too.
    private static TimeSpan? Number(string? text, long unit) =>
        text?.Trim() is [>= '0' and <= '9', ..] digits && double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? TimeSpan.FromTicks((long)Math.Min(number * unit, Longest))
            : null;

    private static TimeSpan? Date(string? text, TimeProvider clock)
    {
        if (!RetryConditionHeaderValue.TryParse(text, out var value) || value.Date is not { } date)
        {
            return null;
        }

        var wait = date - clock.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}
