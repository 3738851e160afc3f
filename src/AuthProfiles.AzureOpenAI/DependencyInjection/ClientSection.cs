using AuthProfiles.AzureOpenAI.Authorization;
using AuthProfiles.Settings;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles.AzureOpenAI.DependencyInjection;

/// <summary>The settings of a client that has no profile of its own.</summary>
/// <param name="name">The registration's name.</param>
/// <exception cref="ArgumentException">The name is empty or holds a colon.</exception>
internal sealed class ClientSection(string name)
{
    private readonly SettingSection _section = new(AzureOpenAIKind.Subject, name, AzureOpenAIKind.Section);

    /// <summary>Reads what is there.</summary>
    /// <exception cref="AuthorizationException">A setting is wrong, or is one that the profile in its place would have; the message names all that are.</exception>
    public void Read(IConfiguration? settings, AzureOpenAIClientOptions options)
    {
        var findings = new List<SettingFinding>();
        if (settings is not null)
        {
            AzureOpenAISettings.Client.Read(settings, _section, options, findings);
            AzureOpenAISettings.Client.FindUnknown(settings, _section, [], findings);
        }

        if (findings.Count > 0)
        {
            throw new AuthorizationException(name, findings);
        }
    }

    /// <summary>Checks the options, so that what is wrong is said when the host starts.</summary>
    /// <exception cref="AuthorizationException">A value is out of its range.</exception>
    public bool IsUsable(AzureOpenAIClientOptions options) => SettingsOf(options) is not null;

    public ClientSettings SettingsOf(AzureOpenAIClientOptions options) => new(name, options, _section);
}
