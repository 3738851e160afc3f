using AuthProfiles.Soak.Reporting;
using AuthProfiles.Soak.Stores;

namespace AuthProfiles.Soak.Kill;

/// <summary><c>kill --cycles 1000 [--size 4096,262144]</c>.</summary>
internal static class KillCommand
{
    public static readonly string[] ArgumentNames = ["cycles", "size", "seed"];

    private const int Lanes = 2;

    public static async Task<Verdict> RunAsync(Arguments arguments)
    {
        var (cycles, sizes, seed) = (arguments.Number("cycles", 1000), arguments.Numbers("size", 4096, 262_144), arguments.Seed());
        Console.WriteLine($"Seed {seed}: writers of a file store are killed {cycles} times, with entries of {string.Join(" and ", sizes)} characters.");
        var began = TimeProvider.System.GetTimestamp();
        var faults = new FaultList();
        await using var stores = new StoreSet(Lanes);
        var lanes = stores.Locations.Select((store, number) => new Lane(store, sizes, seed + number, faults)).ToArray();
        await Task.WhenAll(lanes.Select((lane, number) => lane.RunAsync((cycles + number) / Lanes)));
        var leftovers = 0;
        foreach (var store in stores.Locations)
        {
            leftovers += await Leftovers.FindAsync(store, faults);
        }

        // Kills that interrupt nothing would prove nothing.
        var (interrupted, acknowledged) = (lanes.Sum(static lane => lane.Interrupted), lanes.Sum(static lane => lane.Acknowledged));
        faults.Require(interrupted >= cycles / 2, $"{interrupted} of {cycles} kills came in the middle of a write");
        faults.Require(acknowledged >= cycles, $"{acknowledged} writes were acknowledged");
        var took = TimeProvider.System.GetElapsedTime(began);
        return new(
            $"kill, seed {seed}: {cycles} kills, {interrupted} in the middle of a write, {acknowledged} writes acknowledged, {leftovers} unfinished files removed, "
            + $"{faults.All.Count(static fault => fault.Contains("torn", StringComparison.Ordinal))} torn, {faults.All.Count(static fault => fault.Contains("lost", StringComparison.Ordinal))} lost, {took.TotalSeconds:0} s",
            faults.All);
    }
}
