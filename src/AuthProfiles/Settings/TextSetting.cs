using Microsoft.Extensions.Configuration;

namespace AuthProfiles.Settings;

/// <summary>A text, or a secret, which differs in that nothing ever reads it back.</summary>
internal sealed class TextSetting<TOptions>(SettingDescription description, Func<TOptions, string?>? get, Action<TOptions, string> set)
    : ISetting<TOptions>
{
    public string Name => description.Name;

    public void Read(in SettingReader reader, TOptions options)
    {
        var text = reader[Name];
        if (!string.IsNullOrWhiteSpace(text))
        {
            set(options, text);
        }
    }

    public void FindUnknown(IConfigurationSection found, SettingSection section, ICollection<SettingFinding> findings) =>
        SingleValue.FindUnknown(description, found, section, findings);

    public IEnumerable<SettingDescription> Describe(TOptions defaults) => [description.With(get?.Invoke(defaults))];
}
