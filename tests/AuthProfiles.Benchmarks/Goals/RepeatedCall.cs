using AuthProfiles.Benchmarks.Measuring;
using AuthProfiles.Benchmarks.Stubs;
using AuthProfiles.Resilience;

namespace AuthProfiles.Benchmarks.Goals;

/// <summary>G17: what retries and the attempts' time limit add to a warm call that succeeds at once.</summary>
internal sealed class RepeatedCall : IGoal
{
    private static readonly Uri Address = new(Sources.Address + "items");

    public string Id => "G17";

    public async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        var source = await Sources.MakeWarmAsync();
        using var bare = new HttpClient(new CredentialHandler(source, binding: null) { InnerHandler = new CompletedPrimary() });
        using var resilient = new HttpClient(new ResilienceHandler("service", new ResilienceOptions(), TimeProvider.System)
        {
            InnerHandler = new CredentialHandler(source, binding: null) { InnerHandler = new CompletedPrimary() },
        });
        var measured = await new Rounds { Calls = 10_000 }.MeasureAsync(
            ClientCase.Get("CredentialHandler over the primary", bare, Address),
            ClientCase.Get("the same below ResilienceHandler", resilient, Address));
        var more = measured[1].Bytes - measured[0].Bytes;
        return [measured[0].Inform(Id), measured[1].Inform(Id, measured[0]) with { Checks = [Check.Bytes(more, 216)] }];
    }
}
