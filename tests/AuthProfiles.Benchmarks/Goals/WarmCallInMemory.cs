using AuthProfiles.Benchmarks.Measuring;
using AuthProfiles.Benchmarks.Stubs;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Benchmarks.Goals;

/// <summary>G1: what authorization adds to a call whose token is at hand, without a wire.</summary>
internal sealed class WarmCallInMemory : IGoal
{
    private static readonly Uri Address = new(Sources.Address + "items");

    public string Id => "G1";

    public async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        using var raw = new HttpClient(new OptionsReader { InnerHandler = new CompletedPrimary() });
        using var ours = new HttpClient(new CredentialHandler(await Sources.MakeWarmAsync(), binding: null) { InnerHandler = new CompletedPrimary() });
        await using var services = Containers.Chain();
        using var chain = services.GetRequiredService<IHttpClientFactory>().CreateClient("service");
        using var view = chain.For("acme");
        var measured = await new Rounds { Calls = 10_000, OfProcessor = true }.MeasureAsync(
            ClientCase.Get("raw HttpClient, one handler that reads the request's options", raw, Address),
            ClientCase.Get("CredentialHandler over the primary", ours, Address),
            ClientCase.Get("whole chain of the factory, logging included", chain, Address),
            ClientCase.Get("whole chain, a kept view of one tenant", view, Address));
        var baseline = measured[0];
        return
        [
            baseline.Inform(Id),
            measured[1].Promise(Id, baseline, 1.5, Check.Bytes(measured[1].Bytes - baseline.Bytes, 168)),
            measured[2].Inform(Id, baseline),
            measured[3].Inform(Id, baseline),
        ];
    }
}
