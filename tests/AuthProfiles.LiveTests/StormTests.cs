using System.Net;
using AuthProfiles.LiveTests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.LiveTests;

/// <summary>Many callers at once.</summary>
public sealed class StormTests : IdpTests
{
    private const int Callers = 1_000;
    private const int Late = 50;

    [Test]
    [CancelAfter(120_000)]
    public async Task A_thousand_cold_calls_make_one_token_request(CancellationToken cancellation)
    {
        await Idp.ControlAsync(new { tokenDelayMs = 200 });
        await using var app = LiveApp.WithClientCredentials(Idp, "cc-basic", http: Pooled);
        var client = app.CreateClient();

        var statuses = await Task.WhenAll(Enumerable.Range(0, Callers).Select(number => StatusOfAsync(client, number, cancellation)));

        var stats = await Idp.StatsAsync();
        Assert.Multiple(() =>
        {
            Assert.That(statuses, Has.All.EqualTo(HttpStatusCode.OK));
            Assert.That((stats.TokenRequests.Total, stats.TokenRequests.MaxInFlight, stats.Api.Ok), Is.EqualTo((1, 1, Callers)));
        });
    }

    [Test]
    [CancelAfter(120_000)]
    public async Task A_thousand_refusals_make_one_renewal_and_late_ones_none(CancellationToken cancellation)
    {
        var gate = new RefusalGate(Callers, Late);
        await using var app = LiveApp.WithClientCredentials(Idp, "cc-basic", http: gate.PutInto);
        var client = app.CreateClient();
        await CallAsync(client);
        await Idp.ControlAsync(new { apiFail = Callers });

        // All are refused with the first token before anybody hears of it; the late ones hear of it when all others are done.
        var calls = Enumerable.Range(0, Callers).Select(number => StatusOfAsync(client, number, cancellation)).ToList();
        await gate.EarlyAreDoneAsync(calls, cancellation);
        Assert.That((await Idp.StatsAsync()).TokenRequests.Total, Is.EqualTo(2), "the early refusals made more than one renewal");
        gate.LetLateOnesGo();
        var statuses = await Task.WhenAll(calls);

        var stats = await Idp.StatsAsync();
        Assert.Multiple(() =>
        {
            Assert.That(statuses, Has.All.EqualTo(HttpStatusCode.OK));
            Assert.That((stats.TokenRequests.Total, stats.Api.Unauthorized, stats.Api.Ok), Is.EqualTo((2, Callers, Callers + 1)));
        });
    }

    [Test]
    [CancelAfter(120_000)]
    public async Task Callers_who_give_up_at_random_fail_nobody_else_and_lose_no_token(CancellationToken cancellation)
    {
        const int Rounds = 1_000;
        const int Waiters = 100;
        var random = new Random(20_260_501);
        await using var app = new LiveApp(
            profiles => profiles.AddClientCredentials(LiveApp.Profile, options =>
            {
                options.BaseUrl = "https://{tenant}.example.test/";
                options.TokenUrl = Idp.TokenUrl;
                options.ClientId = "cc-basic";
                options.ClientSecret = Idp.Fixture["cc-basic"].Secret;
                options.AllowAnyTenant = true;
            }),
            client => client.ConfigurePrimaryHttpMessageHandler(static () => new EchoHandler()));
        var client = app.CreateClient();
        await Idp.ControlAsync(new { tokenDelayMs = 2 });

        var quitters = 0;
        for (var round = 0; round < Rounds; round++)
        {
            using var ofRound = client.For($"t{round}");
            var stays = random.Next(Waiters);
            var calls = new List<Task<string>>();
            var leaving = new List<CancellationTokenSource>();
            for (var waiter = 0; waiter < Waiters; waiter++)
            {
                var leave = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
                leaving.Add(leave);
                calls.Add(ofRound.GetStringAsync("items", leave.Token));
                if (waiter != stays && random.Next(2) == 0)
                {
                    // Somebody who is here already, the first included, or the one who has just come.
                    var quitter = random.Next(waiter + 1);
                    if (quitter != stays)
                    {
                        await leaving[quitter].CancelAsync();
                    }
                }
            }

            foreach (var (call, leave) in calls.Zip(leaving))
            {
                try
                {
                    Assert.That(await call, Is.EqualTo(await calls[stays]).And.StartsWith("Bearer "));
                }
                catch (OperationCanceledException) when (leave.IsCancellationRequested && !cancellation.IsCancellationRequested)
                {
                    quitters++;
                }

                leave.Dispose();
            }

            // The token that all waited for is there for whoever comes later.
            Assert.That(await ofRound.GetStringAsync("items", cancellation), Is.EqualTo(await calls[stays]));
        }

        Assert.That(quitters, Is.GreaterThan(Rounds), "hardly anybody gave up, so nothing was shown");
        Assert.That((await Idp.StatsAsync()).TokenRequests.Total, Is.EqualTo(Rounds));
    }

    /// <summary>Only so many connections: a loopback server's backlog is not what is tested.</summary>
    private static void Pooled(IHttpClientBuilder client) => client.ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { MaxConnectionsPerServer = 64 });

    private static async Task<HttpStatusCode> StatusOfAsync(HttpClient client, int number, CancellationToken cancellation)
    {
        using var response = await client.GetAsync($"items/{number}", cancellation);
        return response.StatusCode;
    }
}
