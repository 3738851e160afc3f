using Microsoft.Extensions.Configuration;

namespace AuthProfiles.Settings;

/// <summary>One setting of a kind. Contravariant, so that a base type's settings are settings of every type derived from it.</summary>
internal interface ISetting<in TOptions>
{
    string Name { get; }

    void Read(in SettingReader reader, TOptions options);

    /// <summary>Adds what stands under the setting's name and is not read.</summary>
    void FindUnknown(IConfigurationSection found, SettingSection section, ICollection<SettingFinding> findings);

    IEnumerable<SettingDescription> Describe(TOptions defaults);
}
