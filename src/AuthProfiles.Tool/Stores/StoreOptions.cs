using System.CommandLine;

namespace AuthProfiles.Tool.Stores;

/// <summary>Which connection store a command works on.</summary>
internal sealed class StoreOptions
{
    public Option<string?> Directory { get; } = new("--store")
    {
        Description = "The directory of PersistConnectionsToFileSystem. Default: the setting AuthProfiles:FileStore:Directory.",
        HelpName = "DIRECTORY",
    };

    public Option<string?> Database { get; } = new("--database")
    {
        Description = "The PostgreSQL of PersistConnectionsToDatabase: a name below ConnectionStrings in the settings, or a connection string. Default: the environment variable AUTHPROFILES_DATABASE, which keeps its password off the command line.",
        HelpName = "NAME|STRING",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(Directory);
        command.Options.Add(Database);
    }
}
