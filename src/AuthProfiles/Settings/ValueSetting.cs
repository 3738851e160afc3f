using Microsoft.Extensions.Configuration;

namespace AuthProfiles.Settings;

/// <summary>A setting whose text must be read as something else.</summary>
internal sealed class ValueSetting<TOptions, TValue>(
    SettingDescription description,
    SettingParser<TValue> parse,
    Func<TValue, string> format,
    Func<TOptions, TValue?> get,
    Action<TOptions, TValue> set)
    : ISetting<TOptions>
    where TValue : struct
{
    public string Name => description.Name;

    public void Read(in SettingReader reader, TOptions options)
    {
        var text = reader[Name];
        if (text is null)
        {
            return;
        }

        if (parse(text, out var value))
        {
            set(options, value);
        }
        else
        {
            reader.Wrong(Name, description.Allowed);
        }
    }

    public void FindUnknown(IConfigurationSection found, SettingSection section, ICollection<SettingFinding> findings) =>
        SingleValue.FindUnknown(description, found, section, findings);

    public IEnumerable<SettingDescription> Describe(TOptions defaults) =>
        [description.With(get(defaults) is { } value ? format(value) : null)];
}
