using System.CommandLine;
using System.CommandLine.Help;
using AuthProfiles.Tool.Settings;

namespace AuthProfiles.Tool.Commands;

/// <summary>The command line as a whole.</summary>
internal static class AuthProfilesCommand
{
    /// <summary>What people type.</summary>
    public const string Name = "authprofiles";

    private const string Description = """
        Works with the authorization profiles of an application's settings: tests them, logs in, shows and revokes connections, explains requests, finds what is wrong.

        Exit codes:
          0    all is fine
          1    what was asked about is not: a test failed, lint found errors, a request would not be authorized, nothing was there to revoke
          2    an argument is wrong, or the settings can't be used
          3    the owner refused, or did not come back in time
          70   a defect of this tool
          130  stopped by Ctrl+C
        """;

    public static Command Create(Surroundings surroundings)
    {
        var settings = new SettingsOptions();
        CommandCall Call(ParseResult parsed) => new(parsed, surroundings, settings);

        // Not the platform's root command: that one is named after the assembly, and help has to say what people type.
        var root = new Command(Name, Description)
        {
            TestCommand.Create(Call),
            LogInCommand.Create(Call),
            ConnectionsCommand.Create(Call),
            ExplainCommand.Create(Call),
            LintCommand.Create(Call),
        };
        settings.AddTo(root);
        root.Options.Add(new HelpOption());
        root.Options.Add(new VersionOption());
        return root;
    }
}
