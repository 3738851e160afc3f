using Microsoft.Extensions.Configuration;

namespace AuthProfiles.Settings;

/// <summary>Several texts: <c>Name:0</c>, <c>Name:1</c>, … or one as <c>Name</c>. What is set takes the place of the default.</summary>
internal sealed class TextListSetting<TOptions>(SettingDescription description, Func<TOptions, IList<string>> get) : ISetting<TOptions>
{
    public string Name => description.Name;

    public void Read(in SettingReader reader, TOptions options)
    {
        var single = reader[Name];
        var next = reader[IndexedTexts.Key(Name, 0)];
        if (next is null && single is null)
        {
            return;
        }

        var list = get(options);
        list.Clear();
        if (!string.IsNullOrWhiteSpace(single))
        {
            // A comma would be one value here and two in the reader's mind; both spellings at once would lose one.
            if (next is not null || single.Contains(',', StringComparison.Ordinal))
            {
                reader.Wrong(Name, description.Allowed);
                return;
            }

            list.Add(single);
        }

        foreach (var text in IndexedTexts.Read(reader, Name, description.Allowed))
        {
            list.Add(text);
        }
    }

    public void FindUnknown(IConfigurationSection found, SettingSection section, ICollection<string> errors)
    {
        var names = found.GetChildren().Select(static child => child.Key).ToArray();
        foreach (var name in names.Where(name => !IndexedTexts.IsIndex(name, names.Length)))
        {
            errors.Add(section.Group(Name).Unknown(name, " Number the values from 0 without a gap."));
        }
    }

    public IEnumerable<SettingDescription> Describe(TOptions defaults) =>
        [description.With(get(defaults) is { Count: > 0 } list ? string.Join(", ", list) : null)];
}
