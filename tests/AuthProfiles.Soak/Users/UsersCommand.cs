using AuthProfiles.Soak.Reporting;

namespace AuthProfiles.Soak.Users;

/// <summary><c>users --calls 10000</c>.</summary>
internal static class UsersCommand
{
    public static readonly string[] ArgumentNames = ["calls", "seed"];

    public static async Task<Verdict> RunAsync(Arguments arguments)
    {
        var (calls, seed) = (arguments.Number("calls", 10_000), arguments.Seed());
        Console.WriteLine($"Seed {seed}: 2 users make {calls} calls each through one client, while their tokens expire every second.");
        return await new UsersRun(calls, seed).RunAsync();
    }
}
