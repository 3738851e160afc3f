using System.Text;
using static AuthProfiles.AuthorizationErrorKind;

namespace AuthProfiles.Tests.OAuth;

internal static class FormCases
{
    private static readonly TokenAnswerFormat Form = new() { TakesForm = true, Outputs = TokenAnswerFormat.Standard.Outputs.Add("site", "/site") };

    public static IEnumerable<TokenCase> All =>
    [
        Row("form", "as the old services write it", "access_token=at&scope=repo%2Cgist&token_type=bearer") with { Scope = "repo,gist" },
        Row("form", "with expiry", "access_token=at&token_type=Bearer&expires_in=5184000") with { Seconds = 5184000 },
        Row("form", "with a refresh token", "token_type=Bearer&refresh_token=new&access_token=at&refresh_token_expires_in=7") with { Refresh = "new", RefreshSeconds = 7 },
        Row("form", "encoded names and values", "%61ccess_token=a%74&token_type=B%65arer&site=a+b%2Bc") with { Outputs = "site=a b+c" },
        Row("form", "line feed at the end", "access_token=at&token_type=Bearer\r\n"),
        Row("form", "no type", "access_token=at") with { TypeWasMissing = true },
        Row("form", "empty values", "access_token=at&token_type=&expires_in=&refresh_token=&scope=") with { TypeWasMissing = true },
        Row("form", "noise", "&&=x&x&x=1&x=2&access_token=at&token_type=Bearer&"),
        Row("form", "broken escape stays as it is", "access_token=at&token_type=Bearer&site=%zz%4") with { Outputs = "site=%zz%4" },
        Row("form", "bad expiry", "access_token=at&token_type=Bearer&expires_in=soon"),
        Row("form that declares JSON is taken as JSON", "object", """{"access_token":"at","token_type":"Bearer"}"""),
        Row("form with an error", "beside a token", "access_token=at&error=invalid_grant", OAuthError) with { Code = "invalid_grant" },
        Row("form with an error", "alone", "error=bad_verification_code&error_description=no", OAuthError) with { Code = "bad_verification_code" },
        Row("form with an error", "hostile", "error=a%0D%0Ab", OAuthError) with { Code = "a\\u000D\\u000Ab" },
        Row("form that can't be used", "name twice", "access_token=at&access_token=other&refresh_token=new", MalformedResponse) with { Refresh = "new" },
        Row("form that can't be used", "escaped name twice", "access_token=at&acc%65ss_token=at", MalformedResponse),
        Row("form that can't be used", "no token", "a=b", MalformedResponse),
        Row("form that can't be used", "empty", "", MalformedResponse),
        Row("form that can't be used", "HTML", "<html><a href=\"?access_token=at&x=y\">", MalformedResponse),
        Row("form that can't be used", "empty token", "access_token=&token_type=Bearer", InvalidToken),
        Row("form that can't be used", "line feed in the token", "access_token=a%0At&refresh_token=new", InvalidToken) with { Refresh = "new" },
        Row("form that can't be used", "token that is no UTF-8", "access_token=a%ff", InvalidToken),
        Row("form that can't be used", "cut JSON", """{"access_token":"at","token_type""", MalformedResponse),
        new("form that can't be used", "no UTF-8", [.. Encoding.ASCII.GetBytes("access_token=at&x="), 0xFF]) { Format = Form, Kind = MalformedResponse },
        TokenCase.Refused("form that is not declared", "form", "access_token=at&token_type=Bearer", MalformedResponse),
        TokenCase.Refused("form that is not declared", "error", "error=invalid_client", MalformedResponse),
    ];

    private static TokenCase Row(string @class, string name, string body) => TokenCase.Taken(@class, name, body) with { Format = Form };

    private static TokenCase Row(string @class, string name, string body, AuthorizationErrorKind kind) => Row(@class, name, body) with { Kind = kind };
}
