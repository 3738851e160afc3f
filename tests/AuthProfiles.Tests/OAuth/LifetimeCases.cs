namespace AuthProfiles.Tests.OAuth;

internal static class LifetimeCases
{
    private const double TenYears = 3650d * 24 * 60 * 60;

    public static IEnumerable<TokenCase> All =>
    [
        Known("integer lifetime", "3600", 3600),
        Known("integer lifetime", "1", 1),
        Known("integer lifetime", "59", 59),
        Known("integer lifetime", "2147483647", TenYears),
        Known("fractional lifetime", "3600.0", 3600),
        Known("fractional lifetime", "3599.5", 3599.5),
        Known("fractional lifetime", "0.5", 0.5),
        Known("exponent lifetime", "1e3", 1000),
        Known("exponent lifetime", "3.6E+3", 3600),
        Known("exponent lifetime", "36000e-1", 3600),
        Known("lifetime as text", "\"3600\"", 3600),
        Known("lifetime as text", "\"3600.0\"", 3600),
        Known("lifetime as text", "\"1e3\"", 1000),
        Known("lifetime as text", "\"+3600\"", 3600),
        Known("lifetime as text", "\"\\u0033600\"", 3600),
        Known("lifetime as text", "\"003600\"", 3600),
        Known("huge lifetime", "2147483648", TenYears),
        Known("huge lifetime", "9223372036854775808", TenYears),
        Known("huge lifetime", "1e18", TenYears),
        Known("huge lifetime", "1e400", TenYears),
        Known("huge lifetime", "\"1e400\"", TenYears),
        Known("huge lifetime", "1" + new string('0', 5000), TenYears),
        Unknown("absent lifetime", "null"),
        Unknown("absent lifetime", "\"\""),
        TokenCase.Taken("absent lifetime", "no member", """{"access_token":"at","token_type":"Bearer"}"""),
        TokenCase.Taken("absent lifetime", "other case", """{"access_token":"at","token_type":"Bearer","Expires_In":3600}"""),
        TokenCase.Taken("absent lifetime", "nested", """{"access_token":"at","token_type":"Bearer","data":{"expires_in":3600}}"""),
        Unknown("zero lifetime", "0"),
        Unknown("zero lifetime", "-0"),
        Unknown("zero lifetime", "0.0"),
        Unknown("zero lifetime", "\"0\""),
        Unknown("zero lifetime", "1e-400"),
        Unknown("zero lifetime", "1e-9"),
        Unknown("negative lifetime", "-1"),
        Unknown("negative lifetime", "\"-3600\""),
        Unknown("negative lifetime", "-1e400"),
        Unknown("lifetime that is no number", "true"),
        Unknown("lifetime that is no number", "false"),
        Unknown("lifetime that is no number", "{}"),
        Unknown("lifetime that is no number", "[3600]"),
        Unknown("lifetime that is no number", "{\"seconds\":3600}"),
        Unknown("lifetime in odd text", "\"NaN\""),
        Unknown("lifetime in odd text", "\"Infinity\""),
        Unknown("lifetime in odd text", "\"∞\""),
        Unknown("lifetime in odd text", "\"one hour\""),
        Unknown("lifetime in odd text", "\"3600s\""),
        Unknown("lifetime in odd text", "\"3,600\""),
        Unknown("lifetime in odd text", "\"0x10\""),
        Unknown("lifetime in odd text", "\"1e\""),
        Unknown("lifetime in odd text", "\"٣٦٠٠\""),
        Unknown("lifetime in odd text", "\"\\ud800\""),
        Unknown("lifetime in odd text", "\"2030-01-01T00:00:00Z\""),
    ];

    private static TokenCase Known(string @class, string value, double seconds) => Unknown(@class, value) with { Seconds = seconds };

    private static TokenCase Unknown(string @class, string value) => TokenCase.Taken(
        @class,
        value.Length > 40 ? value[..40] : value,
        $$"""{"access_token":"at","token_type":"Bearer","expires_in":{{value}}}""");
}
