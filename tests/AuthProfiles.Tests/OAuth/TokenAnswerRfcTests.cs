using System.Net;
using System.Text;
using AuthProfiles.OAuth;

namespace AuthProfiles.Tests.OAuth;

/// <summary>What RFC 6749 and RFC 8693 say of token answers, rule by rule.</summary>
[CancelAfter(30_000)]
internal sealed class TokenAnswerRfcTests
{
    private const string AccessTokenType = "urn:ietf:params:oauth:token-type:access_token";

    [TestCase(""","scope":"read write" """, "read write")]
    [TestCase(""","scope":"read" """, "read")]
    [TestCase(""","scope":["read","write"] """, "read write")]
    [TestCase("", null)]
    [TestCase(""","scope":null""", null)]
    [TestCase(""","scope":"" """, null)]
    public void _6749_09_The_granted_scope_is_the_answers_or_else_the_one_asked_for(string member, string? scope) =>
        Assert.That(Read($$"""{"access_token":"at","token_type":"Bearer"{{member}}}""").Answer!.Scope, Is.EqualTo(scope));

    [Test]
    public void _6749_11_Unknown_members_are_ignored_whatever_they_are()
    {
        var answer = Read("""
            {"x":1,"access_token":"at","y":{"access_token":"no","expires_in":1,"error":"no"},"token_type":"Bearer","z":[{"refresh_token":"no"},[[]],"error"],
             "expires_in":3600,"Access_Token":"no","ERROR":"no","x":2,"ext_expires_in":"never","":null,"refresh_token":"rt","\ud800":7,"scope":"read"}
            """).Answer!;

        Assert.That(
            (answer.AccessToken.Reveal(), answer.Lifetime, answer.RefreshToken?.Reveal(), answer.Scope),
            Is.EqualTo(("at", (TimeSpan?)TimeSpan.FromHours(1), "rt", "read")));
    }

    [Test]
    public async Task _6749_16_A_refresh_token_beside_client_credentials_is_not_kept()
    {
        var server = new TokenServer("""{"access_token":"at","token_type":"Bearer","expires_in":60,"refresh_token":"rt"}""");
        var profile = new ClientCredentialsProfile("orders", new() { TokenUrl = "https://login.example/token", ClientId = "id", ClientSecret = "s3cret" });
        using var client = new HttpMessageInvoker(server);

        var first = await profile.AcquireAsync(Request(profile, server, client, renewal: false), default);
        var second = await profile.AcquireAsync(Request(profile, server, client, renewal: true), default);

        Assert.That((first.Grant, second.Grant), Is.EqualTo(((Grant?)null, (Grant?)null)));
        Assert.That(server.Sent.Select(static sent => sent.Body), Is.All.EqualTo("grant_type=client_credentials"));
    }

    [TestCase("bearer", true)]
    [TestCase("BEARER", true)]
    [TestCase("Bearer", true)]
    [TestCase("DPoP", false)]
    [TestCase("mac", false)]
    [TestCase("bearer ", false)]
    [TestCase("beareR\u0000", false)]
    public void _6749_17_The_type_is_compared_without_case_and_an_unknown_one_is_not_used(string type, bool taken)
    {
        var reading = Read($$"""{"access_token":"at","token_type":{{System.Text.Json.JsonSerializer.Serialize(type)}}}""");

        Assert.That(reading.Succeeded, Is.EqualTo(taken));
        Assert.That(reading.Failure?.Kind, Is.EqualTo(taken ? null : AuthorizationErrorKind.UnsupportedTokenType));
    }

    [Test]
    public void _6749_17_A_missing_type_is_Bearer_and_worth_a_warning()
    {
        var answer = Read("""{"access_token":"at","token_type":null}""").Answer!;

        Assert.That((answer.TokenType, answer.TypeWasMissing), Is.EqualTo(("Bearer", true)));
    }

    [TestCase(1)]
    [TestCase(64 * 1024)]
    [TestCase(1_000_000)]
    public async Task _6749_18_A_token_may_be_of_any_size_that_an_answer_has(int length)
    {
        var token = new string('a', length);
        var server = new TokenServer($$"""{"access_token":"{{token}}","token_type":"Bearer","refresh_token":"{{token[..Math.Min(length, 20_000)]}}"}""");
        using var client = new HttpMessageInvoker(server);

        var reading = await SendAsync(server, client);

        Assert.That(reading.Answer?.AccessToken.Reveal(), Is.EqualTo(token));
    }

    [TestCase("", null)]
    [TestCase(""","expires_in":null""", null)]
    [TestCase(""","expires_in":0""", null)]
    [TestCase(""","expires_in":-1""", null)]
    [TestCase(""","expires_in":"soon" """, null)]
    [TestCase(""","expires_in":[3600]""", null)]
    [TestCase(""","expires_in":3600""", 3600d)]
    [TestCase(""","expires_in":"3600" """, 3600d)]
    public async Task _6749_19_Without_a_lifetime_that_makes_sense_the_profiles_own_applies(string member, double? told)
    {
        var answer = $$"""{"access_token":"at","token_type":"Bearer"{{member}}}""";
        var server = new TokenServer(answer);
        var profile = new ClientCredentialsProfile("orders", new() { TokenUrl = "https://login.example/token", ClientId = "id", ClientSecret = "s3cret", AssumedLifetime = TimeSpan.FromMinutes(5) });
        using var client = new HttpMessageInvoker(server);

        var acquired = await profile.AcquireAsync(Request(profile, server, client, renewal: false), default);

        Assert.That(Read(answer).Answer!.Lifetime?.TotalSeconds, Is.EqualTo(told));
        Assert.That(acquired.Credential.ExpiresAt, Is.EqualTo(TokenTime.Start.AddSeconds(told ?? 300)));
    }

    [TestCase(400, """{"error":"invalid_grant","error_description":"no"}""", AuthorizationErrorKind.OAuthError, "invalid_grant")]
    [TestCase(400, """{"error":"invalid_client"}""", AuthorizationErrorKind.ClientRefused, "invalid_client")]
    [TestCase(401, """{"error":"invalid_client"}""", AuthorizationErrorKind.ClientRefused, "invalid_client")]
    [TestCase(401, "<html>no</html>", AuthorizationErrorKind.ClientRefused, null)]
    [TestCase(401, "", AuthorizationErrorKind.ClientRefused, null)]
    [TestCase(400, "<html>no</html>", AuthorizationErrorKind.MalformedResponse, null)]
    [TestCase(400, "no", AuthorizationErrorKind.MalformedResponse, null)]
    [TestCase(200, """{"error":"invalid_scope","access_token":"at"}""", AuthorizationErrorKind.OAuthError, "invalid_scope")]
    [TestCase(400, """{"error":"invalid_target"}""", AuthorizationErrorKind.OAuthError, "invalid_target")]
    public void _6749_20_An_error_is_typed_and_a_body_that_is_no_JSON_is_borne(int status, string body, AuthorizationErrorKind kind, string? code)
    {
        var failure = Read(body, (HttpStatusCode)status).Failure!;

        Assert.That((failure.Kind, failure.ErrorCode, failure.StatusCode), Is.EqualTo((kind, code, (int?)status)));
    }

    [TestCase(200)]
    [TestCase(400)]
    [TestCase(401)]
    public async Task _6749_20_No_more_than_a_mebibyte_of_an_answer_is_read(int status)
    {
        using var body = new TrickleStream(bytes: null, 64 * 1024);
        var server = new TokenServer("-") { Respond = _ => new((HttpStatusCode)status) { Content = new StreamContent(body) } };
        using var client = new HttpMessageInvoker(server);

        var failure = (await SendAsync(server, client)).Failure!;

        Assert.That((failure.Kind, failure.StatusCode), Is.EqualTo((AuthorizationErrorKind.ResponseTooLarge, (int?)status)));
        Assert.That(body.Given, Is.AtMost((1024 * 1024) + 1));
    }

    [TestCase(AccessTokenType, null)]
    [TestCase(null, AuthorizationErrorKind.MalformedResponse)]
    [TestCase("", AuthorizationErrorKind.MalformedResponse)]
    [TestCase("urn:ietf:params:oauth:token-type:refresh_token", AuthorizationErrorKind.UnsupportedTokenType)]
    [TestCase("URN:ietf:params:oauth:token-type:access_token", AuthorizationErrorKind.UnsupportedTokenType)]
    public void _8693_04_An_exchange_says_what_it_issued_and_it_is_what_was_asked_for(string? issued, AuthorizationErrorKind? kind)
    {
        var member = issued is null ? string.Empty : $$""","issued_token_type":"{{issued}}" """;
        var body = $$"""{"access_token":"at","token_type":"Bearer","refresh_token":"rt"{{member}}}""";
        var reading = new TokenAnswerReader { IssuedTokenTypes = [AccessTokenType, "urn:ietf:params:oauth:token-type:jwt"] }.Read(HttpStatusCode.OK, null, Encoding.UTF8.GetBytes(body), TokenTime.Start);

        Assert.That(reading.Failure?.Kind, Is.EqualTo(kind));
        Assert.That(reading.Answer?.IssuedTokenType, Is.EqualTo(kind is null ? issued : null));
        Assert.That((reading.Answer?.RefreshToken ?? reading.Failure?.RefreshToken)?.Reveal(), Is.EqualTo("rt"));
        Assert.That(Read(body).Succeeded, Is.True, "other grants do not ask");
    }

    [TestCase("N_A")]
    [TestCase("n_a")]
    public void _8693_05_A_token_that_is_no_access_token_is_sent_nowhere_even_if_its_type_is_listed(string type)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"access_token":"at","token_type":"{{type}}","issued_token_type":"urn:ietf:params:oauth:token-type:id_token"}""");

        foreach (var reader in new[] { new TokenAnswerReader(), new TokenAnswerReader("N_A"), new TokenAnswerReader("n_a", "mac") })
        {
            var failure = reader.Read(HttpStatusCode.OK, null, body, TokenTime.Start).Failure!;

            Assert.That(failure.Kind, Is.EqualTo(AuthorizationErrorKind.UnsupportedTokenType));
            Assert.That(failure.Reason, Does.Contain("N_A").And.Not.Contain("AcceptedTokenTypes"));
        }
    }

    private static TokenReading Read(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        new TokenAnswerReader().Read(status, null, Encoding.UTF8.GetBytes(body), TokenTime.Start);

    private static CredentialRequest Request(ClientCredentialsProfile profile, TokenServer server, HttpMessageInvoker client, bool renewal) =>
        new(profile.Definition, new Connection { Key = new("orders", null, null) }, () => client, server.Time, renewal);

    private static Task<TokenReading> SendAsync(TokenServer server, HttpMessageInvoker client) =>
        new TokenEndpoint(new BasicClientAuthentication(), new FormTokenRequestBody(), new TokenAnswerReader())
            .SendAsync(client, server.Time, new("https://login.example/token"), new(new("id", "s3cret")), safeToRepeat: true, default);
}
