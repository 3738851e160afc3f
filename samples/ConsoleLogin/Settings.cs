using AuthProfiles;
using Microsoft.Extensions.Configuration;

namespace ConsoleLogin;

/// <summary>The settings: appsettings.json, user secrets and environment, each over the one before.</summary>
internal static class Settings
{
    public const string KeysPath = "AuthProfiles:KeyRing:Keys";

    /// <summary>What is asked of the service, relative to the profile's BaseUrl.</summary>
    public const string CallPath = "ConsoleLogin:Call";

    private const string DirectoryPath = "ConsoleLogin:Directory";

    // Another program with the same profile, directory and keys uses what was connected here: then it knows the owner by these names.
    private const string ProfileNamePath = "ConsoleLogin:Profile";
    private const string TenantPath = "ConsoleLogin:Tenant";
    private const string UserPath = "ConsoleLogin:User";

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

    /// <summary>Returns whose connection it is. One person uses a console program, so that any name will do.</summary>
    public static ConnectionKey Whose(IConfiguration settings) => new(settings[ProfileNamePath] ?? "account", settings[TenantPath], settings[UserPath] ?? "me");

    /// <summary>Returns where the settings of the profile stand.</summary>
    public static string ProfilePath(IConfiguration settings) => $"AuthProfiles:Profiles:{Whose(settings).Profile}";

    public static bool NameProvider(IConfiguration settings) => settings.GetSection(ProfilePath(settings)).Exists();

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
