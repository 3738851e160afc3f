using AuthProfiles.Benchmarks.Goals;
using AuthProfiles.Benchmarks.Measuring;
using AuthProfiles.Benchmarks.Stubs;
using AuthProfiles.Connections;
using Azure.Core;

namespace AuthProfiles.Benchmarks.Peers;

/// <summary>P3: asking for a token that is at hand.</summary>
internal sealed class TokenSources(int rounds) : IGoal
{
    public string Id => "P3";

    public async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        using var tokens = new TokenService();
        using var source = await Sources.MakeWarmAsync();
        var application = MsalClients.Make(tokens);
        var credential = AzurePipelines.Credential(tokens);
        var context = new TokenRequestContext(MsalClients.Scopes);
        var measured = await new Rounds { Calls = 1000, Count = rounds, OfProcessor = true, Allocated = Rounds.AllocatedByAll }.MeasureAsync(
            new Case("AuthProfiles", async calls =>
            {
                for (var i = 0; i < calls; i++)
                {
                    _ = await source.AcquireAsync(ConnectionName.Own, CancellationToken.None);
                }
            }),
            new Case("MSAL 4.92, AcquireTokenForClient", async calls =>
            {
                for (var i = 0; i < calls; i++)
                {
                    _ = await application.AcquireTokenForClient(MsalClients.Scopes).ExecuteAsync();
                }
            }),
            new Case("Azure.Identity 1.21, ClientSecretCredential.GetTokenAsync", async calls =>
            {
                for (var i = 0; i < calls; i++)
                {
                    _ = await credential.GetTokenAsync(context, CancellationToken.None);
                }
            }));
        return [.. measured.Select(one => one.Inform(Id, measured[0]))];
    }
}
