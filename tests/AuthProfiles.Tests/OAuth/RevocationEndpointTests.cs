using System.Net;
using AuthProfiles.OAuth;
using static AuthProfiles.AuthorizationErrorKind;

namespace AuthProfiles.Tests.OAuth;

internal sealed class RevocationEndpointTests
{
    private static readonly Uri Address = new("https://login.example/revoke?tenant=acme");

    [Test]
    public async Task _7009_01_The_token_its_kind_and_the_client_are_sent_as_to_the_token_endpoint()
    {
        var server = new TokenServer("200");

        await RevokeAsync(server);

        var sent = server.Sent.Single();
        Assert.That((sent.Method, sent.Address, sent.ContentType), Is.EqualTo((HttpMethod.Post, Address, "application/x-www-form-urlencoded")));
        Assert.That(sent.Body, Is.EqualTo("token=old+%2B+token&token_type_hint=refresh_token"));
        Assert.That(sent.Authorization, Is.EqualTo("Basic aWQ6czNjcmV0"));
    }

    [TestCase("200")]
    [TestCase("204")]
    [TestCase("299")]
    [TestCase("""{"result":"a token that nobody knows"}""")]
    [TestCase("{}")]
    public async Task _7009_01_A_success_is_one_whatever_its_body_also_for_a_token_that_nobody_knows(string answer)
    {
        var result = await RevokeAsync(new TokenServer(answer));

        Assert.That((result.Outcome, result.Failure), Is.EqualTo((RevocationOutcome.Revoked, default(TokenFailure))));
    }

    [Test]
    public async Task _7009_01_A_server_that_is_not_there_for_now_is_waited_for_as_it_asks()
    {
        var server = new TokenServer("503 7", "200");

        Assert.That((await RevokeAsync(server)).Outcome, Is.EqualTo(RevocationOutcome.Revoked));
        Assert.That(server.Sent, Has.Count.EqualTo(2));
        Assert.That(server.Time.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(7)));
    }

    [Test]
    public async Task _7009_01_A_delay_that_is_too_long_is_handed_on()
    {
        var server = new TokenServer("503 3600");

        var result = await RevokeAsync(server);

        Assert.That((result.Outcome, result.Failure!.Kind, result.Failure.RetryAfter), Is.EqualTo((RevocationOutcome.Failed, Transient, TimeSpan.FromHours(1))));
        Assert.That(server.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task _7009_01_A_kind_that_the_server_does_not_revoke_is_told_apart()
    {
        var server = Answering(HttpStatusCode.BadRequest, """{"error":"unsupported_token_type"}""");

        var result = await RevokeAsync(server);

        Assert.That((result.Outcome, result.Failure!.ErrorCode, result.Failure.StatusCode), Is.EqualTo((RevocationOutcome.Unsupported, "unsupported_token_type", 400)));
    }

    [TestCase(401, """{"error":"invalid_client"}""", ClientRefused)]
    [TestCase(401, "", ClientRefused)]
    [TestCase(400, """{"error":"invalid_request"}""", OAuthError)]
    [TestCase(400, "no", MalformedResponse)]
    [TestCase(404, "", MalformedResponse)]
    [TestCase(302, "", RedirectRefused)]
    public async Task Every_other_answer_is_a_failure_that_names_the_endpoint(int status, string body, AuthorizationErrorKind kind)
    {
        var result = await RevokeAsync(Answering((HttpStatusCode)status, body));

        Assert.That((result.Outcome, result.Failure!.Kind), Is.EqualTo((RevocationOutcome.Failed, kind)));
        Assert.That(result.Failure.Reason, Is.EqualTo($"the token could not be revoked: the revocation endpoint answered {status} {result.Failure.ErrorCode}".TrimEnd()));
    }

    [Test]
    public async Task A_success_from_elsewhere_is_none()
    {
        var server = new TokenServer("200") { Respond = static _ => new(HttpStatusCode.OK) { RequestMessage = new(HttpMethod.Post, "https://evil.example/") } };

        Assert.That((await RevokeAsync(server)).Failure!.Kind, Is.EqualTo(RedirectRefused));
    }

    [TestCase("no-name", Transient, "the revocation endpoint gave no answer")]
    [TestCase("tls", TlsFailure, "the revocation endpoint gave no answer")]
    [TestCase("ended", InDoubt, "the revocation endpoint gave no answer")]
    [TestCase("hang", InDoubt, "the revocation endpoint gave no answer")]
    [TestCase("program", Configuration, "InvalidOperationException")]
    public async Task Nothing_on_the_way_makes_it_throw(string failure, AuthorizationErrorKind kind, string reason)
    {
        var result = await RevokeAsync(new TokenServer(failure));

        Assert.That((result.Outcome, result.Failure!.Kind), Is.EqualTo((RevocationOutcome.Failed, kind)));
        Assert.That(result.Failure.Reason, Is.EqualTo($"the token could not be revoked: {reason}"));
    }

    [Test]
    public async Task A_token_goes_nowhere_by_plain_http()
    {
        var server = new TokenServer("200");

        Assert.That((await RevokeAsync(server, new("http://login.example/revoke"))).Failure!.Kind, Is.EqualTo(OriginRefused));
        Assert.That(server.Sent, Is.Empty);
    }

    [Test]
    public async Task The_callers_cancellation_is_no_failure()
    {
        using var caller = new CancellationTokenSource();
        var server = new TokenServer("200")
        {
            Respond = _ =>
            {
                caller.Cancel();
                throw new OperationCanceledException(caller.Token);
            },
        };

        await Assert.ThatAsync(() => RevokeAsync(server, cancellationToken: caller.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task No_result_shows_the_token()
    {
        var result = await RevokeAsync(Answering(HttpStatusCode.BadRequest, """{"error":"old + token"}"""));

        Assert.That($"{result} {result.Failure}", Does.Not.Contain("old + token").And.Not.Contain("s3cret"));
    }

    private static TokenServer Answering(HttpStatusCode status, string body) =>
        new("200") { Respond = request => new(status) { Content = new StringContent(body), RequestMessage = request } };

    private static async Task<RevocationResult> RevokeAsync(TokenServer server, Uri? address = null, CancellationToken cancellationToken = default)
    {
        using var client = new HttpMessageInvoker(server);
        var endpoint = new RevocationEndpoint(new(new BasicClientAuthentication(), new FormTokenRequestBody(), new TokenAnswerReader()));
        return await endpoint.RevokeAsync(client, server.Time, address ?? Address, new TokenRequest(new("id", "s3cret")), "old + token", RevocationEndpoint.RefreshToken, cancellationToken);
    }
}
