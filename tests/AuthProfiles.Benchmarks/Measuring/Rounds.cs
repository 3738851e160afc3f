using System.Diagnostics;
using System.Runtime;

namespace AuthProfiles.Benchmarks.Measuring;

/// <summary>Measures cases side by side: every case in every round, so that whatever else the machine does falls on all of them.</summary>
internal sealed class Rounds
{
    private const int MostPauses = 40;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    /// <summary>Gets how many rounds there are.</summary>
    public int Count { get; init; } = 31;

    /// <summary>Gets how many calls a case makes in a round. Some milliseconds' worth: short enough that a round is one moment for all.</summary>
    public required int Calls { get; init; }

    /// <summary>Gets how many times the warm-up runs each case. Compilation to the last tier takes 30 calls of each method, a pause, and the same again for what was instrumented.</summary>
    public int WarmUps { get; init; } = 40;

    /// <summary>Gets what counts bytes: by default those of this thread, which are exact. Cases that work on several threads need those of the process.</summary>
    public Func<long> Allocated { get; init; } = GC.GetAllocatedBytesForCurrentThread;

    /// <summary>Gets a value indicating whether the time is that of the processors in this process: what else the machine does then takes none of it.</summary>
    public bool OfProcessor { get; init; }

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
        var start = Now();
        await measured.Run(Calls);
        var elapsed = Now() - start;
        var after = Allocated();
        return (elapsed.TotalNanoseconds / Calls, (after - before) / (double)Calls);
    }

    private TimeSpan Now() => OfProcessor ? Environment.CpuUsage.TotalTime : Stopwatch.GetElapsedTime(0);

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
                await Task.Delay(Pause, TimeProvider.System);
            }
        }

        // On a busy machine it gets to its work late.
        var before = 0L;
        for (var i = 0; i < MostPauses && JitInfo.GetCompiledMethodCount() is var now && now != before; i++)
        {
            before = now;
            foreach (var measured in cases)
            {
                await measured.Run(few);
            }

            await Task.Delay(Pause, TimeProvider.System);
        }
    }
}
