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
        var rows = new List<Row>();
        foreach (var callers in (int[])[1, 100, 10_000])
        {
            var runs = new List<(int Requests, double Nanoseconds, double Bytes)>();
            for (var i = 0; i < Instances; i++)
            {
                runs.Add(await RunAsync(callers));
            }

            var bytes = Measured.Median(runs.Select(static run => run.Bytes));
            var most = Check.Count(runs.Max(static run => run.Requests), expected: 1, "token requests");
            rows.Add(new(
                Id,
                $"{callers:#,0} cold callers, per caller, the endpoint's {Delay.TotalMilliseconds} ms included",
                Measured.Median(runs.Select(static run => run.Nanoseconds)),
                Ratio: null,
                bytes,
                callers == 10_000 ? [most, Check.Bytes(bytes, BytesPerCaller)] : [most]));
        }

        return rows;
    }

    private static async Task<(int Requests, double Nanoseconds, double Bytes)> RunAsync(int callers)
    {
        var tokens = new TokenService(Delay);
        using var source = Sources.Make(tokens);
        using var client = new HttpClient(new CredentialHandler(source, binding: null) { InnerHandler = new CompletedPrimary() });
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
        return (tokens.Requests, elapsed.TotalNanoseconds / callers, (Rounds.AllocatedByAll() - before) / (double)callers);
    }
}
