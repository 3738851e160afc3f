using System.Net;
using AuthProfiles.OAuth;
using static AuthProfiles.AuthorizationErrorKind;

namespace AuthProfiles.Tests.OAuth;

[CancelAfter(30_000)]
internal sealed class TokenEndpointTests
{
    private static readonly Uri Address = new("https://login.example/token?tenant=acme");

    [TestCase("no-name", Transient, true)]
    [TestCase("no-connection", Transient, true)]
    [TestCase("no-proxy", Transient, true)]
    [TestCase("tls", TlsFailure, false)]
    [TestCase("ended", InDoubt, true)]
    [TestCase("protocol", InDoubt, true)]
    [TestCase("reset", InDoubt, true)]
    [TestCase("unknown", InDoubt, true)]
    [TestCase("body-ended", InDoubt, true)]
    [TestCase("connect-timeout", InDoubt, true)]
    [TestCase("hang", InDoubt, true)]
    [TestCase("302", RedirectRefused, false)]
    [TestCase("401", ClientRefused, false)]
    [TestCase("404", MalformedResponse, false)]
    [TestCase("429", Transient, true)]
    [TestCase("500", Transient, true)]
    [TestCase("503 3600", Transient, true)]
    public async Task Whatever_happens_on_the_way_is_a_failure_of_the_closed_set(string answer, AuthorizationErrorKind kind, bool transient)
    {
        var failure = (await SendAsync(new TokenServer(answer))).Failure!;

        Assert.That(failure.Kind, Is.EqualTo(kind));
        Assert.That(failure.IsTransient, Is.EqualTo(transient));
    }

    [TestCase("no-name")]
    [TestCase("no-connection")]
    [TestCase("tls")]
    [TestCase("302")]
    [TestCase("404")]
    [TestCase("200")]
    public async Task Where_another_server_may_have_been_asked_the_failure_says_which(string answer)
    {
        var failure = (await SendAsync(new TokenServer(answer))).Failure!;

        Assert.That(failure.Reason, Does.Contain("https://login.example").And.Not.Contain("acme"));
    }

    [TestCase("ended")]
    [TestCase("hang")]
    public async Task A_grant_that_can_be_spent_is_in_doubt_and_not_asked_for_again(string answer)
    {
        var server = new TokenServer(answer);

        var failure = (await SendAsync(server, safeToRepeat: false)).Failure!;

        Assert.That(failure.Kind, Is.EqualTo(InDoubt));
        Assert.That(failure.IsTransient, Is.False);
        Assert.That(server.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_failure_that_passes_is_waited_for()
    {
        var server = new TokenServer("503 2", "ended", TokenServer.Good);

        Assert.That((await SendAsync(server)).Succeeded, Is.True);
        Assert.That(server.Sent, Has.Count.EqualTo(3));
        Assert.That(server.Sent.Distinct().Count(), Is.EqualTo(1), "every attempt says the same, the client once");
    }

    [Test]
    public async Task A_delay_that_is_too_long_to_wait_for_is_handed_on()
    {
        var failure = (await SendAsync(new TokenServer("429 120"))).Failure!;

        Assert.That(failure.RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(120)));
        Assert.That(failure.StatusCode, Is.EqualTo(429));
    }

    [Test]
    public async Task An_attempt_that_hangs_leaves_time_for_another()
    {
        var server = new TokenServer("hang", TokenServer.Good);

        Assert.That((await SendAsync(server)).Succeeded, Is.True);
        Assert.That(server.Time.Elapsed, Is.InRange(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(11)));
    }

    [Test]
    public async Task All_attempts_together_end_after_thirty_seconds()
    {
        var server = new TokenServer("503 9", "503 9", "503 9", "hang");

        var failure = (await SendAsync(server)).Failure!;

        Assert.That(server.Time.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(30)));
        Assert.That((failure.Kind, failure.IsTransient), Is.EqualTo((InDoubt, true)));
    }

    [Test]
    public async Task A_body_that_drips_for_ever_ends_with_the_attempt()
    {
        var time = new TokenTime();
        var server = new TokenServer("200") { Time = time, Respond = _ => Answer(new TrickleStream(new byte[10], 1) { BeforeRead = given => Stall(given, time) }) };

        var failure = (await SendAsync(server, safeToRepeat: false)).Failure!;

        Assert.That(failure.Kind, Is.EqualTo(InDoubt));
        Assert.That(time.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(10)));
    }

    [Test]
    public async Task The_callers_cancellation_is_no_failure()
    {
        using var cancellation = new CancellationTokenSource();
        var server = new TokenServer("200")
        {
            Respond = _ =>
            {
                cancellation.Cancel();
                throw new OperationCanceledException(cancellation.Token);
            },
        };

        await Assert.ThatAsync(() => SendAsync(server, cancellationToken: cancellation.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    [Category("I10")]
    public async Task The_callers_cancellation_reaches_the_request_under_way()
    {
        using var caller = new CancellationTokenSource();
        using var server = new Cancelling(caller);
        using var client = new HttpMessageInvoker(server);
        var endpoint = new TokenEndpoint(new BasicClientAuthentication(), new FormTokenRequestBody(), new TokenAnswerReader());

        await Assert.ThatAsync(
            () => endpoint.SendAsync(client, new TokenTime(), Address, new(new("id", "s3cret")), safeToRepeat: true, caller.Token),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(server.WasReached, Is.True);
    }

    [Test]
    public async Task An_endless_answer_is_too_large()
    {
        var server = new TokenServer("200") { Respond = static _ => Answer(new TrickleStream(null, 8192)) };

        Assert.That((await SendAsync(server)).Failure!.Kind, Is.EqualTo(ResponseTooLarge));
        Assert.That(server.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_redirect_is_refused_whatever_its_size()
    {
        var server = new TokenServer("302") { Respond = static _ => Answer(new TrickleStream(null, 8192), HttpStatusCode.TemporaryRedirect) };

        Assert.That((await SendAsync(server)).Failure!.Kind, Is.EqualTo(RedirectRefused));
    }

    [Test]
    public async Task A_redirect_that_somebody_has_followed_is_refused()
    {
        var server = new TokenServer("200")
        {
            Respond = static _ => new(HttpStatusCode.OK)
            {
                Content = new StringContent(TokenServer.Good),
                RequestMessage = new(HttpMethod.Get, "https://evil.example/token"),
            },
        };

        var failure = (await SendAsync(server)).Failure!;

        Assert.That(failure.Kind, Is.EqualTo(RedirectRefused));
        Assert.That(failure.Reason, Is.EqualTo("another address has answered for the token endpoint: redirects are never followed. Take the handler that does it from the token client (https://login.example)"));
    }

    [Test]
    public async Task An_answer_that_does_not_decompress_is_malformed()
    {
        var server = new TokenServer("200")
        {
            Respond = static _ => Answer(new System.IO.Compression.GZipStream(new MemoryStream("no gzip at all"u8.ToArray()), System.IO.Compression.CompressionMode.Decompress)),
        };

        Assert.That((await SendAsync(server)).Failure!.Kind, Is.EqualTo(MalformedResponse));
    }

    [TestCase("http://login.example/token", false)]
    [TestCase("http://127.0.0.1.evil.example/token", false)]
    [TestCase("ftp://login.example/token", false)]
    [TestCase("http://127.0.0.1:1234/token", true)]
    [TestCase("http://[::1]/token", true)]
    [TestCase("http://localhost/token", true)]
    [TestCase("https://login.example/token", true)]
    public async Task _6749_04_Only_https_and_loopback_are_sent_to(string address, bool sent)
    {
        var server = new TokenServer(TokenServer.Good);

        var reading = await SendAsync(server, address: new Uri(address));

        Assert.That(server.Sent, Has.Count.EqualTo(sent ? 1 : 0));
        Assert.That(reading.Failure?.Kind, Is.EqualTo(sent ? null : (AuthorizationErrorKind?)OriginRefused));
        Assert.That(reading.Failure?.Reason, Is.EqualTo(sent ? null : "the token endpoint's address is not https, so no secret goes there. Give an https address"));
    }

    [Test]
    public async Task _6749_05_A_request_is_a_POST_to_the_address_as_it_is()
    {
        var server = new TokenServer(TokenServer.Good);

        await SendAsync(server);

        Assert.That(server.Sent[0], Is.EqualTo(new SentMessage(
            HttpMethod.Post, Address, "Basic aWQ6czNjcmV0", "application/x-www-form-urlencoded", "application/json", "grant_type=client_credentials")));
    }

    [Test]
    public async Task _6749_08_The_query_of_the_endpoint_is_kept_as_it_is()
    {
        var server = new TokenServer(TokenServer.Good);

        await SendAsync(server, address: new("https://login.example/token?$format=json&a=%2f&a=&b"));

        Assert.That(server.Sent[0].Address.AbsoluteUri, Does.EndWith("/token?$format=json&a=%2f&a=&b"));
    }

    [TestCaseSource(typeof(ClientCases), nameof(ClientCases.Names))]
    public async Task _6749_03_No_part_of_the_client_is_in_the_address(string way)
    {
        var server = new TokenServer("503 0", TokenServer.Good);
        var client = ClientCases.Whole with { Id = "the-id" };

        await SendAsync(server, client: client, authentication: ClientCases.Ways[way]);

        Assert.That(server.Sent, Has.Count.EqualTo(2));
        Assert.That(server.Sent.Select(static sent => sent.Address), Has.All.EqualTo(Address));
    }

    [Test]
    public async Task _9700_11_Every_redirect_is_refused_and_nothing_is_posted_again()
    {
        for (var status = 300; status < 400; status++)
        {
            var server = new TokenServer("200")
            {
                Respond = _ => new((HttpStatusCode)status) { Content = new StringContent(TokenServer.Good), Headers = { Location = new("https://evil.example/token") } },
            };

            var failure = (await SendAsync(server)).Failure;

            Assert.That((failure?.Kind, failure?.IsTransient, server.Sent.Count), Is.EqualTo(((AuthorizationErrorKind?)RedirectRefused, (bool?)false, 1)), $"{status}");
        }
    }

    [TestCase("SecretJwt")]
    [TestCase("PrivateKeyJwt")]
    public async Task _7523_01_Each_attempt_has_an_assertion_of_its_own(string way)
    {
        var server = new TokenServer("503 9", "ended", TokenServer.Good);

        await SendAsync(server, client: ClientCases.Whole, authentication: ClientCases.Ways[way]);

        var assertions = server.Sent.Select(static sent => new Jwt(sent.Body.Split("client_assertion=")[1])).ToArray();
        Assert.That(assertions, Has.Length.EqualTo(3));
        Assert.That(assertions.Select(static assertion => assertion.Claim("jti")), Is.Unique);
        Assert.That(assertions[1].Claims.GetProperty("iat").GetInt64() - assertions[0].Claims.GetProperty("iat").GetInt64(), Is.EqualTo(9));
        Assert.That(server.Sent.Select(static sent => sent.Body.Split("client_id=").Length), Has.All.EqualTo(2), "each time once");
    }

    [TestCase("Basic", "has no secret")]
    [TestCase("PrivateKeyJwt", "has no private key")]
    public async Task A_client_that_lacks_what_its_way_needs_is_not_sent(string way, string reason)
    {
        var server = new TokenServer(TokenServer.Good);

        var failure = (await SendAsync(server, client: new("id"), authentication: ClientCases.Ways[way])).Failure!;

        Assert.That((failure.Kind, failure.IsTransient, server.Sent.Count), Is.EqualTo((Configuration, false, 0)));
        Assert.That(failure.Reason, Does.Contain(reason));
    }

    [Test]
    public async Task No_failure_quotes_the_transport()
    {
        var server = new TokenServer("200") { Respond = static _ => throw new HttpRequestException("https://login.example/s3cret", new IOException("s3cret")) };

        Assert.That((await SendAsync(server)).Failure!.Reason, Does.Not.Contain("s3cret"));
    }

    private static async Task<TokenReading> SendAsync(
        TokenServer server, bool safeToRepeat = true, Uri? address = null, ClientIdentity? client = null, IClientAuthentication? authentication = null, CancellationToken cancellationToken = default)
    {
        using var invoker = new HttpMessageInvoker(server);
        var request = new TokenRequest(client ?? new("id", "s3cret"));
        request.Add("grant_type", "client_credentials");
        var endpoint = new TokenEndpoint(authentication ?? new BasicClientAuthentication(), new FormTokenRequestBody(), new TokenAnswerReader());
        return await endpoint.SendAsync(invoker, server.Time, address ?? Address, request, safeToRepeat, cancellationToken);
    }

    private static HttpResponseMessage Answer(Stream body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StreamContent(body) };

    private static Task Stall(int given, TokenTime time)
    {
        if (given == 5)
        {
            time.Hang();
        }

        return Task.CompletedTask;
    }

    /// <summary>The caller gives up while the request is under way.</summary>
    private sealed class Cancelling(CancellationTokenSource caller) : HttpMessageHandler
    {
        public bool WasReached { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await caller.CancelAsync();
            WasReached = cancellationToken.IsCancellationRequested;
            throw new OperationCanceledException(cancellationToken);
        }
    }
}
