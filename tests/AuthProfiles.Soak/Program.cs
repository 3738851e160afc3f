using AuthProfiles.Soak.Faults;
using AuthProfiles.Soak.Kill;
using AuthProfiles.Soak.Load;
using AuthProfiles.Soak.Renewals;
using AuthProfiles.Soak.Reporting;
using AuthProfiles.Soak.Users;

namespace AuthProfiles.Soak;

/// <summary>Puts the promises of stores and renewals under load. The last line has the figures, and the exit code is the verdict.</summary>
internal static class Program
{
    private const string Usage = """
        dotnet run -c Release --project tests/AuthProfiles.Soak -- renewals [--store file|postgres] [--processes 4] [--renewals 500] [--connections 8] [--kill] [--seed N]
                                                              -- kill [--cycles 1000] [--size 4096,262144] [--seed N]
                                                              -- faults [--seed N]
                                                              -- users [--calls 10000] [--seed N]
                                                              -- load [--requests 1000000] [--seed N]
        """;

    private static async Task<int> Main(string[] arguments)
    {
        try
        {
            return await RunAsync(arguments);
        }
        catch (UsageException error)
        {
            Console.Error.WriteLine($"{error.Message}\n{Usage}");
            return ExitCode.Usage;
        }
        catch (UnavailableException error)
        {
            Console.WriteLine($"SKIPPED: {error.Message}");
            return ExitCode.Unavailable;
        }
    }

    private static async Task<int> RunAsync(string[] arguments) => arguments switch
    {
        ["renewals", .. var rest] => Print(await RenewalsCommand.RunAsync(new(rest, RenewalsCommand.ArgumentNames))),
        ["kill", .. var rest] => Print(await KillCommand.RunAsync(new(rest, KillCommand.ArgumentNames))),
        ["faults", .. var rest] => Print(await FaultsCommand.RunAsync(new(rest, FaultsCommand.ArgumentNames))),
        ["users", .. var rest] => Print(await UsersCommand.RunAsync(new(rest, UsersCommand.ArgumentNames))),
        ["load", .. var rest] => Print(await LoadCommand.RunAsync(new(rest, LoadCommand.ArgumentNames))),
        ["worker-writer", .. var rest] => await WriterWorker.RunAsync(new(rest, WriterWorker.ArgumentNames)),
        ["worker-disk", .. var rest] => await DiskProbe.RunAsync(new(rest, DiskProbe.ArgumentNames)),
        ["worker-renewals", .. var rest] => await RenewalWorker.RunAsync(new(rest, RenewalWorker.ArgumentNames)),
        _ => throw new UsageException(arguments.Length == 0 ? "What is to be run?" : $"There is no '{arguments[0]}'."),
    };

    private static int Print(Verdict verdict) => verdict.Print();
}
