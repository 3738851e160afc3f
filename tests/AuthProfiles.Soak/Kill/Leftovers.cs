using AuthProfiles.Soak.Reporting;
using AuthProfiles.Soak.Stores;

namespace AuthProfiles.Soak.Kill;

/// <summary>Looks for what killed writers have left behind, once somebody has used the store again.</summary>
internal static class Leftovers
{
    public static async Task FindAsync(StoreLocation store, FaultList faults)
    {
        var opened = store.Open();
        await foreach (var key in opened.ListAsync(SoakProfile.Name))
        {
            faults.Require(await opened.ReadAsync(key) is { Fault: null }, $"{key} is listed, and can't be read");
        }

        foreach (var file in Directory.EnumerateFiles(store.Address, "*", SearchOption.AllDirectories).Where(static file => new FileInfo(file).Length == 0 && file.EndsWith(".json", StringComparison.Ordinal)))
        {
            faults.Add($"an empty entry was left: {Path.GetFileName(file)}");
        }
    }
}
