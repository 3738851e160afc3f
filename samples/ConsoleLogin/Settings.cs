using Microsoft.Extensions.Configuration;

namespace ConsoleLogin;

/// <summary>The settings: appsettings.json, user secrets and environment, each over the one before.</summary>
internal static class Settings
{
    public const string ProfilePath = "AuthProfiles:Profiles:" + AccountClient.Profile;
    public const string KeysPath = "AuthProfiles:KeyRing:Keys";

    /// <summary>What is asked of the service, relative to the profile's BaseUrl.</summary>
    public const string CallPath = "ConsoleLogin:Call";

    private const string DirectoryPath = "ConsoleLogin:Directory";

    // UserSecretsId of the project file, by which "dotnet user-secrets --project" finds the same place.
    private const string UserSecretsId = "authprofiles-consolelogin";

    public static ConfigurationManager Load()
    {
        var settings = new ConfigurationManager();
        try
        {
            settings
                .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
                .AddUserSecrets(UserSecretsId)
                .AddEnvironmentVariables();
        }
        catch (InvalidDataException error)
        {
            throw new SettingException($"{error.Message} {error.InnerException?.Message}");
        }

        return settings;
    }

    public static bool NameProvider(IConfiguration settings) => settings.GetSection(ProfilePath).Exists();

    /// <summary>Returns the directory of the program's own, which is made where it is not there.</summary>
    public static string MakeDirectory(IConfiguration settings, Arguments arguments)
    {
        var path = arguments.Directory ?? settings[DirectoryPath]
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), UserSecretsId);
        try
        {
            return OperatingSystem.IsWindows()
                ? Directory.CreateDirectory(path).FullName
                : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SettingException($"The directory '{path}' can't be made ({error.GetType().Name}): set --directory or {DirectoryPath} to another.");
        }
    }
}
