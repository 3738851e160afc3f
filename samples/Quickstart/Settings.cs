using Microsoft.Extensions.Configuration;

namespace Quickstart;

/// <summary>The settings: appsettings.json, user secrets and environment, each over the one before.</summary>
internal static class Settings
{
    // UserSecretsId of the project file, by which "dotnet user-secrets --project" finds the same place.
    private const string UserSecretsId = "authprofiles-quickstart";

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

    public static bool NameAccounts(IConfiguration settings) =>
        settings.GetSection(Sections.AssistantPath).Exists() || settings.GetSection(Sections.SupportPath).Exists();

    /// <summary>The application's own names for its customers: the children of Connections, the same for both services.</summary>
    public static IReadOnlyList<string> Tenants(IConfiguration settings)
    {
        var assistant = TenantsOf(settings, Sections.AssistantPath);
        var support = TenantsOf(settings, Sections.SupportPath);
        Require(support, assistant, Sections.AssistantPath);
        Require(assistant, support, Sections.SupportPath);
        return support.Count > 0
            ? support
            : throw new SettingException($"No tenant is set: add {Sections.SupportPath}:Connections:acme and {Sections.AssistantPath}:Connections:acme for a customer 'acme'.");
    }

    private static List<string> TenantsOf(IConfiguration settings, string section) =>
        [.. settings.GetSection($"{section}:Connections").GetChildren().Select(child => child.Key)];

    private static void Require(IEnumerable<string> tenants, List<string> known, string section)
    {
        if (tenants.FirstOrDefault(tenant => !known.Contains(tenant)) is { } missing)
        {
            throw new SettingException($"Tenant '{missing}' has no settings for the other service: add {section}:Connections:{missing}.");
        }
    }
}
