using System.Diagnostics;

namespace AuthProfiles.Benchmarks.Measuring;

/// <summary>Something that happens once in a program's life, so that it is made anew for each measurement.</summary>
/// <param name="Name">What stands in the table.</param>
/// <param name="Prepare">Makes what is needed, outside of the time, and returns what is timed.</param>
/// <param name="Parts">How many equal parts the timed work has; the figures are for one.</param>
internal sealed record Shot(string Name, Func<Action> Prepare, int Parts = 1)
{
    /// <summary>Measures cases side by side, each in every round.</summary>
    public static IReadOnlyList<Measured> Measure(int rounds, params IReadOnlyList<Shot> shots)
    {
        foreach (var shot in shots)
        {
            shot.Run();
        }

        var results = shots.Select(_ => new (double Nanoseconds, double Bytes)[rounds]).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < shots.Count; i++)
            {
                results[i][round] = shots[i].Run();
            }
        }

        return [.. shots.Select((shot, i) => new Measured(shot.Name, [.. results[i].Select(static run => run.Nanoseconds)], [.. results[i].Select(static run => run.Bytes)]))];
    }

    private (double Nanoseconds, double Bytes) Run()
    {
        var work = Prepare();

        // What preparing left behind is not this work's to collect.
        GC.Collect();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        work();
        var elapsed = Stopwatch.GetElapsedTime(start);
        return (elapsed.TotalNanoseconds / Parts, (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Parts);
    }
}
