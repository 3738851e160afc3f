using AuthProfiles.Benchmarks.Goals;
using AuthProfiles.Benchmarks.Measuring;
using AuthProfiles.Benchmarks.Stubs;

namespace AuthProfiles.Benchmarks.Peers;

/// <summary>P2: the same on a real connection. The server's bytes count for everybody.</summary>
internal sealed class CallsOnLoopback(int rounds) : IGoal
{
    public string Id => "P2";

    public async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var calls = new PeerCalls(static () => new SocketsHttpHandler(), new(server.Address + "items"));
        var measured = await new Rounds { Calls = 100, Count = rounds, OfProcessor = true, Allocated = Rounds.AllocatedByAll }.MeasureAsync(
            calls.Raw(), await calls.OursAsync(), calls.Typical(), calls.Google(), calls.AzureFixed(), calls.Msal(), calls.RestSharp());
        return [.. measured.Select(one => one.Inform(Id, measured[0]))];
    }
}
