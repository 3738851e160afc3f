using System.Globalization;

namespace AuthProfiles.Tests.OAuth;

/// <summary>Expiries that are no seconds (the clock stands at 2026-05-04 12:00 UTC). A bad one never costs the token.</summary>
internal static class ExpiryCases
{
    private const double TenYears = 3650d * 24 * 60 * 60;

    private static readonly string Now = TokenTime.Start.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
    private static readonly string InAnHour = (TokenTime.Start.ToUnixTimeSeconds() + 3600).ToString(CultureInfo.InvariantCulture);

    public static IEnumerable<TokenCase> All =>
    [
        Row("milliseconds", ExpiryFormat.Milliseconds, "3600000", 3600),
        Row("milliseconds", ExpiryFormat.Milliseconds, "1", 0.001),
        Row("milliseconds", ExpiryFormat.Milliseconds, "\"3600000\"", 3600),
        Row("milliseconds", ExpiryFormat.Milliseconds, "1500.5", 1.5005),
        Row("milliseconds", ExpiryFormat.Milliseconds, "1e400", TenYears),
        Row("milliseconds", ExpiryFormat.Milliseconds, "0", null),
        Row("milliseconds", ExpiryFormat.Milliseconds, "-1", null),
        Row("milliseconds", ExpiryFormat.Milliseconds, "\"1 h\"", null),
        Row("Unix seconds", ExpiryFormat.UnixSeconds, InAnHour, 3600),
        Row("Unix seconds", ExpiryFormat.UnixSeconds, $"\"{InAnHour}\"", 3600),
        Row("Unix seconds", ExpiryFormat.UnixSeconds, $"{InAnHour}.5", 3600.5),
        Row("Unix seconds", ExpiryFormat.UnixSeconds, InAnHour + "000", TenYears),
        Row("Unix seconds", ExpiryFormat.UnixSeconds, "1e400", TenYears),
        Row("instant that is past", ExpiryFormat.UnixSeconds, Now, null),
        Row("instant that is past", ExpiryFormat.UnixSeconds, "3600", null),
        Row("instant that is past", ExpiryFormat.UnixSeconds, "0", null),
        Row("instant that is past", ExpiryFormat.UnixSeconds, "-1", null),
        Row("instant that is past", ExpiryFormat.UnixMilliseconds, InAnHour, null),
        Row("instant that is past", ExpiryFormat.Iso8601, "\"2026-05-04T12:00:00Z\"", null),
        Row("instant that is past", ExpiryFormat.Iso8601, "\"0001-01-01T00:00:00Z\"", null),
        Row("Unix milliseconds", ExpiryFormat.UnixMilliseconds, InAnHour + "000", 3600),
        Row("Unix milliseconds", ExpiryFormat.UnixMilliseconds, $"\"{InAnHour}000\"", 3600),
        Row("Unix milliseconds", ExpiryFormat.UnixMilliseconds, $"{InAnHour}500", 3600.5),
        Row("Unix milliseconds", ExpiryFormat.UnixMilliseconds, "1e300", TenYears),
        Row("Unix milliseconds", ExpiryFormat.UnixMilliseconds, "true", null),
        Row("ISO 8601", ExpiryFormat.Iso8601, "\"2026-05-04T13:00:00Z\"", 3600),
        Row("ISO 8601", ExpiryFormat.Iso8601, "\"2026-05-04T13:00:00\"", 3600),
        Row("ISO 8601", ExpiryFormat.Iso8601, "\"2026-05-04 13:00:00\"", 3600),
        Row("ISO 8601", ExpiryFormat.Iso8601, "\"2026-05-04T13:00\"", 3600),
        Row("ISO 8601", ExpiryFormat.Iso8601, "\"2026-05-04T15:00:00+02:00\"", 3600),
        Row("ISO 8601", ExpiryFormat.Iso8601, "\"2026-05-04T15:00:00+0200\"", 3600),
        Row("ISO 8601", ExpiryFormat.Iso8601, "\"2026-05-04T08:00:00-05:00\"", 3600),
        Row("ISO 8601", ExpiryFormat.Iso8601, "\"2026-05-04T13:00:00.5Z\"", 3600.5),
        Row("ISO 8601", ExpiryFormat.Iso8601, "\"2026-05-04T13:00:00.123456789Z\"", 3600.1234568),
        Row("ISO 8601", ExpiryFormat.Iso8601, "\"9999-12-31T23:59:59Z\"", TenYears),
        Row("no ISO 8601", ExpiryFormat.Iso8601, "\"2026-05-05\"", null),
        Row("no ISO 8601", ExpiryFormat.Iso8601, "\"13:00\"", null),
        Row("no ISO 8601", ExpiryFormat.Iso8601, "\"05/06/2026 13:00:00\"", null),
        Row("no ISO 8601", ExpiryFormat.Iso8601, "\"2026-13-04T13:00:00Z\"", null),
        Row("no ISO 8601", ExpiryFormat.Iso8601, "\"2026-05-04T25:00:00Z\"", null),
        Row("no ISO 8601", ExpiryFormat.Iso8601, "\"2026-05-04T13:00:00Z and more\"", null),
        Row("no ISO 8601", ExpiryFormat.Iso8601, "\"10000-01-01T00:00:00Z\"", null),
        Row("no ISO 8601", ExpiryFormat.Iso8601, "3600", null),
        Row("no ISO 8601", ExpiryFormat.Iso8601, "\"\\ud800\"", null),
        Row("days, hours, minutes", ExpiryFormat.DaysHoursMinutes, "\"0:01:00\"", 3600),
        Row("days, hours, minutes", ExpiryFormat.DaysHoursMinutes, "\"2:00:30\"", 174_600),
        Row("days, hours, minutes", ExpiryFormat.DaysHoursMinutes, "\"00:00:01\"", 60),
        Row("days, hours, minutes", ExpiryFormat.DaysHoursMinutes, "\"365000:00:00\"", TenYears),
        Row("days, hours, minutes", ExpiryFormat.DaysHoursMinutes, "\"99999999999999999999:00:00\"", TenYears),
        Row("no days, hours, minutes", ExpiryFormat.DaysHoursMinutes, "\"0:00:00\"", null),
        Row("no days, hours, minutes", ExpiryFormat.DaysHoursMinutes, "\"01:00\"", null),
        Row("no days, hours, minutes", ExpiryFormat.DaysHoursMinutes, "\"1:2:3:4\"", null),
        Row("no days, hours, minutes", ExpiryFormat.DaysHoursMinutes, "\"-1:00:00\"", null),
        Row("no days, hours, minutes", ExpiryFormat.DaysHoursMinutes, "\"1::\"", null),
        Row("no days, hours, minutes", ExpiryFormat.DaysHoursMinutes, "\"1:0.5:0\"", null),
        Row("no days, hours, minutes", ExpiryFormat.DaysHoursMinutes, "3600", null),
        Row("no days, hours, minutes", ExpiryFormat.DaysHoursMinutes, "{}", null),
        Row("seconds where instants are told", ExpiryFormat.Seconds, $"\"2026-05-04T13:00:00Z\"", null),
        Row("seconds where instants are told", ExpiryFormat.Seconds, InAnHour, TenYears),
    ];

    // The refresh token's expiry is written in the same way and read by the same rules.
    private static TokenCase Row(string @class, ExpiryFormat format, string value, double? seconds) =>
        TokenCase.Taken(@class, $"{format} {value}", $$"""{"access_token":"at","token_type":"Bearer","expires_in":{{value}},"refresh_token":"new","refresh_token_expires_in":{{value}}}""") with
        {
            Format = new() { ExpiryFormat = format },
            Seconds = seconds,
            Refresh = "new",
            RefreshSeconds = seconds,
        };
}
