using AuthProfiles.Security.Tests.Origins;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Security.Tests.Canary;

/// <summary>Ordinary calls, in every place of a credential, whatever becomes of them: no sink is told of one.</summary>
[TestFixture]
[Category("Canary")]
[NonParallelizable]
public sealed class InjectionCanaryTests
{
    [TestCaseSource(nameof(Cases))]
    [CancelAfter(60_000)]
    public async Task No_sink_is_told_of_a_credential(string placeName, bool isResilient, CancellationToken cancellation)
    {
        var place = CanaryPlace.All.Single(place => place.Name == placeName);
        using var run = new CanaryRun();
        var outcome = "200";
        using var arrived = new SemaphoreSlim(0);
        await using var service = new RecordingListener(request =>
        {
            arrived.Release();
            return CanaryService.Answer(outcome, request, "{}");
        });
        var services = run.CreateServices();
        place.Declare(services.AddAuthProfiles(), service.Address.AbsoluteUri, run);
        var builder = services.AddHttpClient(CanaryPlace.Profile).AddAuthorizationProfile(CanaryPlace.Profile);
        if (isResilient)
        {
            builder.AddResilience(static o => (o.MaxRetries, o.BaseDelay) = (1, TimeSpan.Zero));
        }

        await using var provider = services.BuildServiceProvider();
        using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient(CanaryPlace.Profile);

        foreach (var next in CanaryService.Outcomes)
        {
            outcome = next;
            using var request = place.Request();
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var sending = client.SendAsync(request, ending.Token);
            if (next is "silence")
            {
                // Behind retries the attempt's time is over; without them the caller gives up.
                await arrived.WaitAsync(cancellation);
                run.Clock.Advance(TimeSpan.FromSeconds(isResilient ? 30 : 0));
                await (isResilient ? Task.CompletedTask : ending.CancelAsync());
            }

            await run.TryAsync($"call answered by {next}", () => sending);
            run.Teller.Tell("the caller's request", request);
            run.Told.Add("the caller's request (body)", await request.Content!.ReadAsStringAsync(cancellation));
            while (arrived.Wait(0, cancellation))
            {
                // What was heard of this call is of no meaning for the next.
            }
        }

        outcome = "200";
        await run.TryAsync("synchronous call", () => Task.FromResult(client.Send(place.Request(), cancellation)));
        await run.TryAsync("explanation", () => Task.FromResult(client.Explain(place.Request())));
        await run.TryAsync("explanation of a call elsewhere", () => Task.FromResult(client.Explain(place.Request("https://elsewhere.example/"))));
        await run.TryAsync("call elsewhere", () => client.SendAsync(place.Request("https://elsewhere.example/"), cancellation));
        await run.TryAsync("call with another value in its place", () => client.SendAsync(Conflicting(place), cancellation));
        await run.TryAsync("call without a body or a place", () => client.GetAsync("nothing", cancellation));
        await run.TryAsync("test", () => provider.GetRequiredService<IAuthorizationTester>().TestAsync(CanaryPlace.Profile, cancellationToken: cancellation));
        await run.TryAsync("check", () => provider.GetRequiredService<IAuthorizationTester>().CheckAsync(CanaryPlace.Profile, cancellationToken: cancellation));
        run.Teller.Tell("profile", provider.GetRequiredKeyedService<IAuthorizationProfile>(CanaryPlace.Profile));

        run.AssertClean(atLeast: 300, service);
    }

    [TestCase("API key", "\r\nX-Evil: 1")]
    [TestCase("API key", "\0")]
    [TestCase("API key", "ä\u0001")]
    [CancelAfter(60_000)]
    public async Task A_secret_that_no_header_takes_is_not_told_by_its_refusal(string kind, string tail, CancellationToken cancellation)
    {
        using var run = new CanaryRun();
        var secret = run.Plant(kind, tail);
        var services = run.CreateServices();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("AuthProfiles:Profiles:settings:Key", secret)]).Build());
        services.AddAuthProfiles().AddApiKey(CanaryPlace.Profile, o => (o.BaseUrl, o.Key) = ("https://api.example/", secret));
        services.AddAuthProfiles().AddApiKey("settings", o => o.BaseUrl = "https://api.example/");
        services.AddHttpClient(CanaryPlace.Profile).AddAuthorizationProfile(CanaryPlace.Profile);
        services.AddHttpClient("settings").AddAuthorizationProfile("settings");
        await using var provider = services.BuildServiceProvider();

        foreach (var profile in new[] { CanaryPlace.Profile, "settings" })
        {
            await run.TryAsync("call", () => provider.GetRequiredService<IHttpClientFactory>().CreateClient(profile).GetAsync("items", cancellation));
            await run.TryAsync("test", () => provider.GetRequiredService<IAuthorizationTester>().TestAsync(profile, cancellationToken: cancellation));
        }

        Assert.That(run.Told.All.Select(static told => told.Text), Has.Some.Contains(nameof(AuthorizationException)));
        run.AssertClean(atLeast: 20);
    }

    private static HttpRequestMessage Conflicting(CanaryPlace place)
    {
        var request = place.Request();
        request.Headers.Add("x-key", "another");
        request.Headers.Authorization = new("Bearer", "another");
        if (place.Name is "query")
        {
            request.RequestUri = new("items/7?key=another", UriKind.Relative);
        }

        return request;
    }

    private static IEnumerable<TestCaseData> Cases() =>
        from place in CanaryPlace.All
        from isResilient in new[] { false, true }
        select new TestCaseData(place.Name, isResilient) { TestName = $"{{m}}({place}{(isResilient ? ", behind retries" : "")})" };
}
