using AuthProfiles.Soak.Faults;
using AuthProfiles.Soak.Reporting;
using AuthProfiles.Soak.Stores;

namespace AuthProfiles.Soak.Kill;

/// <summary>Looks for what killed writers have left behind, once a process has written that comes long after them.</summary>
internal static class Leftovers
{
    private const string Unfinished = "*.tmp";

    private const long LastNumber = 999_000_000;

    private static readonly TimeSpan LongAgo = TimeSpan.FromHours(1);

    /// <returns>How many unfinished files there were before.</returns>
    public static async Task<int> FindAsync(StoreLocation store, FaultList faults)
    {
        var before = UnfinishedFiles(store);
        foreach (var file in before)
        {
            File.SetLastWriteTimeUtc(file, TimeProvider.System.GetUtcNow().UtcDateTime - LongAgo);
        }

        var opened = store.Open();
        await foreach (var key in opened.ListAsync(SoakProfile.Name))
        {
            faults.Require(await opened.ReadAsync(key) is { Fault: null }, $"{key} is listed, and can't be read");
        }

        await Sample.WriteAsync(opened, LastNumber);
        var after = UnfinishedFiles(store);
        faults.Require(after.Length == 0, $"{after.Length} of {before.Length} unfinished files were not removed");
        var empty = Directory.EnumerateFiles(store.Address, "*.connection", SearchOption.AllDirectories).Count(static file => new FileInfo(file).Length == 0);
        faults.Require(empty == 0, $"{empty} entries are empty");
        return before.Length;
    }

    private static string[] UnfinishedFiles(StoreLocation store) => Directory.GetFiles(store.Address, Unfinished, SearchOption.AllDirectories);
}
