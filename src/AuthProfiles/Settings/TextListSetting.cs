using Microsoft.Extensions.Configuration;

namespace AuthProfiles.Settings;

/// <summary>Several texts: <c>Name:0</c>, <c>Name:1</c>, … or one as <c>Name</c>. What is set takes the place of the default.</summary>
internal sealed class TextListSetting<TOptions>(SettingDescription description, Func<TOptions, IList<string>> get) : ISetting<TOptions>
{
    public string Name => description.Name;

    public void Read(in SettingReader reader, TOptions options)
    {
        var single = reader[Name];
        var numbered = IndexedTexts.Read(reader, Name, description.Allowed);
        if (single is null && numbered.Count == 0)
        {
            return;
        }

        var list = get(options);
        list.Clear();
        foreach (var (_, text) in numbered)
        {
            list.Add(text);
        }

        // A blank single value is how an empty array arrives. A comma would be one value here and two in the reader's mind,
        // and of both spellings at once one would be lost.
        if (string.IsNullOrWhiteSpace(single))
        {
            return;
        }

        if (numbered.Count > 0 || single.Contains(',', StringComparison.Ordinal))
        {
            reader.Wrong(Name, description.Allowed);
        }
        else
        {
            list.Add(single);
        }
    }

    public void FindUnknown(IConfigurationSection found, SettingSection section, ICollection<SettingFinding> findings)
    {
        var names = found.GetChildren().Select(static child => child.Key).ToArray();
        foreach (var name in names.Where(name => !IndexedTexts.IsIndex(name, names.Length)))
        {
            findings.Add(section.Group(Name).Unknown(name, " Number the values from 0 without a gap."));
        }
    }

    public IEnumerable<SettingDescription> Describe(TOptions defaults) =>
        [description.With(get(defaults) is { Count: > 0 } list ? string.Join(", ", list) : null)];
}
