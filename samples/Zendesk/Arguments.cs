namespace Zendesk;

/// <summary>What the command line says.</summary>
/// <param name="Steps">The steps to take, all of them by default.</param>
/// <param name="Directory">Where the export is kept, with the place to go on from.</param>
/// <param name="WantsHelp">Whether only the help is wanted.</param>
internal sealed record Arguments(IReadOnlyList<string> Steps, string Directory, bool WantsHelp)
{
    public const string Help = """
        Does with a Zendesk account what programs do with it for years, each in a step of its own.

          dotnet run --project samples/Zendesk [-- STEP …] [--directory DIR]

          migrate  from an API token to OAuth client credentials: may the client do as much, and does it see the same?
          export   the tickets that changed since the last run, as JSON Lines
          bulk     a tag for up to 100 open tickets, in one job

          --directory DIR  keeps the export there, and where it stopped; zendesk-export by default.

        Without settings it starts a local service. With the section AuthProfiles:Zendesk:support (appsettings.json beside Program.cs,
        user secrets, environment) it works with a real account, and the step bulk WRITES there. See samples/README.md.

        Exit code: 0 all done, 1 a setting or a step failed, 2 wrong arguments, 130 stopped by Ctrl-C.
        """;

    private static readonly string[] All = ["migrate", "export", "bulk"];

    public static Arguments Parse(string[] args)
    {
        var (steps, directory) = (new List<string>(), "zendesk-export");
        while (args.Length > 0)
        {
            switch (args)
            {
                case ["--help" or "-h" or "-?", ..]:
                    return new([], directory, WantsHelp: true);
                case ["--directory", { Length: > 0 } named, .. var rest]:
                    (directory, args) = (named, rest);
                    break;
                case ["--directory", ..]:
                    throw new UsageException("--directory needs the name of a directory.");
                case [var step, .. var rest] when All.Contains(step, StringComparer.Ordinal):
                    steps.Add(step);
                    args = rest;
                    break;
                default:
                    throw new UsageException($"There is no step '{args[0]}'. Try --help.");
            }
        }

        return new(steps.Count == 0 ? All : steps, directory, WantsHelp: false);
    }
}
