using AuthProfiles.Soak.Reporting;

namespace AuthProfiles.Soak.Faults;

/// <summary><c>faults</c>: each thing that can go wrong, a line with what came of it.</summary>
internal static class FaultsCommand
{
    public static readonly string[] ArgumentNames = ["seed"];

    private static readonly TimeSpan RowLimit = TimeSpan.FromSeconds(90);

    public static async Task<Verdict> RunAsync(Arguments arguments)
    {
        var seed = arguments.Seed();
        var began = TimeProvider.System.GetTimestamp();
        var faults = new FaultList();
        var (kept, skipped) = (0, 0);
        foreach (var row in (FaultRow[])[.. DamagedFiles.Rows(seed), .. RefusingDisks.Rows(), .. FailingDatabases.Rows()])
        {
            var outcome = await RunAsync(row, faults);
            kept += outcome == true ? 1 : 0;
            skipped += outcome is null ? 1 : 0;
        }

        var took = TimeProvider.System.GetElapsedTime(began);
        return new($"faults, seed {seed}: {kept} kept, {faults.All.Count} broken, {skipped} skipped, {took.TotalSeconds:0} s", faults.All);
    }

    // True where the promises were kept, null where it can't be tried here.
    private static async Task<bool?> RunAsync(FaultRow row, FaultList faults)
    {
        try
        {
            Console.WriteLine($"{row.Name,-46} {await row.RunAsync().WaitAsync(RowLimit, TimeProvider.System)}");
            return true;
        }
        catch (UnavailableException error)
        {
            Console.WriteLine($"{row.Name,-46} SKIPPED: {error.Message}");
            return null;
        }
        catch (Exception error)
        {
            var sentence = error is FaultFoundException ? error.Message : $"{error.GetType().Name}: {error.Message}";
            Console.WriteLine($"{row.Name,-46} BROKEN: {sentence}");
            faults.Add(row.Name);
            return false;
        }
    }
}
