using AuthProfiles.Soak.Processes;
using AuthProfiles.Soak.Reporting;
using AuthProfiles.Soak.Stores;

namespace AuthProfiles.Soak.Renewals;

/// <summary><c>renewals --store file|postgres --processes 4 --renewals 500 [--kill]</c>.</summary>
internal static class RenewalsCommand
{
    public static readonly string[] ArgumentNames = ["store", "processes", "renewals", "connections", "kill", "seed"];

    public static async Task<Verdict> RunAsync(Arguments arguments)
    {
        var kills = arguments.Has("kill");
        if (kills && !Signals.CanPause)
        {
            throw new UnavailableException("Processes can't be paused on this system.");
        }

        await using var store = await TemporaryStore.CreateAsync(arguments.Text("store", "file"));
        var plan = new RenewalPlan(store.Location, arguments.Number("processes", 4), arguments.Number("renewals", 500), arguments.Number("connections", 8), kills, arguments.Seed());
        Console.WriteLine($"Seed {plan.Seed}: {plan.Processes} processes share {plan.Users} connections in the {plan.Store.Name} store{(kills ? ", and are killed and paused" : string.Empty)}.");
        return await new RenewalsRun(plan).RunAsync();
    }
}
