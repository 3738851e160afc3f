using System.Globalization;

namespace AuthProfiles.Resilience;

/// <summary>Reads how long an answer asks to wait (RFC 9110, section 10.2.3).</summary>
internal static class RetryAfter
{
    /// <summary>The longest delay that is returned. What is longer is no delay but a refusal, and sums with a clock's time must stay in range.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private static readonly string[] Milliseconds = ["retry-after-ms", "x-ms-retry-after-ms"];

    /// <summary>Returns the delay, zero for a date that is past, at most <see cref="Longest"/>, or null where none is given that can be read. Milliseconds, as Azure gives them, go before seconds.</summary>
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider time)
    {
        foreach (var name in Milliseconds)
        {
            if (Read(response, name, TimeSpan.TicksPerMillisecond) is { } delay)
            {
                return delay;
            }
        }

        if (Read(response, "Retry-After", TimeSpan.TicksPerSecond) is { } seconds)
        {
            return seconds;
        }

        if (response.Headers.RetryAfter?.Date is not { } date)
        {
            return null;
        }

        var left = date - time.GetUtcNow();
        return left < TimeSpan.Zero ? TimeSpan.Zero : left < Longest ? left : Longest;
    }

    /// <summary>Reads numbers of any size: the platform takes one beyond an int for no header at all, and then nobody waits.</summary>
    private static TimeSpan? Read(HttpResponseMessage response, string name, long unit)
    {
        if (!response.Headers.NonValidated.TryGetValues(name, out var values) || values.Count != 1)
        {
            return null;
        }

        // A first digit, because the parser takes "NaN" and "Infinity" too.
        var text = values.ToString().Trim(' ');
        if (text is not [>= '0' and <= '9', ..] || !double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var ticks = number * unit;
        return ticks < Longest.Ticks ? TimeSpan.FromTicks((long)ticks) : Longest;
    }
}
