using System.Globalization;
using System.Net.Http.Headers;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Errors;

/// <summary>Reads how long the service asks to wait; the finer headers come first.</summary>
internal static class RetryAfterHeaders
{
    public static TimeSpan? Read(HttpResponseMessage response, TimeProvider clock) =>
        Milliseconds(ResponseHeader.Text(response, "retry-after-ms"))
        ?? Milliseconds(ResponseHeader.Text(response, "x-ms-retry-after-ms"))
        ?? SecondsOrDate(ResponseHeader.Text(response, "Retry-After"), clock);

    private static TimeSpan? Milliseconds(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var milliseconds) && double.IsFinite(milliseconds)
            ? TimeSpan.FromMilliseconds(Math.Min(milliseconds, int.MaxValue))
            : null;

    private static TimeSpan? SecondsOrDate(string? text, TimeProvider clock)
    {
        if (!RetryConditionHeaderValue.TryParse(text, out var value))
        {
            return null;
        }

        var wait = value.Delta ?? value.Date!.Value - clock.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}
