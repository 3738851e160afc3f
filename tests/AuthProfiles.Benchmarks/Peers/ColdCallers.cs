using System.Diagnostics;
using AuthProfiles.Benchmarks.Goals;
using AuthProfiles.Benchmarks.Measuring;
using AuthProfiles.Benchmarks.Stubs;

namespace AuthProfiles.Benchmarks.Peers;

/// <summary>P4: many callers find no token at the same time, and the endpoint takes 50 ms.</summary>
internal sealed class ColdCallers(int rounds) : IGoal
{
    private const int Most = 5;

    private static readonly Uri Address = new(Sources.Address + "items");
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(50);
    private static readonly (string Name, Func<TokenService, Func<Task>> Make)[] Peers =
    [
        ("AuthProfiles", static tokens => Over(new CredentialHandler(Sources.Make(tokens), binding: null))),
        ("hand-written: look, fetch, store", static tokens => Over(new TypicalHandler(new(tokens)))),
        ("handler and MSAL 4.92", static tokens => Over(new MsalHandler(MsalClients.Make(tokens)))),
        ("Azure.Core's bearer policy, Azure.Identity 1.21", static tokens => Over(tokens)),
    ];

    public string Id => "P4";

    public async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        var rows = new List<Row>();
        foreach (var callers in (int[])[1, 100, 10_000])
        {
            var runs = Peers.Select(static _ => new List<Run>()).ToArray();
            for (var round = 0; round <= Math.Min(rounds, Most); round++)
            {
                for (var i = 0; i < Peers.Length; i++)
                {
                    var run = await RunAsync(Peers[i].Make, callers);

                    // The first is for the compiler.
                    if (round > 0)
                    {
                        runs[i].Add(run);
                    }
                }
            }

            var measured = runs.Select((list, i) => new Measured($"{Peers[i].Name}, {callers:#,0} {(callers == 1 ? "caller" : "callers")}", [.. list.Select(static run => run.Nanoseconds)], [.. list.Select(static run => run.Bytes)])).ToArray();
            rows.AddRange(measured.Select((one, i) => one.Inform(Id, measured[0]) with { Note = Requests(runs[i]) }));
        }

        return rows;
    }

    private static string Requests(List<Run> runs)
    {
        var (least, most) = (runs.Min(static run => run.Requests), runs.Max(static run => run.Requests));
        return least == most ? $"{most:#,0} token {(most == 1 ? "request" : "requests")}" : $"{least:#,0} to {most:#,0} token requests";
    }

    private static async Task<Run> RunAsync(Func<TokenService, Func<Task>> make, int callers)
    {
        using var tokens = new TokenService(Delay);
        var call = make(tokens);
        var calls = new Task[callers];
        var before = Rounds.AllocatedByAll();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < callers; i++)
        {
            calls[i] = call();
        }

        await Task.WhenAll(calls);
        var elapsed = Stopwatch.GetElapsedTime(start);
        return new(tokens.Requests, elapsed.TotalNanoseconds / callers, (Rounds.AllocatedByAll() - before) / (double)callers);
    }

    private static Func<Task> Over(DelegatingHandler handler)
    {
        handler.InnerHandler = new CompletedPrimary();
        var client = new HttpClient(handler);
        return async () =>
        {
            using var response = await client.GetAsync(Address, HttpCompletionOption.ResponseHeadersRead);
            response.EnsureSuccessStatusCode();
        };
    }

    private static Func<Task> Over(TokenService tokens)
    {
        var pipeline = AzurePipelines.Bearer(new CompletedPrimary(), AzurePipelines.Credential(tokens));
        return () => AzurePipelines.GetAsync(pipeline, Address);
    }

    private sealed record Run(int Requests, double Nanoseconds, double Bytes);
}
