using AuthProfiles;
using AuthProfiles.Zendesk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

/// <summary>What the programs of the pages declare, for settings that add to code; settings with a <c>Type</c> need none.</summary>
internal static class SettingsDeclarations
{
    // By the profiles' names, which a page's text says the same of.
    private static readonly Dictionary<string, Action<App>> ByName = new(StringComparer.Ordinal)
    {
        ["weather"] = ApiKey.Register,
        ["orders"] = Orders.Register,
        ["calendar"] = Calendar.Register,
        ["bank"] = Bank.Register,
        ["drive"] = DriveFunction.RegisterBesideSettings,
        ["billing"] = BillingExchange.RegisterBesideSettings,
        ["account"] = static app => app.Services.AddAuthProfiles().AddAuthorizationCode("account"),
        ["zendesk"] = static app => app.Services.AddAuthProfiles().AddAuthorizationCode("zendesk", o => o.Provider = OAuthProviders.Zendesk),
        ["azure-openai"] = static app => app.Services.AddAuthProfiles().AddAuthorizationCode("azure-openai", o => o.Provider = OAuthProviders.EntraIdDelegated),
    };

    /// <summary>Declares what the settings name and do not declare themselves, and returns the profiles' names with the sections that they stand in.</summary>
    public static IReadOnlyList<IConfigurationSection> Declare(App app, IConfiguration settings)
    {
        app.Services.AddAuthProfiles();
        var profiles = settings.GetSection("AuthProfiles:Profiles").GetChildren().ToList();
        foreach (var profile in profiles.Where(static profile => profile["Type"] is null))
        {
            Assert.That(ByName, Does.ContainKey(profile.Key), $"The settings of '{profile.Key}' have no Type, and no program of the pages declares it.");
            ByName[profile.Key](app);
        }

        foreach (var assistant in settings.GetSection("AuthProfiles:AzureOpenAI").GetChildren())
        {
            if (profiles.Exists(static profile => profile.Key == "azure-openai"))
            {
                app.Services.AddAzureOpenAI(assistant.Key, profile: "azure-openai");
                continue;
            }

            Assert.That(assistant.Key, Is.EqualTo("assistant"), "The pages have one assistant.");
            Assistant.Register(app);
            profiles.Add(assistant);
        }

        foreach (var account in settings.GetSection("AuthProfiles:Zendesk").GetChildren())
        {
            app.Services.AddZendesk(account.Key);
            profiles.Add(account);
        }

        return profiles;
    }
}
