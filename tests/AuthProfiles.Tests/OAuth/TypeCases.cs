namespace AuthProfiles.Tests.OAuth;

internal static class TypeCases
{
    public static IEnumerable<TokenCase> All =>
    [
        Taken("bearer in any case", "\"Bearer\""),
        Taken("bearer in any case", "\"bearer\""),
        Taken("bearer in any case", "\"BEARER\""),
        Taken("bearer in any case", "\"bEaReR\""),
        Taken("bearer in any case", "\"\\u0042earer\""),
        Taken("missing type", "null") with { TypeWasMissing = true },
        Taken("missing type", "\"\"") with { TypeWasMissing = true },
        TokenCase.Taken("missing type", "no member", """{"access_token":"at"}""") with { TypeWasMissing = true },
        TokenCase.Taken("missing type", "other case", """{"access_token":"at","Token_Type":"mac"}""") with { TypeWasMissing = true },
        Refused("unknown type", "\"mac\""),
        Refused("unknown type", "\"N_A\""),
        Refused("unknown type", "\"DPoP\""),
        Refused("unknown type", "\"pop\""),
        Refused("unknown type", "\"Basic\""),
        Refused("unknown type", "\"access_token\""),
        Refused("type beside the mark", "\" Bearer\""),
        Refused("type beside the mark", "\"Bearer \""),
        Refused("type beside the mark", "\"Bearer,mac\""),
        Refused("type beside the mark", "\"Bearer\\u0000\""),
        Refused("type beside the mark", "\"Bearer\\r\\nX: y\""),
        Refused("type beside the mark", "\"Веarer\""),
        Refused("type beside the mark", "\"\\ud800\""),
        Refused("type of another JSON type", "1"),
        Refused("type of another JSON type", "true"),
        Refused("type of another JSON type", "[\"Bearer\"]"),
        Refused("type of another JSON type", "{\"type\":\"Bearer\"}"),
    ];

    private static TokenCase Taken(string @class, string value) =>
        TokenCase.Taken(@class, value, $$"""{"access_token":"at","token_type":{{value}},"expires_in":60}""") with { Seconds = 60 };

    private static TokenCase Refused(string @class, string value) =>
        TokenCase.Refused(
            @class,
            value,
            $$"""{"access_token":"at","token_type":{{value}},"expires_in":60,"refresh_token":"new"}""",
            AuthorizationErrorKind.UnsupportedTokenType) with
        { Refresh = "new" };
}
