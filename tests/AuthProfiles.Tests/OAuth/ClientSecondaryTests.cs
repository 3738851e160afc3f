using System.Net;
using System.Text;
using AuthProfiles.OAuth;
using static AuthProfiles.AuthorizationErrorKind;

namespace AuthProfiles.Tests.OAuth;

/// <summary>A client with two secrets, while one takes the other's place.</summary>
[CancelAfter(30_000)]
[Category("R43")]
internal sealed class ClientSecondaryTests
{
    private const string InvalidClient = """{"error":"invalid_client"}""";

    [TestCase(HttpStatusCode.Unauthorized, InvalidClient)]
    [TestCase(HttpStatusCode.BadRequest, InvalidClient)]
    [TestCase(HttpStatusCode.Unauthorized, "")]
    [TestCase(HttpStatusCode.Unauthorized, "<html>")]
    public async Task A_refused_client_asks_once_more_with_its_secondary_and_says_so(HttpStatusCode status, string body)
    {
        var server = Server((status, body), (HttpStatusCode.OK, TokenServer.Good));

        var reading = await SendAsync(server);

        Assert.That((reading.Succeeded, reading.IsOfSecondary), Is.EqualTo((true, true)));
        Assert.That(Secrets(server), Is.EqualTo(new[] { "primary", "secondary" }));
    }

    [Test]
    public async Task A_grant_that_can_be_spent_is_asked_for_again_too_because_a_refused_client_has_spent_nothing()
    {
        var server = Server((HttpStatusCode.Unauthorized, InvalidClient), (HttpStatusCode.OK, TokenServer.Good));

        Assert.That((await SendAsync(server, safeToRepeat: false)).IsOfSecondary, Is.True);
        Assert.That(server.Sent, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Where_the_primary_is_good_the_secondary_is_never_sent()
    {
        var server = Server((HttpStatusCode.OK, TokenServer.Good));

        var reading = await SendAsync(server);

        Assert.That((reading.Succeeded, reading.IsOfSecondary), Is.EqualTo((true, false)));
        Assert.That(Secrets(server), Is.EqualTo(new[] { "primary" }));
    }

    [Test]
    public async Task A_client_without_a_secondary_is_refused_after_one_request()
    {
        var server = Server((HttpStatusCode.Unauthorized, InvalidClient));

        var reading = await SendAsync(server, hasSecondary: false);

        Assert.That((reading.Failure!.Kind, reading.IsOfSecondary, server.Sent.Count), Is.EqualTo((ClientRefused, false, 1)));
    }

    [Test]
    public async Task Where_both_are_refused_there_is_no_third_request()
    {
        var server = Server((HttpStatusCode.Unauthorized, InvalidClient));

        var reading = await SendAsync(server);

        Assert.That((reading.Failure!.Kind, reading.IsOfSecondary, server.Sent.Count), Is.EqualTo((ClientRefused, true, 2)));
    }

    [TestCase(400, """{"error":"unauthorized_client"}""")]
    [TestCase(401, """{"error":"unauthorized_client"}""")]
    [TestCase(400, """{"error":"invalid_grant"}""")]
    [TestCase(401, """{"error":"invalid_grant"}""")]
    [TestCase(400, """{"error":"invalid_request"}""")]
    [TestCase(400, """{"error":"invalid_scope"}""")]
    [TestCase(403, "")]
    [TestCase(404, "")]
    [TestCase(302, "")]
    [TestCase(400, "")]
    [TestCase(200, "{}")]
    public async Task For_nothing_else_is_the_secondary_sent(int status, string body)
    {
        var server = Server(((HttpStatusCode)status, body));

        var reading = await SendAsync(server);

        Assert.That((reading.Succeeded, reading.IsOfSecondary, server.Sent.Count), Is.EqualTo((false, false, 1)));
    }

    [TestCase("503 60")]
    [TestCase("429 60")]
    [TestCase("tls")]
    [TestCase("ended")]
    public async Task A_failure_of_the_moment_is_none_of_the_client(string answer)
    {
        var server = new TokenServer(answer);

        Assert.That((await SendAsync(server, safeToRepeat: false)).IsOfSecondary, Is.False);
        Assert.That(Secrets(server), Has.All.EqualTo("primary"));
    }

    [Test]
    public async Task A_secondary_whose_answer_does_not_come_is_a_failure_of_the_secondary()
    {
        var server = new TokenServer("401", "ended");

        var reading = await SendAsync(server, safeToRepeat: false);

        Assert.That((reading.Failure!.Kind, reading.IsOfSecondary), Is.EqualTo((InDoubt, true)));
    }

    [Test]
    public async Task Both_together_have_thirty_seconds()
    {
        var server = new TokenServer("503 9", "503 9", "401", "503 9", "hang");

        var reading = await SendAsync(server);

        Assert.That(server.Time.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(30)));
        Assert.That((reading.Failure!.IsTransient, reading.IsOfSecondary), Is.EqualTo((true, true)));
    }

    [Test]
    public async Task A_secondary_key_signs_its_own_assertion()
    {
        var server = Server((HttpStatusCode.Unauthorized, InvalidClient), (HttpStatusCode.OK, TokenServer.Good));
        var request = new TokenRequest(new("id", Key: ClientCases.Key(RfcKeys.Rsa, "old")), new("id", Key: ClientCases.Key(RfcKeys.Ec, "new")));

        var reading = await SendAsync(server, request, new PrivateKeyJwtClientAuthentication());

        var assertions = server.Sent.Select(static sent => new Jwt(sent.Body.Split("client_assertion=")[1])).ToArray();
        Assert.That(reading.IsOfSecondary, Is.True);
        Assert.That(assertions.Select(static assertion => assertion.Header.GetProperty("kid").GetString()), Is.EqualTo(new[] { "old", "new" }));
        Assert.That(assertions.Select(static assertion => assertion.Claim("jti")), Is.Unique);
    }

    private static TokenServer Server(params (HttpStatusCode Status, string Body)[] answers)
    {
        var next = 0;
        return new("200")
        {
            Respond = _ =>
            {
                var (status, body) = answers[Math.Min(next++, answers.Length - 1)];
                return new(status) { Content = new StringContent(body) };
            },
        };
    }

    private static IEnumerable<string> Secrets(TokenServer server) =>
        server.Sent.Select(static sent => Encoding.ASCII.GetString(Convert.FromBase64String(sent.Authorization!["Basic ".Length..])).Split(':')[1]);

    private static Task<TokenReading> SendAsync(TokenServer server, bool safeToRepeat = true, bool hasSecondary = true) =>
        SendAsync(server, new(new("id", "primary"), hasSecondary ? new("id", "secondary") : null), new BasicClientAuthentication(), safeToRepeat);

    private static async Task<TokenReading> SendAsync(TokenServer server, TokenRequest request, IClientAuthentication authentication, bool safeToRepeat = true)
    {
        using var client = new HttpMessageInvoker(server);
        var endpoint = new TokenEndpoint(authentication, new FormTokenRequestBody(), new TokenAnswerReader());
        return await endpoint.SendAsync(client, server.Time, ClientCases.Address, request, safeToRepeat, CancellationToken.None);
    }
}
