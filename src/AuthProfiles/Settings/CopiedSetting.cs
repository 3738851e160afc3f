using Microsoft.Extensions.Configuration;

namespace AuthProfiles.Settings;

/// <summary>A setting of something immutable: it is read into a copy, which is then handed over.</summary>
internal sealed class CopiedSetting<TOptions, TCopy>(ISetting<TCopy> setting, Func<TOptions, TCopy> copy, Action<TOptions, TCopy> handOver) : ISetting<TOptions>
{
    public string Name => setting.Name;

    public void Read(in SettingReader reader, TOptions options)
    {
        var copied = copy(options);
        setting.Read(reader, copied);
        handOver(options, copied);
    }

    public void FindUnknown(IConfigurationSection found, SettingSection section, ICollection<SettingFinding> findings) => setting.FindUnknown(found, section, findings);

    public IEnumerable<SettingDescription> Describe(TOptions defaults) => setting.Describe(copy(defaults));
}
