using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.UserSecrets;

namespace AuthProfiles.Tool.Settings;

/// <summary>Reads the settings as the application's host does: files, user secrets, environment variables, each over the one before.</summary>
internal sealed class SettingsLoader(Surroundings surroundings)
{
    private const string DefaultEnvironment = "Production";

    /// <param name="files">The files, or none: those of the current folder.</param>
    /// <param name="environment">The environment's name, or null: the one that the machine says.</param>
    /// <param name="userSecrets">The id of the user secrets, or null: the one of the project file.</param>
    /// <param name="last">What goes over all of them.</param>
    /// <exception cref="UsageException">A file is not there or can't be read.</exception>
    public LoadedSettings Load(IReadOnlyList<string> files, string? environment, string? userSecrets, params IReadOnlyList<KeyValuePair<string, string?>> last)
    {
        var builder = new ConfigurationBuilder();
        var sources = new List<string>();
        foreach (var file in files.Count > 0 ? files : DefaultFiles(environment))
        {
            SettingsFile.AddTo(builder, Path.GetFullPath(file, surroundings.Directory), file);
            sources.Add(file);
        }

        if (AddSecrets(builder, userSecrets, files.Count > 0 ? Path.GetDirectoryName(Path.GetFullPath(files[0], surroundings.Directory))! : surroundings.Directory) is { } secrets)
        {
            sources.Add(secrets);
        }

        builder.AddEnvironmentVariables().AddInMemoryCollection(last);
        return new(builder.Build(), [.. sources, "environment variables"]);
    }

    private IReadOnlyList<string> DefaultFiles(string? environment)
    {
        var name = environment ?? Named("DOTNET_ENVIRONMENT") ?? Named("ASPNETCORE_ENVIRONMENT") ?? DefaultEnvironment;
        string[] files = ["appsettings.json", $"appsettings.{name}.json"];
        return [.. files.Where(file => File.Exists(Path.Combine(surroundings.Directory, file)))];
    }

    private string? Named(string variable) => surroundings.Variable(variable) is { Length: > 0 } value ? value : null;

    private static string? AddSecrets(ConfigurationBuilder builder, string? given, string folder)
    {
        var id = given ?? ProjectFile.FindUserSecretsId(folder);
        if (id is null)
        {
            return null;
        }

        var path = PathOf(id);
        if (path is null || !File.Exists(path))
        {
            // Nobody has set a secret yet; an id that somebody typed is another matter.
            return given is null ? null : throw new UsageException("There are no user secrets of the id that --user-secrets gives. It is the project's UserSecretsId: dotnet user-secrets list shows whether it has any.");
        }

        SettingsFile.AddTo(builder, path, "the user secrets");
        return "user secrets";
    }

    private static string? PathOf(string id)
    {
        try
        {
            return PathHelper.GetSecretsPathFromSecretsId(id);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}
