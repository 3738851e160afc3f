using System.Diagnostics;
using AuthProfiles.Benchmarks.Measuring;
using AuthProfiles.Benchmarks.Stubs;

namespace AuthProfiles.Benchmarks.Goals;

/// <summary>G5: many callers find no token at the same time. One asks for it, the others wait.</summary>
internal sealed class Stampede : IGoal
{
    private const int Instances = 5;
    private const double BytesPerCaller = 1_600;

    private static readonly Uri Address = new(Sources.Address + "items");
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(50);

    public string Id => "G5";

    public async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        await RunAsync(1_000);
        await RunReferenceAsync(1_000);
        var rows = new List<Row>();
        foreach (var callers in (int[])[1, 100, 10_000])
        {
            var (references, runs) = (new List<Run>(), new List<Run>());
            for (var i = 0; i < Instances; i++)
            {
                references.Add(await RunReferenceAsync(callers));
                runs.Add(await RunAsync(callers));
            }

            var (reference, ours) = (Measure($"{callers:#,0} cold callers of one shared task", references), Measure($"{callers:#,0} cold callers, per caller, the endpoint's {Delay.TotalMilliseconds} ms included", runs));
            var most = Check.Count(runs.Max(static run => run.Requests), expected: 1, "token requests");
            rows.Add(reference.Inform(Id));
            rows.Add(ours.Promise(Id, reference, ratio: 1.5, callers == 10_000 ? [most, Check.Bytes(ours.Bytes, BytesPerCaller)] : [most]));
        }

        return rows;
    }

    private static Measured Measure(string name, List<Run> runs) => new(name, [.. runs.Select(static run => run.Nanoseconds)], [.. runs.Select(static run => run.Bytes)]);

    private static async Task<Run> RunAsync(int callers)
    {
        using var tokens = new TokenService(Delay);
        using var source = Sources.Make(tokens);
        using var client = new HttpClient(new CredentialHandler(source, binding: null) { InnerHandler = new CompletedPrimary() });
        return await RunAsync(client, tokens, callers);
    }

    private static async Task<Run> RunReferenceAsync(int callers)
    {
        using var tokens = new TokenService(Delay);
        using var client = new HttpClient(new SharedTaskHandler(tokens) { InnerHandler = new CompletedPrimary() });
        return await RunAsync(client, tokens, callers);
    }

    private static async Task<Run> RunAsync(HttpClient client, TokenService tokens, int callers)
    {
        var calls = new Task<HttpResponseMessage>[callers];
        var before = Rounds.AllocatedByAll();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < callers; i++)
        {
            calls[i] = client.GetAsync(Address, HttpCompletionOption.ResponseHeadersRead);
        }

        foreach (var call in calls)
        {
            using var response = await call;
            response.EnsureSuccessStatusCode();
        }

        var elapsed = Stopwatch.GetElapsedTime(start);
        return new(tokens.Requests, elapsed.TotalNanoseconds / callers, (Rounds.AllocatedByAll() - before) / (double)callers);
    }

    private sealed record Run(int Requests, double Nanoseconds, double Bytes);
}
