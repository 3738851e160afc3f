using System.Globalization;

namespace AuthProfiles.Resilience;

/// <summary>Reads how long an answer asks to wait (RFC 9110, section 10.2.3).</summary>
internal static class RetryAfter
{
    private static readonly string[] Milliseconds = ["retry-after-ms", "x-ms-retry-after-ms"];

    /// <summary>Returns the delay, zero for a date that is past, or null where none is given that can be read. Milliseconds, as Azure gives them, go before seconds.</summary>
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
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Reads numbers of any size: the platform takes one beyond an int for no header at all, and then nobody waits.</summary>
    private static TimeSpan? Read(HttpResponseMessage response, string name, long unit)
    {
        if (!response.Headers.NonValidated.TryGetValues(name, out var values) || values.Count != 1)
        {
            return null;
        }

        var read = double.TryParse(values.ToString(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number);
        if (!read)
        {
            return null;
        }

        var ticks = number * unit;
        return ticks < TimeSpan.MaxValue.Ticks ? TimeSpan.FromTicks((long)ticks) : TimeSpan.MaxValue;
    }
}
