namespace AuthProfiles.Soak.Reporting;

/// <summary>What a run found.</summary>
/// <param name="Figures">The last line.</param>
/// <param name="Faults">A sentence for each promise that was broken; empty where all were kept.</param>
internal sealed record Verdict(string Figures, IReadOnlyList<string> Faults)
{
    private const int MostShown = 20;

    /// <summary>Prints what was broken, then the figures.</summary>
    /// <returns>The exit code.</returns>
    public int Print()
    {
        foreach (var fault in Faults.Take(MostShown))
        {
            Console.WriteLine($"BROKEN: {fault}");
        }

        Console.WriteLine($"{Figures}: {(Faults.Count == 0 ? "kept" : $"BROKEN in {Faults.Count} ways")}");
        return Faults.Count == 0 ? ExitCode.Kept : ExitCode.Broken;
    }
}
