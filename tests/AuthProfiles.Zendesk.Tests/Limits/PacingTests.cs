using System.Net;
using AuthProfiles.Zendesk.Limits;
using AuthProfiles.Zendesk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace AuthProfiles.Zendesk.Tests.Limits;

[TestFixture]
[CancelAfter(30_000)]
public sealed class PacingTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private readonly SteppedClock _clock = new(Start);

    [Test]
    public async Task Calls_beyond_the_pace_wait_for_their_turn_and_one_too_far_away_is_not_sent()
    {
        await using var app = App(("RequestsPerMinute", "1"));
        app.Network.When("*").Respond("application/json", """{"ticket":{"id":1}}""");
        await app.Zendesk.Tickets.GetAsync(1);

        var second = app.Zendesk.Tickets.GetAsync(1);
        var third = await Assert.CatchAsync<ZendeskException>(() => app.Zendesk.Tickets.GetAsync(1));

        Assert.That((third!.Kind, third.IsTransient, third.RetryAfter), Is.EqualTo((ZendeskErrorKind.RateLimited, true, (TimeSpan?)TimeSpan.FromMinutes(2))));
        Assert.That(third.Message, Does.Contain("Zendesk (acme.zendesk.com) was not asked").And.Contain("00:02:00"));
        Assert.That((second.IsCompleted, app.Requests.Count), Is.EqualTo((false, 1)));
        _clock.Advance(TimeSpan.FromMinutes(1));
        await second;
        Assert.That(app.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_wait_can_be_called_off([Values] bool before)
    {
        await using var app = App(("RequestsPerMinute", "1"));
        app.Network.When("*").Respond("application/json", """{"ticket":{"id":1}}""");
        await app.Zendesk.Tickets.GetAsync(1);
        using var gone = new CancellationTokenSource();
        if (before)
        {
            await gone.CancelAsync();
        }

        var second = app.Zendesk.Tickets.GetAsync(1, gone.Token);
        await gone.CancelAsync();

        await Assert.ThatAsync(() => second, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(app.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Without_the_option_nothing_waits()
    {
        await using var app = App();
        app.Network.When("*").Respond("application/json", """{"ticket":{"id":1}}""");

        for (var i = 0; i < 50; i++)
        {
            await app.Zendesk.Tickets.GetAsync(1);
        }

        Assert.That(app.Requests, Has.Count.EqualTo(50));
    }

    [TestCase(200, "ratelimit-remaining=0;ratelimit-reset=41", 41)]
    [TestCase(200, "X-Rate-Limit-Remaining=0;ratelimit-reset=41", 41)]
    [TestCase(429, "ratelimit-remaining=0;ratelimit-reset=41;Retry-After=43", 43)]
    [TestCase(429, "Retry-After=43", 43)]
    [TestCase(429, "ratelimit-remaining=699;ratelimit-reset=41;Retry-After=43", 0, Description = "the limit of one operation")]
    [TestCase(200, "ratelimit-remaining=1;ratelimit-reset=41", 0)]
    [TestCase(200, "ratelimit-remaining=0", 0)]
    [TestCase(503, "Retry-After=43", 0)]
    public async Task An_account_whose_limit_is_used_up_is_left_alone(int status, string headers, int seconds)
    {
        using var network = new StubService(_ =>
        {
            var response = new HttpResponseMessage((HttpStatusCode)status);
            foreach (var header in headers.Split(';').Select(static header => header.Split('=')))
            {
#pragma warning disable RS0030 // A server's headers are whatever it sends.
                response.Headers.TryAddWithoutValidation(header[0], header[1]);
#pragma warning restore RS0030
            }

            return response;
        });
        using var pacing = new HttpMessageInvoker(new PacingHandler(new(1000), _clock) { InnerHandler = network });
        (await pacing.SendAsync(Request(), default)).Dispose();

        var next = pacing.SendAsync(Request(), default);

        Assert.That(next.IsCompleted, Is.EqualTo(seconds == 0));
        _clock.Advance(TimeSpan.FromSeconds(Math.Max(0, seconds - 1)));
        Assert.That(next.IsCompleted, Is.EqualTo(seconds == 0));
        _clock.Advance(TimeSpan.FromSeconds(1));
        (await next).Dispose();
        Assert.That(network.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_wait_of_the_service_beyond_the_cap_comes_back_at_once_with_the_delay()
    {
        await using var app = App();
        app.Network.When("*").Respond(static () => Task.FromResult(new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Headers = { { "Retry-After", "61" } } }));

        var error = await Assert.CatchAsync<ZendeskException>(() => app.Zendesk.Tickets.GetAsync(1));

        Assert.That((error!.Kind, error.RetryAfter, app.Requests.Count), Is.EqualTo((ZendeskErrorKind.RateLimited, (TimeSpan?)TimeSpan.FromSeconds(61), 1)));
    }

    [Test]
    public async Task A_shorter_one_is_waited_for()
    {
        await using var app = App();
        app.Network.Expect("*").Respond(static () => Task.FromResult(new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Headers = { { "Retry-After", "59" } } }));
        app.ExpectTicket("https://acme.zendesk.com/", 1, "Bearer t");

        // Not 60, for which the timers of attempts are set.
        var waiting = _clock.ScheduledAsync(TimeSpan.FromSeconds(59));

        var ticket = app.Zendesk.Tickets.GetAsync(1);
        await waiting.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.That((ticket.IsCompleted, app.Requests.Count), Is.EqualTo((false, 1)));
        _clock.Advance(TimeSpan.FromSeconds(59));
        await ticket;

        Assert.That(app.Requests, Has.Count.EqualTo(2));
    }

    [TestCase(0)]
    [TestCase(100_001)]
    public void A_pace_that_is_none_is_refused(int requests) =>
        Assert.That(() => new ZendeskProfile("support", new() { RequestsPerMinute = requests }), Throws.TypeOf<AuthorizationException>().With.Message.Contains("RequestsPerMinute"));

    [Test]
    public void Limits_are_read_off_any_answer()
    {
        using var response = new HttpResponseMessage { Headers = { { "ratelimit-limit", "700" }, { "ratelimit-remaining", "3" }, { "zendesk-ratelimit-tickets-index", "total=100; remaining=99; resets=40" } } };

        Assert.That(ZendeskRateLimit.Read(response), Is.EqualTo(new ZendeskRateLimit[] { new("account", 700, 3, null), new("tickets-index", 100, 99, TimeSpan.FromSeconds(40)) }));
    }

    private static HttpRequestMessage Request() => new(HttpMethod.Get, "https://acme.zendesk.com/mounted/api/v2/x");

    private ZendeskApp App(params (string Key, string Value)[] settings) => new(
        services =>
        {
            services.AddSingleton<TimeProvider>(_clock);
            services.AddZendesk("support");
        },
        [("AuthProfiles:Zendesk:support:Subdomain", "acme"), ("AuthProfiles:Zendesk:support:Token", "t"), .. settings.Select(static pair => ($"AuthProfiles:Zendesk:support:{pair.Key}", pair.Value))]);
}
