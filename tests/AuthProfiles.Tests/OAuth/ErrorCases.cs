using System.Net;
using static AuthProfiles.AuthorizationErrorKind;

namespace AuthProfiles.Tests.OAuth;

internal static class ErrorCases
{
    private const string Good = """{"access_token":"at","token_type":"Bearer"}""";

    public static IEnumerable<TokenCase> All =>
    [
        Code("client refused", 401, "invalid_client", ClientRefused),
        Code("client refused", 400, "invalid_client", ClientRefused),
        Code("client refused", 200, "invalid_client", ClientRefused),
        Code("client refused", 400, "unauthorized_client", ClientRefused),
        Code("OAuth error", 400, "invalid_grant", OAuthError),
        Code("OAuth error", 400, "invalid_scope", OAuthError),
        Code("OAuth error", 400, "invalid_request", OAuthError),
        Code("OAuth error", 400, "unsupported_grant_type", OAuthError),
        Code("OAuth error", 400, "authorization_pending", OAuthError),
        Code("OAuth error", 403, "access_denied", OAuthError),
        Code("OAuth error", 404, "of_their_own", OAuthError),
        Code("OAuth error", 400, "INVALID_CLIENT", OAuthError),
        Code("error with status 200", 200, "bad_verification_code", OAuthError),
        Code("error with status 200", 201, "invalid_grant", OAuthError),
        Answer("error beside a token", "after", 200, """{"access_token":"at","token_type":"Bearer","error":"invalid_scope"}""", OAuthError) with { Code = "invalid_scope" },
        Answer("error beside a token", "before", 200, """{"error":"invalid_scope","access_token":"at","token_type":"Bearer"}""", OAuthError) with { Code = "invalid_scope" },
        Answer("error beside a token", "escaped", 200, """{"\u0065rror":"invalid_scope","access_token":"at","token_type":"Bearer"}""", OAuthError) with { Code = "invalid_scope" },
        Answer("error of another JSON type", "object", 200, """{"access_token":"at","error":{"message":"no","code":190}}""", OAuthError),
        Answer("error of another JSON type", "number", 400, """{"error":7}""", OAuthError) with { Code = "7" },
        Answer("error of another JSON type", "true", 200, """{"access_token":"at","error":true}""", OAuthError),
        Answer("error of another JSON type", "false", 200, """{"access_token":"at","error":false}""", OAuthError),
        Answer("error of another JSON type", "array", 400, """{"error":["invalid_client"]}""", OAuthError),
        Answer("error of another JSON type", "no text", 400, """{"error":"\ud800"}""", OAuthError),
        TokenCase.Taken("error left out", "null", """{"access_token":"at","token_type":"Bearer","error":null}"""),
        TokenCase.Taken("error left out", "empty", """{"access_token":"at","token_type":"Bearer","error":""}"""),
        TokenCase.Taken("error left out", "other case", """{"access_token":"at","token_type":"Bearer","Error":"invalid_client"}"""),
        Answer("hostile error code", "line feed", 400, """{"error":"a\r\nb"}""", OAuthError) with { Code = "a\\u000D\\u000Ab" },
        Answer("hostile error code", "terminal escape", 400, """{"error":"\u001b[31m"}""", OAuthError) with { Code = "\\u001B[31m" },
        Answer("hostile error code", "long", 400, $$"""{"error":"{{new string('x', 5000)}}"}""", OAuthError) with { Code = new string('x', 80) + "…" },
        Code("transient by status", 429, "slow_down", Transient),
        Code("transient by status", 500, "invalid_client", Transient),
        Code("transient by status", 503, "temporarily_unavailable", Transient),
        Answer("transient by status", "408", 408, "", Transient),
        Answer("transient by status", "429", 429, "", Transient),
        Answer("transient by status", "500", 500, "<html>", Transient),
        Answer("transient by status", "502", 502, "<html>Bad Gateway</html>", Transient),
        Answer("transient by status", "503 with a token", 503, Good, Transient),
        Answer("transient by status", "504", 504, "", Transient),
        Answer("transient by status", "599", 599, "", Transient),
        Code("transient by code", 400, "temporarily_unavailable", Transient),
        Code("transient by code", 400, "server_error", Transient),
        Code("transient by code", 200, "server_error", Transient),
        Answer("redirect", "301", 301, "", RedirectRefused),
        Answer("redirect", "302", 302, "", RedirectRefused),
        Answer("redirect", "303", 303, Good, RedirectRefused),
        Answer("redirect", "304", 304, "", RedirectRefused),
        Answer("redirect", "307 with a token", 307, Good, RedirectRefused),
        Answer("redirect", "308", 308, "", RedirectRefused),
        Answer("unauthorized without a code", "empty", 401, "", ClientRefused),
        Answer("unauthorized without a code", "HTML", 401, "<html>", ClientRefused),
        Answer("unauthorized without a code", "own form", 401, """{"message":"Bad credentials"}""", ClientRefused),
        Answer("other status without a code", "400", 400, "", MalformedResponse),
        Answer("other status without a code", "400 with a token", 400, Good, MalformedResponse),
        Answer("other status without a code", "403 HTML", 403, "<html>", MalformedResponse),
        Answer("other status without a code", "404", 404, "Not Found", MalformedResponse),
        Answer("other status without a code", "405", 405, "", MalformedResponse),
        Answer("other status without a code", "413 own form", 413, """{"message":"too much"}""", MalformedResponse),
        Answer("other status without a code", "error twice", 400, """{"error":"a","error":"b"}""", MalformedResponse),
        Answer("other status without a code", "204", 204, "", MalformedResponse),
    ];

    private static TokenCase Code(string @class, int status, string code, AuthorizationErrorKind kind) =>
        Answer(@class, $"{status} {code}", status, $$"""{"error":"{{code}}","error_description":"why"}""", kind) with { Code = code };

    private static TokenCase Answer(string @class, string name, int status, string body, AuthorizationErrorKind kind) =>
        TokenCase.Refused(@class, name, body, kind) with { Status = (HttpStatusCode)status };
}
