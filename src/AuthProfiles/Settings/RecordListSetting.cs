using Microsoft.Extensions.Configuration;

namespace AuthProfiles.Settings;

/// <summary>Several groups of settings, numbered from 0. What is set takes the place of the default.</summary>
/// <remarks>A number is there when any setting of the group has a value, so none of them is a group itself.</remarks>
internal sealed class RecordListSetting<TRecord>(string name, SettingList<SettingDraft<TRecord>> settings, TRecord empty) : ISetting<List<TRecord>>
    where TRecord : class
{
    public string Name => name;

    public void Read(in SettingReader reader, List<TRecord> options)
    {
        var group = reader.Group($"{name}:0");
        for (var index = 1; IsThere(group); index++)
        {
            if (index == 1)
            {
                options.Clear();
            }

            var draft = new SettingDraft<TRecord>(empty);
            settings.Read(group, draft);
            options.Add(draft.Value);
            group = reader.Group(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}:{index}"));
        }
    }

    public void FindUnknown(IConfigurationSection found, SettingSection section, ICollection<SettingFinding> findings)
    {
        var children = found.GetChildren().ToArray();
        foreach (var child in children)
        {
            if (IndexedTexts.IsIndex(child.Key, children.Length))
            {
                settings.FindUnknown(child, section.Group(name).Group(child.Key), [], findings);
            }
            else
            {
                findings.Add(section.Group(name).Unknown(child.Key, " Number the entries from 0 without a gap."));
            }
        }
    }

    public IEnumerable<SettingDescription> Describe(List<TRecord> defaults) =>
        settings.Describe(new(empty)).Select(setting => setting.In($"{name}:0"));

    private bool IsThere(in SettingReader group)
    {
        foreach (var setting in settings.Settings)
        {
            if (group[setting.Name] is not null)
            {
                return true;
            }
        }

        return false;
    }
}
