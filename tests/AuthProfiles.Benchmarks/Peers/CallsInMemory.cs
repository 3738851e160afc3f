using AuthProfiles.Benchmarks.Goals;
using AuthProfiles.Benchmarks.Measuring;
using AuthProfiles.Benchmarks.Stubs;

namespace AuthProfiles.Benchmarks.Peers;

/// <summary>P1: what everybody's authorization adds to a call whose token is at hand, without a wire.</summary>
internal sealed class CallsInMemory(int rounds) : IGoal
{
    public string Id => "P1";

    public async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        using var calls = new PeerCalls(static () => new CompletedPrimary(), new(Sources.Address + "items"));
        var measured = await new Rounds { Calls = 1000, Count = rounds, OfProcessor = true, Allocated = Rounds.AllocatedByAll }.MeasureAsync(
            calls.Raw(), await calls.OursAsync(), calls.Typical(), calls.Google(), calls.AzureBearer(), calls.Msal(), calls.RestSharp());
        return [.. measured.Select(one => one.Inform(Id, measured[0]))];
    }
}
