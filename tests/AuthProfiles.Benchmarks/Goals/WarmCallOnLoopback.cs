using AuthProfiles.Benchmarks.Measuring;
using AuthProfiles.Benchmarks.Stubs;

namespace AuthProfiles.Benchmarks.Goals;

/// <summary>G2: the same as G1 on a real connection, the default primary below. The server's bytes count on both sides.</summary>
internal sealed class WarmCallOnLoopback : IGoal
{
    public string Id => "G2";

    public async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        await using var server = await LoopbackServer.StartAsync();
        var address = new Uri(server.Address + "items");
        using var raw = new HttpClient(new OptionsReader { InnerHandler = new SocketsHttpHandler() });
        using var ours = new HttpClient(new CredentialHandler(await Sources.MakeWarmAsync(server.Address), binding: null) { InnerHandler = new SocketsHttpHandler() });
        var measured = await new Rounds { Calls = 300, Count = 41, WarmUps = 80, Allocated = Rounds.AllocatedByAll }.MeasureAsync(
            ClientCase.Get("raw HttpClient, one handler that reads the request's options", raw, address),
            ClientCase.Get("CredentialHandler over the default primary", ours, address));
        var baseline = measured[0];
        return [baseline.Inform(Id), measured[1].Promise(Id, baseline, 1.25, Check.Bytes(measured[1].Bytes - baseline.Bytes, 168))];
    }
}
