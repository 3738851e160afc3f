using System.CommandLine;

namespace AuthProfiles.Tool.Settings;

/// <summary>Where the settings come from: options of every command.</summary>
internal sealed class SettingsOptions
{
    public Option<string[]> Files { get; } = new("--settings", "-s")
    {
        Description = "A JSON file of settings; repeatable, the later one wins. Default: appsettings.json and appsettings.{environment}.json of the current folder, where they are there.",
        HelpName = "FILE",
        Recursive = true,
        DefaultValueFactory = static _ => [],
    };

    public Option<string?> Environment { get; } = new("--environment", "-e")
    {
        Description = "The environment's name, as the application's host has it. Default: DOTNET_ENVIRONMENT, ASPNETCORE_ENVIRONMENT, or Production.",
        HelpName = "NAME",
        Recursive = true,
    };

    public Option<string?> UserSecrets { get; } = new("--user-secrets")
    {
        Description = "The id of the user secrets. Default: the UserSecretsId of the project file in the folder of the settings.",
        HelpName = "ID",
        Recursive = true,
    };

    public Option<bool> Json { get; } = new("--json")
    {
        Description = "Writes the result as JSON, and nothing else to standard output.",
        Recursive = true,
    };

    public void AddTo(Command command)
    {
        command.Options.Add(Files);
        command.Options.Add(Environment);
        command.Options.Add(UserSecrets);
        command.Options.Add(Json);
    }
}
