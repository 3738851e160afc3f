using static AuthProfiles.AuthorizationErrorKind;

namespace AuthProfiles.Tests.OAuth;

internal static class PlaceCases
{
    private static readonly TokenAnswerFormat Nested = new()
    {
        AccessToken = "/data/0/access_token",
        TokenType = "/data/0/kind",
        Expiry = "/data/0/expiry/seconds",
        RefreshToken = "/data/0/refresh",
        RefreshExpiry = "/data/0/refresh_expiry",
        Scope = "/scopes",
        Error = "/fault/code",
    };

    private static readonly TokenAnswerFormat Odd = new() { AccessToken = "/a~1b/~0/m~01", TokenType = null };

    private static readonly TokenAnswerFormat Slim = new() { AccessToken = "/token", TokenType = null, Expiry = null, RefreshToken = null, RefreshExpiry = null, Scope = null, Error = null };

    private static readonly TokenAnswerFormat Exchanged = new() { RefreshToken = "/access_token" };

    private static readonly TokenAnswerFormat WithOutputs = new()
    {
        Outputs = TokenAnswerFormat.Standard.Outputs.Add("instanceUrl", "/instance_url").Add("team", "/team/id").Add("first", "/sites/0/id"),
    };

    public static IEnumerable<TokenCase> All =>
    [
        .. ScopeCases.Separated,
        At("values elsewhere", "all of them", Nested, """{"data":[{"access_token":"at","kind":"bearer","expiry":{"seconds":60},"refresh":"new","refresh_expiry":3600}],"scopes":["a","b"]}""") with
        { Seconds = 60, Refresh = "new", RefreshSeconds = 3600, Scope = "a b" },
        At("values elsewhere", "the standard's places are of no interest", Nested, """{"data":[{"access_token":"at"}],"expires_in":60,"refresh_token":"new","scope":"x","error":"x","token_type":"mac"}""") with { TypeWasMissing = true },
        At("values elsewhere", "a second element beside", Nested, """{"data":[{"access_token":"at","kind":"Bearer"},{"access_token":"other"},7,null]}"""),
        At("values elsewhere", "an object in an array's place", Nested, """{"data":{"0":{"access_token":"at","kind":"Bearer"}}}"""),
        At("values elsewhere", "names with slash and tilde", Odd, """{"a/b":{"~":{"m~1":"at"}},"a~1b":{"~0":{"m~01":"no"}}}"""),
        Fails("nothing at the place", "at the standard's only", Nested, """{"access_token":"at"}""", MalformedResponse),
        Fails("nothing at the place", "an empty array", Nested, """{"data":[]}""", MalformedResponse),
        Fails("nothing at the place", "a text on the way", Nested, """{"data":"access_token"}""", MalformedResponse),
        Fails("nothing at the place", "null on the way", Nested, """{"data":[null]}""", MalformedResponse),
        Fails("nothing at the place", "one level too deep", Nested, """{"data":[[{"access_token":"at"}]]}""", MalformedResponse),
        Fails("nothing at the place", "in another case", Nested, """{"Data":[{"access_token":"at"}]}""", MalformedResponse),
        Fails("nothing at the place", "null itself", Nested, """{"data":[{"access_token":null,"refresh":"new"}]}""", MalformedResponse) with { Refresh = "new" },
        Fails("a name twice on the way", "the first step", Nested, """{"data":[{"access_token":"at"}],"data":[{"access_token":"other"}]}""", MalformedResponse),
        Fails("a name twice on the way", "the first step, equal", Nested, """{"data":[{"access_token":"at"}],"data":[{"access_token":"at"}]}""", MalformedResponse),
        Fails("a name twice on the way", "the first step, escaped", Nested, """{"data":[{"access_token":"at"}],"d\u0061ta":null}""", MalformedResponse),
        Fails("a name twice on the way", "the last step", Nested, """{"data":[{"access_token":"at","access_token":"other","refresh":"new"}]}""", MalformedResponse) with { Refresh = "new" },
        Fails("a name twice on the way", "to the expiry", Nested, """{"data":[{"access_token":"at","expiry":{"seconds":1},"expiry":{"seconds":2}}]}""", MalformedResponse),
        Fails("a name twice on the way", "to an output", WithOutputs, """{"access_token":"at","team":{"id":"a"},"team":{"id":"b"}}""", MalformedResponse),
        Fails("a name twice on the way", "takes the refresh token along", Nested, """{"data":[{"access_token":"at","refresh":"a"}],"data":[{"refresh":"b"}]}""", MalformedResponse),
        At("a name twice beside the way", "in a sibling", Nested, """{"data":[{"access_token":"at","kind":"Bearer","x":{"refresh":"a","refresh":"b"}}],"x":1,"x":2}"""),
        At("a name twice beside the way", "in another element", Nested, """{"data":[{"access_token":"at","kind":"Bearer"},{"kind":"a","kind":"b"}]}"""),
        Fails("unfit values elsewhere", "access token", Nested, """{"data":[{"access_token":"a\nt","refresh":"new"}]}""", InvalidToken) with { Refresh = "new" },
        Fails("unfit values elsewhere", "type", Nested, """{"data":[{"access_token":"at","kind":"mac","refresh":"new"}]}""", UnsupportedTokenType) with { Refresh = "new" },
        At("unfit values elsewhere", "expiry", Nested, """{"data":[{"access_token":"at","kind":"Bearer","expiry":{"seconds":-1},"refresh_expiry":"soon"}]}"""),
        Fails("unfit values elsewhere", "error", Nested, """{"data":[{"access_token":"at"}],"fault":{"code":"invalid_grant"}}""", OAuthError) with { Code = "invalid_grant" },
        At("a format without places", "token alone", Slim, """{"token":"at"}"""),
        At("a format without places", "nothing else is looked at", Slim, """{"token":"at","expires_in":1,"refresh_token":"x","scope":"x","error":"x","token_type":"mac","expires_in":2}"""),
        At("refresh by the access token", "same place", Exchanged, """{"access_token":"at","token_type":"Bearer","refresh_token":"other"}""") with { Refresh = "at" },
        Fails("refresh by the access token", "unfit", Exchanged, """{"access_token":"a\nt","token_type":"Bearer"}""", InvalidToken) with { Refresh = "a\nt" },
        At("values for templates", "all", WithOutputs, """{"access_token":"at","token_type":"Bearer","instance_url":"https://na1.example","team":{"id":7},"sites":[{"id":true}]}""") with { Outputs = "first=true instanceUrl=https://na1.example team=7" },
        At("values for templates", "some", WithOutputs, """{"access_token":"at","token_type":"Bearer","instance_url":"https://na1.example","team":null}""") with { Outputs = "instanceUrl=https://na1.example" },
        At("values for templates", "empty", WithOutputs, """{"access_token":"at","token_type":"Bearer","instance_url":"","team":{"id":{}},"sites":[{"id":[1]}]}"""),
        At("values for templates", "no text", WithOutputs, """{"access_token":"at","token_type":"Bearer","instance_url":"\ud800"}"""),
        At("lifetime that is fixed", "answer says nothing", Fixed, """{"access_token":"at","token_type":"Bearer"}""") with { Seconds = 7200 },
        At("lifetime that is fixed", "answer says another", Fixed, """{"access_token":"at","token_type":"Bearer","expires_in":5}""") with { Seconds = 7200 },
        At("expiry of the refresh token", "known", TokenAnswerFormat.Standard, """{"access_token":"at","token_type":"Bearer","refresh_token":"new","refresh_token_expires_in":"86400"}""") with { Refresh = "new", RefreshSeconds = 86400 },
        At("expiry of the refresh token", "zero", TokenAnswerFormat.Standard, """{"access_token":"at","token_type":"Bearer","refresh_token":"new","refresh_token_expires_in":0}""") with { Refresh = "new" },
    ];

    private static TokenAnswerFormat Fixed => new() { FixedLifetime = TimeSpan.FromHours(2) };

    private static TokenCase At(string @class, string name, TokenAnswerFormat format, string body) => TokenCase.Taken(@class, name, body) with { Format = format };

    private static TokenCase Fails(string @class, string name, TokenAnswerFormat format, string body, AuthorizationErrorKind kind) => At(@class, name, format, body) with { Kind = kind };
}
