using System.Net;
using static AuthProfiles.AuthorizationErrorKind;

namespace AuthProfiles.Tests.OAuth;

internal static class ErrorRuleCases
{
    private static readonly TokenAnswerFormat NotOk = new() { ErrorWhen = [new("/ok") { Is = "false", Code = "/error" }] };
    private static readonly TokenAnswerFormat NotZero = new() { ErrorWhen = [new("/code") { IsNot = "0" }] };
    private static readonly TokenAnswerFormat There = new() { ErrorWhen = [new("/error/code")] };
    private static readonly TokenAnswerFormat Two = new() { ErrorWhen = [new("/a") { Is = "1", Code = "/why" }, new("/b/c") { IsNot = "fine" }] };

    private static readonly TokenAnswerFormat Own = new()
    {
        ErrorCodes = TokenAnswerFormat.Standard.ErrorCodes.Add("bad_refresh_token", "invalid_grant").Add("40001", "invalid_client").Add("busy", "temporarily_unavailable"),
    };

    public static IEnumerable<TokenCase> All =>
    [
        Row("error by a value", "false", NotOk, """{"ok":false,"error":"invalid_code"}""", OAuthError, "invalid_code"),
        Row("error by a value", "false without a code", NotOk, """{"ok":false}""", OAuthError, null),
        Row("error by a value", "false beside a token", NotOk, """{"ok":false,"access_token":"at","token_type":"Bearer"}""", OAuthError, null),
        Row("error by a value", "as text", NotOk, """{"ok":"false","access_token":"at","token_type":"Bearer"}""", OAuthError, null),
        Row("error by a value", "error alone is one too", NotOk, """{"ok":true,"error":"invalid_code","access_token":"at"}""", OAuthError, "invalid_code"),
        Row("error by a value", "with a status of its own", NotOk, """{"ok":false,"error":"ratelimited"}""", Transient, "ratelimited") with { Status = HttpStatusCode.TooManyRequests },
        Row("no error by its value", "true", NotOk, """{"ok":true,"access_token":"at","token_type":"Bearer"}"""),
        Row("no error by its value", "absent", NotOk, """{"access_token":"at","token_type":"Bearer"}"""),
        Row("no error by its value", "null", NotOk, """{"ok":null,"access_token":"at","token_type":"Bearer"}"""),
        Row("no error by its value", "other case", NotOk, """{"ok":"False","access_token":"at","token_type":"Bearer"}"""),
        Row("no error by its value", "zero", NotZero, """{"code":0,"access_token":"at","token_type":"Bearer"}"""),
        Row("no error by its value", "zero as text", NotZero, """{"code":"0","access_token":"at","token_type":"Bearer"}"""),
        Row("no error by its value", "no code", NotZero, """{"access_token":"at","token_type":"Bearer"}"""),
        Row("no error by its value", "two rules", Two, """{"a":0,"b":{"c":"fine"},"access_token":"at","token_type":"Bearer"}"""),
        Row("error by another value", "number", NotZero, """{"code":10012,"message":"no","data":{}}""", OAuthError, "10012"),
        Row("error by another value", "beside a token", NotZero, """{"code":1,"access_token":"at","token_type":"Bearer"}""", OAuthError, "1"),
        Row("error by another value", "text", NotZero, """{"code":"invalid_client"}""", ClientRefused, "invalid_client"),
        Row("error by another value", "object", NotZero, """{"code":{}}""", OAuthError, null),
        Row("error by another value", "negative zero is another", NotZero, """{"code":-0,"access_token":"at","token_type":"Bearer"}""", OAuthError, "-0"),
        Row("error by another value", "status 400", NotZero, """{"code":7}""", OAuthError, "7") with { Status = HttpStatusCode.BadRequest },
        Row("error by a member inside", "number", There, """{"error":{"message":"no","type":"OAuthException","code":190}}""", OAuthError, "190"),
        Row("error by a member inside", "no code there", There, """{"error":{"message":"no"}}""", OAuthError, null),
        Row("error by a member inside", "text where an object was told", There, """{"error":"invalid_grant"}""", OAuthError, "invalid_grant"),
        Row("the first rule that applies", "first", Two, """{"a":1,"why":"one","b":{"c":"two"}}""", OAuthError, "one"),
        Row("the first rule that applies", "second", Two, """{"a":2,"why":"one","b":{"c":"two"}}""", OAuthError, "two"),
        Row("the first rule that applies", "without its code the standard's", Two, """{"a":1,"error":"three"}""", OAuthError, "three"),
        Row("own code for the standard's", "text", Own, """{"error":"bad_refresh_token"}""", OAuthError, "invalid_grant"),
        Row("own code for the standard's", "number", Own, """{"error":40001}""", ClientRefused, "invalid_client"),
        Row("own code for the standard's", "transient", Own, """{"error":"busy"}""", Transient, "temporarily_unavailable"),
        Row("own code for the standard's", "other case", Own, """{"error":"Busy"}""", OAuthError, "Busy"),
        Row("own code for the standard's", "the standard's own", Own, """{"error":"invalid_grant"}""", OAuthError, "invalid_grant"),
    ];

    private static TokenCase Row(string @class, string name, TokenAnswerFormat format, string body) => TokenCase.Taken(@class, name, body) with { Format = format };

    private static TokenCase Row(string @class, string name, TokenAnswerFormat format, string body, AuthorizationErrorKind kind, string? code) => Row(@class, name, format, body) with { Kind = kind, Code = code };
}
