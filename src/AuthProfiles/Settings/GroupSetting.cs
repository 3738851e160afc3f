using Microsoft.Extensions.Configuration;

namespace AuthProfiles.Settings;

/// <summary>The settings of an object that the options hold, in a section of its own.</summary>
internal sealed class GroupSetting<TOptions, TPart>(string name, SettingList<TPart> settings, Func<TOptions, TPart> get) : ISetting<TOptions>
    where TPart : class
{
    public string Name => name;

    public void Read(in SettingReader reader, TOptions options) => settings.Read(reader.Group(name), get(options));

    public void FindUnknown(IConfigurationSection found, SettingSection section, ICollection<SettingFinding> findings) =>
        settings.FindUnknown(found, section.Group(name), [], findings);

    public IEnumerable<SettingDescription> Describe(TOptions defaults) =>
        settings.Describe(get(defaults)).Select(setting => setting.In(name));
}
