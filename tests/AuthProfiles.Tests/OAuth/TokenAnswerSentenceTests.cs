using System.Net;
using System.Text;
using AuthProfiles.OAuth;
using AuthProfiles.Tests.Resilience;
using static AuthProfiles.AuthorizationErrorKind;

namespace AuthProfiles.Tests.OAuth;

/// <summary>The sentences of refused token answers, word by word: they are all that a developer has to go by.</summary>
internal sealed class TokenAnswerSentenceTests
{
    private static readonly TokenAnswerFormat Translating = TokenAnswerFormat.Standard with
    {
        ErrorCodes = TokenAnswerFormat.Standard.ErrorCodes.Add("bad_app", "invalid_client").Add("invalid_scope", "invalid_scope"),
    };

    [TestCase(302, "", ", which is a redirect; those are never followed. Give the final address as token URL")]
    [TestCase(401, "{}", ", without an error code: client id or secret is wrong")]
    [TestCase(404, "{}", ", without an error code: it has no 'error'. Check the token URL")]
    [TestCase(404, "<html>", ", without an error code: it is not JSON, or nested too deeply. Check the token URL")]
    [TestCase(400, """{"error":{}}""", " with an error")]
    [TestCase(503, "", "")]
    [TestCase(400, """{"error":"invalid_target"}""", " invalid_target. The resource or audience is unknown to the service or not granted to the client (RFC 8707, RFC 8693)")]
    [TestCase(400, """{"error":"unsupported_grant_type"}""", " unsupported_grant_type. The service does not offer this grant")]
    [TestCase(400, """{"error":"unauthorized_client"}""", " unauthorized_client. The client may not use this grant: allow it where the client is registered")]
    [TestCase(400, """{"error":"bad_app"}""", " bad_app (invalid_client). Client id or secret is wrong")]
    [TestCase(400, """{"error":"invalid_scope"}""", " invalid_scope. The scope is unknown to the service or not granted to the client")]
    [TestCase(200, "<html>", ", but its body is no token answer: it is not JSON, or nested too deeply. Check the token URL")]
    [TestCase(200, "7", ", but its body is no token answer: it is no JSON object. Check the token URL")]
    [TestCase(200, "{}", ", but its body is no token answer: it has no 'access_token'. Check the token URL")]
    [TestCase(200, """{"scope":"a","scope":"b","expires_in":1,"expires_in":1}""", ", but its body is no token answer: it has 'scope' twice. Check the token URL")]
    [TestCase(200, """{"access_token":7}""", ", with an access token that can't be used: it is no text")]
    [TestCase(200, """{"access_token":"a\nb"}""", ", with an access token that can't be used: it has a character that a header can't carry")]
    [TestCase(200, """{"access_token":"at","token_type":{}}""", ", with a token of another type, which the profile does not list. Add the type to AcceptedTokenTypes if its tokens are sent like Bearer")]
    [TestCase(200, """{"access_token":"at","token_type":"mac"}""", ", with a token of the type 'mac', which the profile does not list. Add the type to AcceptedTokenTypes if its tokens are sent like Bearer")]
    public void An_answer_that_is_refused_says_why_and_what_to_do(int status, string body, string reason) =>
        Assert.That(Read(status, body).Failure?.Reason, Is.EqualTo($"the token endpoint answered {status}{reason}"));

    [TestCase("""{"access_token":"at"}""", "but its body is no answer to a token exchange: it has no 'issued_token_type' (RFC 8693, section 2.2.1)")]
    [TestCase("""{"access_token":"at","issued_token_type":"saml"}""", "with a token that was not asked for: it is 'saml'")]
    [TestCase("""{"access_token":"at","issued_token_type":"at"}""", "with a token that was not asked for")]
    [TestCase("""{"access_token":"at","issued_token_type":{}}""", "with a token that was not asked for")]
    public void An_exchange_that_brought_something_else_says_what(string body, string reason) =>
        Assert.That(new TokenAnswerReader { IssuedTokenTypes = ["jwt"] }.Read(HttpStatusCode.OK, null, Encoding.UTF8.GetBytes(body), TokenTime.Start).Failure?.Reason, Is.EqualTo($"the token endpoint answered 200, {reason}"));

    [Test]
    public void An_empty_secret_of_the_request_is_in_no_text() =>
        Assert.That(new TokenAnswerReader().Read(HttpStatusCode.BadRequest, null, """{"error":"theirs"}"""u8, TokenTime.Start, string.Empty).Failure?.Reason, Is.EqualTo("the token endpoint answered 400 theirs"));

    [Test]
    public void The_last_status_of_success_is_one_too() =>
        Assert.That(Read(299, """{"access_token":"at","token_type":"Bearer"}""").Succeeded, Is.True);

    [TestCase("no-name", Transient, "the token endpoint at https://login.example can't be reached: its name has no address. Nothing was sent")]
    [TestCase("no-connection", Transient, "the token endpoint at https://login.example can't be reached: the connection was refused or broke off. Nothing was sent")]
    [TestCase("no-proxy", Transient, "the token endpoint at https://login.example can't be reached: the proxy refused. Nothing was sent")]
    [TestCase("tls", TlsFailure, "no trusted connection to the token endpoint at https://login.example could be made: its certificate or TLS version was refused. Check the address and the machine's certificates")]
    [TestCase("ended", InDoubt, "the token request was sent and no whole answer came, so it may have been carried out")]
    [TestCase("too-slow", InDoubt, "the token request was sent and no whole answer came, so it may have been carried out (it took too long)")]
    [TestCase("no-gzip", MalformedResponse, "the answer of the token endpoint at https://login.example can't be decompressed")]
    public void A_request_without_an_answer_says_what_is_known_of_it(string failure, AuthorizationErrorKind kind, string reason)
    {
        var error = TransportFailure.Of(ErrorOf(failure), safeToRepeat: true, "the token endpoint at https://login.example");

        Assert.That((error.Kind, error.Reason), Is.EqualTo((kind, reason)));
    }

    private static Exception ErrorOf(string failure) => failure switch
    {
        "too-slow" => new HttpRequestException("later", new TimeoutException()),
        "no-gzip" => new InvalidDataException(),
        _ => Failures.Of(failure),
    };

    private static TokenReading Read(int status, string body) =>
        new TokenAnswerReader(Translating).Read((HttpStatusCode)status, null, Encoding.UTF8.GetBytes(body), TokenTime.Start);
}
