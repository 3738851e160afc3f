using Microsoft.Extensions.Configuration;

namespace Zendesk;

/// <summary>The settings: appsettings.json, user secrets and environment, each over the one before.</summary>
internal static class Settings
{
    /// <summary>The profile by OAuth client credentials, which every step goes by.</summary>
    public const string Support = "support";

    /// <summary>The profile by API token, which the program is to go over from.</summary>
    public const string Legacy = "legacy";

    public const string SupportPath = "AuthProfiles:Zendesk:" + Support;
    public const string LegacyPath = "AuthProfiles:Zendesk:" + Legacy;

    // UserSecretsId of the project file, by which "dotnet user-secrets --project" finds the same place.
    private const string UserSecretsId = "authprofiles-zendesk";

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

    public static bool NameAccount(IConfiguration settings) => settings.GetSection(SupportPath).Exists();

    public static bool NameLegacy(IConfiguration settings) => settings.GetSection(LegacyPath).Exists();
}
