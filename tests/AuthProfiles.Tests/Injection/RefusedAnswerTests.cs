using System.Net;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Injection;

/// <summary>What becomes of an answer that is given up, and of a refusal on each way of sending.</summary>
public sealed class RefusedAnswerTests
{
    [Test]
    public async Task A_warm_credential_that_is_refused_is_renewed([Values] bool atOnce)
    {
        var answers = new Queue<HttpStatusCode>([HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.OK]);
        using var primary = new StubPrimary(_ => new(answers.Dequeue())) { Before = atOnce ? null : static async () => await Task.Yield() };
        using var http = Clients.Over(primary, new CountingProfile(), new ManualClock());
        (await http.GetAsync("x")).Dispose();

        using var response = await http.GetAsync("x");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(primary.Sent.Select(static sent => sent["Authorization"]), Is.EqualTo(new[] { "Bearer token-1", "Bearer token-1", "Bearer token-2" }));
    }

    [Test]
    public async Task An_answer_is_disposed_before_its_request_goes_again_and_one_that_comes_back_is_not()
    {
        var bodies = new[] { new Body(), new Body() };
        var disposedBefore = false;
        var next = 0;
        using var primary = new StubPrimary(_ =>
        {
            disposedBefore = bodies[0].IsDisposed;
            return new(HttpStatusCode.Unauthorized) { Content = new StreamContent(bodies[next++]) };
        });
        using var http = Clients.Over(primary, new CountingProfile(), new ManualClock());

        using var response = await http.GetAsync("x", HttpCompletionOption.ResponseHeadersRead);

        Assert.That((next, disposedBefore, bodies[0].IsDisposed, bodies[1].IsDisposed), Is.EqualTo((2, true, true, false)));
    }

    [Test]
    public async Task An_answer_is_disposed_when_the_renewal_is_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        using var body = new Body();
        using var primary = new StubPrimary(_ => new(HttpStatusCode.Unauthorized) { Content = new StreamContent(body) });
        using var http = Clients.Over(primary, new CountingProfile(async (number, _, cancellationToken) =>
        {
            if (number > 1)
            {
                await cancelled.CancelAsync();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            }

            return Credential.Bearer("token");
        }), new ManualClock());

        Assert.That(async () => await http.GetAsync("x", HttpCompletionOption.ResponseHeadersRead, cancelled.Token), Throws.InstanceOf<OperationCanceledException>());

        Assert.That((primary.Sent.Count, body.IsDisposed), Is.EqualTo((1, true)));
        await Task.CompletedTask;
    }

    [Test]
    [Category("I4")]
    public async Task An_answer_from_elsewhere_is_disposed_and_its_own_address_is_told([Values] bool warm)
    {
        using var body = new Body();
        var follows = !warm;
        using var primary = new StubPrimary(request => new()
        {
            RequestMessage = follows ? new(HttpMethod.Get, "https://evil.example/x") : request,
            Content = follows ? new StreamContent(body) : null,
        });
        using var http = Clients.Over(primary, new CountingProfile(), new ManualClock());
        if (warm)
        {
            (await http.GetAsync("first")).Dispose();
            follows = true;
        }

        Assert.That(
            async () => await http.GetAsync("x"),
            Throws.TypeOf<AuthorizationException>().With.Message.EqualTo("counted: the credential must not go to https://evil.example. It is for https://api.example: set BaseUrl, or add the origin to AlsoAllow."));
        Assert.That(body.IsDisposed, Is.True);
    }

    [Test]
    [Category("I4")]
    [TestCase("https://evil.example/x")]
    [TestCase("http://api.example/x")]
    public async Task Another_origin_gets_nothing_of_a_warm_credential(string address)
    {
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, new CountingProfile(), new ManualClock());
        (await http.GetAsync("first")).Dispose();

        var asynchronous = (await Assert.ThrowsAsync<AuthorizationException>(async () => await http.GetAsync(address)))!;
        var synchronous = Assert.Throws<AuthorizationException>(() => http.Send(new(HttpMethod.Get, address)))!;

        Assert.That((asynchronous.Kind, synchronous.Kind), Is.EqualTo((AuthorizationErrorKind.OriginRefused, AuthorizationErrorKind.OriginRefused)));
        Assert.That(primary.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_request_without_an_address_is_refused()
    {
        using var invoker = new HttpMessageInvoker(new CredentialHandler(new ApiKeyProfile("weather", new() { BaseUrl = "https://api.example/", Key = "k" })) { InnerHandler = new StubPrimary() });
        using var request = new HttpRequestMessage();

        Assert.That(() => invoker.Send(request, CancellationToken.None), Throws.TypeOf<AuthorizationException>().With.Message.EqualTo("weather: the request has no absolute address."));
    }

    private sealed class Body : MemoryStream
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
