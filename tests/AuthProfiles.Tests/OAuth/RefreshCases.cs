namespace AuthProfiles.Tests.OAuth;

internal static class RefreshCases
{
    public static IEnumerable<TokenCase> All =>
    [
        New("\"new\"", "new"),
        New("\"with space\"", "with space"),
        New("\"ünïcode\"", "ünïcode"),
        New("\"a\\u0000b\"", "a\0b"),
        Kept("absent refresh token", "null"),
        Kept("absent refresh token", "\"\""),
        TokenCase.Taken("absent refresh token", "no member", """{"access_token":"at","token_type":"Bearer"}"""),
        TokenCase.Taken("absent refresh token", "other case", """{"access_token":"at","token_type":"Bearer","Refresh_Token":"new"}"""),
        Kept("refresh token of another JSON type", "1"),
        Kept("refresh token of another JSON type", "false"),
        Kept("refresh token of another JSON type", "[\"new\"]"),
        Kept("refresh token of another JSON type", "{\"token\":\"new\"}"),
        Kept("refresh token of another JSON type", "\"\\udc00\""),
        Survivor("of an access token in vain", """{"access_token":"","refresh_token":"new"}""", AuthorizationErrorKind.InvalidToken),
        Survivor("of a type in vain", """{"refresh_token":"new","access_token":"at","token_type":"mac"}""", AuthorizationErrorKind.UnsupportedTokenType),
        Survivor("of no access token", """{"refresh_token":"new"}""", AuthorizationErrorKind.MalformedResponse),
        Survivor("of an access token twice", """{"access_token":"a","access_token":"b","refresh_token":"new"}""", AuthorizationErrorKind.MalformedResponse),
        Refused("of itself twice", """{"access_token":"at","refresh_token":"a","refresh_token":"b"}""", AuthorizationErrorKind.MalformedResponse),
        Refused("of a cut answer", """{"access_token":"at","refresh_token":"new" """, AuthorizationErrorKind.MalformedResponse),
        Refused("of an error", """{"access_token":"at","refresh_token":"new","error":"invalid_scope"}""", AuthorizationErrorKind.OAuthError) with { Code = "invalid_scope" },
        Refused("of a failing service", """{"access_token":"at","refresh_token":"new"}""", AuthorizationErrorKind.Transient) with { Status = System.Net.HttpStatusCode.BadGateway },
    ];

    private static TokenCase New(string value, string text) =>
        Answer("new refresh token", value) with { Refresh = text };

    private static TokenCase Kept(string @class, string value) => Answer(@class, value);

    private static TokenCase Survivor(string name, string body, AuthorizationErrorKind kind) =>
        TokenCase.Refused("refresh token that outlives its answer", name, body, kind) with { Refresh = "new" };

    private static TokenCase Refused(string name, string body, AuthorizationErrorKind kind) =>
        TokenCase.Refused("refresh token that is not to be had", name, body, kind);

    private static TokenCase Answer(string @class, string value) =>
        TokenCase.Taken(@class, value, $$"""{"access_token":"at","token_type":"Bearer","refresh_token":{{value}}}""");
}
