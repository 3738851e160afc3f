using AuthProfiles.Soak.Reporting;

namespace AuthProfiles.Soak.Load;

/// <summary><c>load --requests 1000000</c>. <c>--break wrong-user</c>, <c>no-credential</c> or <c>duplicate</c> plants a defect, which must be called broken.</summary>
internal static class LoadCommand
{
    public static readonly string[] ArgumentNames = ["requests", "seed", "break"];

    public static async Task<Verdict> RunAsync(Arguments arguments)
    {
        var plan = new LoadPlan(arguments.Number("requests", 1_000_000), arguments.Seed(), Defect(arguments));
        Console.WriteLine(
            $"Seed {plan.Seed}: {LoadPlan.Callers} callers send {plan.Requests} requests for {LoadPlan.Tenants * LoadPlan.UsersPerTenant} keys through one client, while tokens live for {LoadPlan.TokenLifetime.TotalSeconds:0} s and all else fails now and then."
            + (plan.Defect == PlantedDefect.None ? string.Empty : $" Planted: {plan.Defect}."));
        return await new LoadRun(plan).RunAsync();
    }

    private static PlantedDefect Defect(Arguments arguments) => arguments.Has("break")
        ? arguments.Text("break") switch
        {
            "wrong-user" => PlantedDefect.WrongUser,
            "no-credential" => PlantedDefect.NoCredential,
            "duplicate" => PlantedDefect.Duplicate,
            var other => throw new UsageException($"There is no defect '{other}'."),
        }
        : PlantedDefect.None;
}
