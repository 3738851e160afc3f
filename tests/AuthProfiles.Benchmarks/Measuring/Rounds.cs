using System.Diagnostics;

namespace AuthProfiles.Benchmarks.Measuring;

/// <summary>Measures cases side by side: every case in every round, so that whatever else the machine does falls on all of them.</summary>
internal sealed class Rounds
{
    /// <summary>Gets how many rounds there are.</summary>
    public int Count { get; init; } = 31;

    /// <summary>Gets how many calls a case makes in a round. Some milliseconds' worth: short enough that a round is one moment for all.</summary>
    public required int Calls { get; init; }

    /// <summary>Gets how many times the warm-up runs each case. Compilation to the last tier takes 30 calls of each method, a pause, and the same again for what was instrumented.</summary>
    public int WarmUps { get; init; } = 40;

    /// <summary>Gets what counts bytes: by default those of this thread, which are exact. Cases that work on several threads need those of the process.</summary>
    public Func<long> Allocated { get; init; } = GC.GetAllocatedBytesForCurrentThread;

    /// <summary>Counts the bytes of all threads.</summary>
    public static long AllocatedByAll() => GC.GetTotalAllocatedBytes(precise: true);

    public async Task<IReadOnlyList<Measured>> MeasureAsync(params IReadOnlyList<Case> cases)
    {
        await WarmUpAsync(cases);
        var times = cases.Select(_ => new double[Count]).ToArray();
        var bytes = cases.Select(_ => new double[Count]).ToArray();
        for (var round = 0; round < Count; round++)
        {
            // Each round begins with another case: what the first leaves in the caches is nobody's privilege.
            for (var turn = 0; turn < cases.Count; turn++)
            {
                var index = (round + turn) % cases.Count;
                (times[index][round], bytes[index][round]) = await MeasureAsync(cases[index]);
            }
        }

        return [.. cases.Select((measured, i) => new Measured(measured.Name, times[i], bytes[i]))];
    }

    private async Task<(double Nanoseconds, double Bytes)> MeasureAsync(Case measured)
    {
        var before = Allocated();
        var start = Stopwatch.GetTimestamp();
        await measured.Run(Calls);
        var elapsed = Stopwatch.GetElapsedTime(start);
        var after = Allocated();
        return (elapsed.TotalNanoseconds / Calls, (after - before) / (double)Calls);
    }

    private async Task WarmUpAsync(IReadOnlyList<Case> cases)
    {
        var few = Math.Max(Calls / 20, 1);
        for (var i = 0; i < WarmUps; i++)
        {
            foreach (var measured in cases)
            {
                await measured.Run(few);
            }

            if (i % 10 == 9)
            {
                // The compiler of the later tiers waits for 100 ms without new methods.
                await Task.Delay(TimeSpan.FromMilliseconds(150), TimeProvider.System);
            }
        }
    }
}
