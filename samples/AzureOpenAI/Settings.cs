using Microsoft.Extensions.Configuration;

namespace AzureOpenAI;

/// <summary>The settings: appsettings.json, user secrets and environment, each over the one before.</summary>
internal static class Settings
{
    public const string Assistant = "assistant";
    public const string AssistantPath = "AuthProfiles:AzureOpenAI:" + Assistant;

    // UserSecretsId of the project file, by which "dotnet user-secrets --project" finds the same place.
    private const string UserSecretsId = "authprofiles-azureopenai";

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

    public static bool NameResource(IConfiguration settings) => settings.GetSection(AssistantPath).Exists();
}
