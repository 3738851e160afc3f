using System.Collections.Concurrent;
using AuthProfiles.Acquisition;
using AuthProfiles.Benchmarks.Measuring;
using AuthProfiles.Benchmarks.Stubs;
using AuthProfiles.Connections;
using AuthProfiles.Injection;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Benchmarks.Goals;

/// <summary>G4: one client for any number of tenants, whose name comes with the call.</summary>
internal sealed class TenantViews : IGoal
{
    // As many as a source keeps.
    private const int Tenants = EntryBound.Most - 1;
    private const int TokenLength = 100;

    // What memory costs when nothing of a tenant is in a cache: see the README.
    private const double InTurn = 2.0;
    private const double AtRandom = 1.6;
    private const double KeptView = 376;

    private static readonly Uri Address = new(Sources.Address + "items");
    private static readonly string[] Names = [.. Enumerable.Range(0, Tenants).Select(static i => $"tenant-{i:00000}")];

    private int _next;

    public string Id => "G4";

    public async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        using var source = Sources.Make(new TokenService(tokenLength: TokenLength));
        var table = new ConcurrentDictionary<string, HeldCredential>(StringComparer.Ordinal);
        foreach (var name in Names)
        {
            table[name] = await source.AcquireAsync(new ConnectionName(name, user: null), CancellationToken.None);
        }

        return [.. await MeasureInTurnAsync(source, table), .. await MeasureAtRandomAsync(source, table), .. await MeasureKeptAsync()];
    }

    private async Task<IReadOnlyList<Row>> MeasureInTurnAsync(CredentialSource source, ConcurrentDictionary<string, HeldCredential> table)
    {
        using var plain = Plain(table);
        using var client = Client(source);
        var measured = await new Rounds { Calls = 10_000, OfProcessor = true }.MeasureAsync(
            Sends("a handler over a ConcurrentDictionary, the same tenant", plain, static () => TableHandler.Name(Request(), Names[0])),
            Sends($"a handler over a ConcurrentDictionary, {Tenants:#,0} tenants in turn", plain, () => TableHandler.Name(Request(), Names[Next()])),
            Calls("a view made at each call, of the same tenant", () => client.For(Names[0])),
            Calls($"a view made at each call, of {Tenants:#,0} tenants in turn", () => client.For(Names[Next()])));
        return [measured[0].Inform(Id), measured[1].Inform(Id, measured[0]), measured[2].Inform(Id), measured[3].Promise(Id, measured[2], InTurn)];
    }

    private async Task<IReadOnlyList<Row>> MeasureAtRandomAsync(CredentialSource source, ConcurrentDictionary<string, HeldCredential> table)
    {
        using var plain = Plain(table);
        using var ours = Client(source);
        var order = Enumerable.Range(0, Tenants).ToArray();
        new Random(7).Shuffle(order);
        var measured = await new Rounds { Calls = 10_000, OfProcessor = true }.MeasureAsync(
            Sends("a handler over a ConcurrentDictionary, tenants at random", plain, () => TableHandler.Name(Request(), Names[order[Next()]])),
            Sends("the tenant named by the request, at random", ours, () => Request().For(Names[order[Next()]])));
        return [measured[0].Inform(Id), measured[1].Promise(Id, measured[0], AtRandom)];
    }

    private async Task<IReadOnlyList<Row>> MeasureKeptAsync()
    {
        await using var services = Containers.Chain();
        var factory = services.GetRequiredService<IHttpClientFactory>();
        using var bare = factory.CreateClient("bare");
        using var client = factory.CreateClient("service");
        using var view = client.For(Names[0]);
        object? last = null;
        var measured = await new Rounds { Calls = 10_000, OfProcessor = true }.MeasureAsync(
            ClientCase.Get("a client of the factory without authorization", bare, Address),
            ClientCase.Get("a kept view of one with it", view, Address),
            Case.Of("making a view", calls =>
            {
                for (var i = 0; i < calls; i++)
                {
                    last = client.For(Names[0]);
                }
            }));
        GC.KeepAlive(last);
        return
        [
            measured[0].Inform(Id),
            measured[1].Inform(Id, measured[0]) with { Checks = [Check.Bytes(measured[1].Bytes - measured[0].Bytes, KeptView)] },
            measured[2].Inform(Id),
        ];
    }

    private static HttpClient Client(CredentialSource source)
    {
        ConnectionHandler? chain = null;
        var binding = new ClientBinding(source, () => chain!);
        chain = new(source) { InnerHandler = new CredentialHandler(source, binding) { InnerHandler = new CompletedPrimary() } };
        var client = new HttpClient(chain);
        binding.Prepare(client);
        ClientBindings.Add(client, binding);
        return client;
    }

    private static HttpClient Plain(ConcurrentDictionary<string, HeldCredential> table) => new(new TableHandler(table) { InnerHandler = new CompletedPrimary() });

    private static HttpRequestMessage Request() => new(HttpMethod.Get, Address);

    private static Case Calls(string name, Func<HttpClient> client) => new(name, async calls =>
    {
        for (var i = 0; i < calls; i++)
        {
            using var response = await client().GetAsync(Address, HttpCompletionOption.ResponseHeadersRead);
            response.EnsureSuccessStatusCode();
        }
    });

    private static Case Sends(string name, HttpClient client, Func<HttpRequestMessage> make) => new(name, async calls =>
    {
        for (var i = 0; i < calls; i++)
        {
            using var request = make();
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            response.EnsureSuccessStatusCode();
        }
    });

    private int Next() => _next = _next + 1 == Tenants ? 0 : _next + 1;
}
