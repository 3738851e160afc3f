namespace AuthProfiles.Tests.OAuth;

internal static class AccessTokenCases
{
    public static IEnumerable<TokenCase> All =>
    [
        Taken("access token of any size", "a", "\"a\""),
        Taken("access token of any size", "1.4 KB", $"\"{new string('a', 1400)}\""),
        Taken("access token of any size", "64 KiB", $"\"{new string('a', 64 * 1024)}\""),
        Taken("access token of any printable character", "base64", "\"AZaz09-._~+/==\""),
        Taken("access token of any printable character", "quotes", "\"a\\\"b\\\\c\""),
        Taken("access token of any printable character", "pipe and dollar", "\"00D|x$!y\""),
        Taken("access token of any printable character", "escaped letter", "\"\\u0061t\""),
        Invalid("access token that no header carries", "CR LF", "\"at\\r\\nX-Evil: 1\""),
        Invalid("access token that no header carries", "LF", "\"at\\n\""),
        Invalid("access token that no header carries", "NUL", "\"at\\u0000\""),
        Invalid("access token that no header carries", "tab", "\"a\\tt\""),
        Invalid("access token that no header carries", "DEL", "\"a\\u007ft\""),
        Invalid("access token that no header carries", "umlaut", "\"ät\""),
        Invalid("access token that no header carries", "emoji", "\"a😀\""),
        Invalid("access token that no header carries", "line separator", "\"a\\u2028b\""),
        Invalid("access token that no header carries", "leading space", "\" at\""),
        Invalid("access token that no header carries", "trailing space", "\"at \""),
        Invalid("access token that is no Unicode text", "high surrogate", "\"a\\ud83d\""),
        Invalid("access token that is no Unicode text", "low surrogate", "\"\\ude00a\""),
        Invalid("access token that is no Unicode text", "swapped pair", "\"\\ude00\\ud83d\""),
        Invalid("empty access token", "empty", "\"\""),
        Invalid("empty access token", "blank", "\" \""),
        Invalid("access token of another JSON type", "number", "12345"),
        Invalid("access token of another JSON type", "true", "true"),
        Invalid("access token of another JSON type", "array", "[\"at\"]"),
        Invalid("access token of another JSON type", "object", "{\"value\":\"at\"}"),
        Absent("null", """{"access_token":null,"token_type":"Bearer","refresh_token":"new"}""") with { Refresh = "new" },
        Absent("no member", """{"token_type":"Bearer","expires_in":3600}"""),
        Absent("empty object", "{}"),
        Absent("other case", """{"Access_Token":"at","token_type":"Bearer"}"""),
        Absent("camel case", """{"accessToken":"at","token_type":"Bearer"}"""),
        Absent("nested", """{"data":{"access_token":"at","token_type":"Bearer"}}"""),
        Absent("beside an own error form", """{"ok":false,"code":7}"""),
        TokenCase.Taken("noise around", "unknown members", """{"x":1,"access_token":"at","ext_expires_in":1,"token_type":"Bearer","y":{"access_token":"no"},"z":[{"error":"no"}]}"""),
        TokenCase.Taken("noise around", "unknown members twice", """{"x":1,"x":2,"access_token":"at","token_type":"Bearer"}"""),
        TokenCase.Taken("noise around", "white space", "\r\n\t { \"access_token\" : \"at\" , \"token_type\" : \"Bearer\" } \n"),
        TokenCase.Taken("noise around", "a name that is no text", """{"\ud800":"x","access_token":"at","token_type":"Bearer"}"""),
        TokenCase.Taken("noise around", "a value that is no text", """{"x":"\ud800","access_token":"at","token_type":"Bearer"}"""),
        TokenCase.Taken("any 2xx is an answer", "201", """{"access_token":"at","token_type":"Bearer"}""") with { Status = System.Net.HttpStatusCode.Created },
        TokenCase.Taken("any 2xx is an answer", "202", """{"access_token":"at","token_type":"Bearer"}""") with { Status = System.Net.HttpStatusCode.Accepted },
        TokenCase.Taken("any 2xx is an answer", "203", """{"access_token":"at","token_type":"Bearer"}""") with { Status = System.Net.HttpStatusCode.NonAuthoritativeInformation },
    ];

    private static TokenCase Taken(string @class, string name, string value) =>
        TokenCase.Taken(@class, name, $$"""{"access_token":{{value}},"token_type":"Bearer"}""");

    private static TokenCase Invalid(string @class, string name, string value) =>
        TokenCase.Refused(
            @class,
            name,
            $$"""{"access_token":{{value}},"token_type":"Bearer","refresh_token":"new"}""",
            AuthorizationErrorKind.InvalidToken) with
        { Refresh = "new" };

    private static TokenCase Absent(string name, string body) =>
        TokenCase.Refused("no access token", name, body, AuthorizationErrorKind.MalformedResponse);
}
