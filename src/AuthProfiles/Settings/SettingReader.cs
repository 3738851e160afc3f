using Microsoft.Extensions.Configuration;

namespace AuthProfiles.Settings;

/// <summary>Reads by direct key only: listing a section's children costs a pass over every key there is.</summary>
internal readonly struct SettingReader(IConfiguration configuration, SettingSection section, ICollection<SettingFinding> findings)
{
    public string? this[string setting] => configuration[section.Key(setting)];

    public SettingReader Group(string name) => new(configuration, section.Group(name), findings);

    public void Wrong(string setting, string allowed) => findings.Add(section.Wrong(setting, allowed));
}
