using AuthProfiles.Security.Tests.Origins;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Security.Tests.Canary;

/// <summary>Which event sources of the platform show a credential: a listener in the process, or a tool that attaches to it, sees these, and all others are closed.</summary>
[TestFixture]
[Category("Canary")]
[NonParallelizable]
public sealed class EventSourceTests
{
    private const string InternalHttp = "Private.InternalDiagnostics.System.Net.Http";
    private const string InternalSockets = "Private.InternalDiagnostics.System.Net.Sockets";
    private const string Bridge = "Microsoft-Diagnostics-DiagnosticSource";

    /// <summary>Says whether nothing of ours may be seen by an event source. The others are the platform's, which writes what it sends: nobody above it can close them.</summary>
    public static bool IsClosed(string source) => !TellingEvents.IsOfRuntime(source) && source is not (InternalHttp or InternalSockets or Bridge);

    [TestCase("header", InternalHttp, InternalSockets, Bridge)]
    [TestCase("bearer", InternalHttp, InternalSockets, Bridge)]
    [TestCase("query", InternalHttp, InternalSockets)]
    [TestCase("path", InternalHttp, InternalSockets)]
    [TestCase("payload JSON", InternalSockets)]
    [CancelAfter(60_000)]
    public async Task Only_these_of_the_platform_show_a_credential(string placeName, params string[] sources)
    {
        var place = CanaryPlace.All.Single(place => place.Name == placeName);
        using var run = new CanaryRun(hasEvents: false);
        var told = new Told();
        await using var service = new RecordingListener(static _ => RecordingListener.Ok("{}"));
        using (new TellingEvents(told, static source => !TellingEvents.IsOfRuntime(source)))
        {
            var services = run.CreateServices();
            place.Declare(services.AddAuthProfiles(), service.Address.AbsoluteUri, run);
            services.AddHttpClient(CanaryPlace.Profile).AddAuthorizationProfile(CanaryPlace.Profile);
            await using var provider = services.BuildServiceProvider();
            using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient(CanaryPlace.Profile);
            using var response = await client.SendAsync(place.Request());
        }

        var scanner = new LeakScanner(run.Secrets);
        var open = told.All.Where(one => scanner.Scan([one]).Any()).Select(static one => one.Sink["event source ".Length..].Split(':')[0]).Distinct(StringComparer.Ordinal);
        TestContext.Out.WriteLine(FormattableString.Invariant($"{told.All.Count} events of {told.All.Select(static one => one.Sink).Distinct(StringComparer.Ordinal).Count()} sources"));
        Assert.That(open, Is.EquivalentTo(sources));
        run.AssertClean(atLeast: 20, service);
    }
}
