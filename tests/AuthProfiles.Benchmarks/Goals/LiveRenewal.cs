using System.Diagnostics;
using AuthProfiles.Benchmarks.Measuring;
using AuthProfiles.Benchmarks.Stubs;
using AuthProfiles.Connections;

namespace AuthProfiles.Benchmarks.Goals;

/// <summary>G6: a token that still lives is renewed under load. One request is made for it, and nobody waits.</summary>
internal sealed class LiveRenewal : IGoal
{
    private const int Callers = 4;

    private static readonly Uri Address = new(Sources.Address + "items");
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(50);

    // Tokens live for an hour: five minutes before their end they are renewed, and one minute before it they are used no more.
    private static readonly TimeSpan IntoSoftWindow = TimeSpan.FromMinutes(57);

    public string Id => "G6";

    public async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        await RunAsync();
        var runs = new List<Run>();
        for (var i = 0; i < 5; i++)
        {
            runs.Add(await RunAsync());
        }

        return
        [
            new(
                Id,
                $"a live token renewed under {Callers} callers' load, the endpoint's {Delay.TotalMilliseconds} ms long",
                Measured.Median(runs.Select(static run => run.Nanoseconds)),
                Ratio: null,
                Bytes: null,
                Check.Count(runs.Min(static run => run.Requests), expected: 1, "token requests at least"),
                Check.Count(runs.Max(static run => run.Requests), expected: 1, "at most"),
                Check.Count(runs.Sum(static run => run.Waits), expected: 0, $"of {runs.Sum(static run => run.Calls):#,0} calls waited")),
        ];
    }

    private static async Task<Run> RunAsync()
    {
        var clock = new MovedClock();
        var tokens = new TokenService(Delay);
        using var source = Sources.Make(tokens, clock: clock);
        using var client = new HttpClient(new CredentialHandler(source, binding: null) { InnerHandler = new CompletedPrimary() });
        var old = await source.AcquireAsync(ConnectionName.Own, CancellationToken.None);
        clock.Move(IntoSoftWindow);

        var (calls, waits) = (0, 0);
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(() =>
        {
            // From before the renewal until the new token is in use.
            while (!source.TryGetWarm(ConnectionName.Own, out var now) || ReferenceEquals(now, old))
            {
                // Over this primary a call is complete when it returns, unless it waited for a credential.
                var call = client.GetAsync(Address, HttpCompletionOption.ResponseHeadersRead);
                Interlocked.Increment(ref calls);
                Interlocked.Add(ref waits, call.IsCompletedSuccessfully ? 0 : 1);
            }
        })));
        var elapsed = Stopwatch.GetElapsedTime(start);
        return new(tokens.Requests - 1, calls, waits, elapsed.TotalNanoseconds * Callers / calls);
    }

    private sealed record Run(int Requests, int Calls, int Waits, double Nanoseconds);
}
