using AuthProfiles.Settings;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles.OAuth;

/// <summary>The provider of an OAuth profile: the name of a known one, or a section that tells it as data.</summary>
internal sealed class ProviderSetting : ISetting<OAuthOptions>
{
    private static readonly ISetting<OAuthOptions> ByName = new SettingList<OAuthOptions>()
        .Named(nameof(OAuthOptions.Provider), "The provider, where it is a known one; else a section tells it as data.", OAuthProviders.ByName, (o, v) => o.Provider = v).Settings[0];

    private static readonly ISetting<OAuthOptions> AsData = new SettingList<OAuthOptions>()
        .Record(nameof(OAuthOptions.Provider), OAuthProviderSettings.All, o => o.Provider ?? OAuthProvider.Standard, (o, v) => o.Provider = v).Settings[0];

    public string Name => nameof(OAuthOptions.Provider);

    public void Read(in SettingReader reader, OAuthOptions options)
    {
        ByName.Read(reader, options);
        AsData.Read(reader, options);
    }

    public void FindUnknown(IConfigurationSection found, SettingSection section, ICollection<SettingFinding> findings) => AsData.FindUnknown(found, section, findings);

    public IEnumerable<SettingDescription> Describe(OAuthOptions defaults) => ByName.Describe(defaults).Concat(AsData.Describe(defaults));
}
