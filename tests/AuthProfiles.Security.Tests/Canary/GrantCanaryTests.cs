using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Security.Tests.Canary;

/// <summary>Tokens that a program gets by itself, whatever its provider and the service answer: no sink is told of a secret.</summary>
[TestFixture]
[Category("Canary")]
[NonParallelizable]
public sealed class GrantCanaryTests
{
    [TestCaseSource(nameof(Grants))]
    [CancelAfter(20_000)]
    public async Task No_sink_is_told_of_a_grant(string name, CancellationToken cancellation)
    {
        var grant = GrantCase.All.Single(grant => grant.Name == name);
        using var run = new CanaryRun();
        await using var provider = new CanaryProvider(run);
        foreach (var outcome in CanaryProvider.TokenOutcomes)
        {
            (provider.TokenOutcome, provider.CallOutcome) = (outcome, "200");
            await using var services = Declare(grant, provider, run);
            using var client = services.GetRequiredService<IHttpClientFactory>().CreateClient(GrantCase.Profile);
            var tester = services.GetRequiredService<IAuthorizationTester>();
            if (outcome is "silence")
            {
                await LeaveAsync(client, provider, run, cancellation);
                continue;
            }

            await run.TryAsync($"explanation, token {outcome}", () => Task.FromResult(client.Explain(new(HttpMethod.Get, "items"))));

            // An odd token answer shows its token at a place that is none; the Test shows answers, but for what is named as a secret or known as one.
            await run.TryAsync($"test, token {outcome}", () => IsOdd(outcome) ? tester.CheckAsync(GrantCase.Profile, cancellationToken: cancellation) : tester.TestAsync(GrantCase.Profile, cancellationToken: cancellation));
            await run.TryAsync($"call, token {outcome}", () => client.GetAsync("items", cancellation));
            await run.TryAsync($"call again, token {outcome}", () => client.GetAsync("items", cancellation));
            await run.TryAsync($"explanation of what is held, token {outcome}", () => Task.FromResult(client.Explain(new(HttpMethod.Get, "items"))));
            await run.TryAsync($"lint, token {outcome}", () => Task.FromResult(services.GetRequiredService<IAuthorizationInspector>().Lint()));
            await run.TryAsync($"check, token {outcome}", () => tester.CheckAsync(GrantCase.Profile, cancellationToken: cancellation));
            if (outcome is "200")
            {
                await CallAsync(client, tester, provider, run, cancellation);
            }
        }

        run.AssertClean(atLeast: 2_000, provider.Server);
    }

    private static bool IsOdd(string outcome) => outcome is "odd type" or "odd expiry" or "error beside a token";

    /// <summary>The service's answers, of which 401 renews.</summary>
    private static async Task CallAsync(HttpClient client, IAuthorizationTester tester, CanaryProvider provider, CanaryRun run, CancellationToken cancellation)
    {
        foreach (var outcome in CanaryService.Outcomes.Except(["silence"]))
        {
            provider.CallOutcome = outcome;
            await run.TryAsync($"call answered by {outcome}", () => client.PostAsync("items", new StringContent("a"), cancellation));
            await run.TryAsync($"test answered by {outcome}", () => tester.TestAsync(GrantCase.Profile, cancellationToken: cancellation));
            run.Clock.Advance(TimeSpan.FromHours(2));
        }
    }

    /// <summary>The caller goes away while the provider says nothing, and then the time of the token request is over.</summary>
    private static async Task LeaveAsync(HttpClient client, CanaryProvider provider, CanaryRun run, CancellationToken cancellation)
    {
        while (provider.Arrived.Wait(0, cancellation))
        {
            // What came before is of no meaning here.
        }

        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var sending = client.GetAsync("items", leaving.Token);
        await provider.Arrived.WaitAsync(cancellation);
        await leaving.CancelAsync();
        await run.TryAsync("call that was left", () => sending);
        var waiting = client.GetAsync("items", cancellation);
        run.Clock.Advance(TimeSpan.FromMinutes(1));
        await run.TryAsync("call whose token did not come in time", () => waiting);
    }

    private static ServiceProvider Declare(GrantCase grant, CanaryProvider provider, CanaryRun run)
    {
        var services = run.CreateServices();
        grant.Declare(services.AddAuthProfiles(), provider.Url, run);
        services.AddHttpClient(GrantCase.Profile).AddAuthorizationProfile(GrantCase.Profile);
        return services.BuildServiceProvider();
    }

    private static IEnumerable<TestCaseData> Grants() => GrantCase.All.Select(static grant => new TestCaseData(grant.Name) { TestName = $"{{m}}({grant})" });
}
