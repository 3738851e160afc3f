using AuthProfiles.Diagnostics;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles.Settings;

/// <summary>
/// Several texts by name: <c>Name:audience</c> for the names it looks for, and <c>Name:0</c> = <c>other=value</c> for any other,
/// since finding out which names there are costs a pass over every key of the configuration.
/// </summary>
internal sealed class TextMapSetting<TOptions>(SettingDescription description, Func<TOptions, IDictionary<string, string>> get) : ISetting<TOptions>
{
    private readonly string[] _names = [.. description.Choices.Select(choice => $"{description.Name}:{choice}")];

    public string Name => description.Name;

    public void Read(in SettingReader reader, TOptions options)
    {
        // A value where a section belongs would be read by nobody; an empty object may stand as an empty text.
        if (!string.IsNullOrWhiteSpace(reader[Name]))
        {
            reader.Wrong(Name, description.Allowed);
        }

        for (var i = 0; i < _names.Length; i++)
        {
            var text = reader[_names[i]];
            if (!string.IsNullOrWhiteSpace(text))
            {
                get(options)[description.Choices[i]] = text;
            }
            else if (text is not null)
            {
                reader.Wrong(_names[i], "a text");
            }
        }

        foreach (var (setting, pair) in IndexedTexts.Read(reader, Name, description.Allowed))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && pair[..equals].Trim() is { Length: > 0 } name)
            {
                get(options)[name] = pair[(equals + 1)..].Trim();
            }
            else
            {
                reader.Wrong(setting, description.Allowed);
            }
        }
    }

    public void FindUnknown(IConfigurationSection found, SettingSection section, ICollection<SettingFinding> findings)
    {
        var names = found.GetChildren().Select(static child => child.Key).ToArray();
        foreach (var name in names)
        {
            if (!description.Choices.Contains(name, StringComparer.OrdinalIgnoreCase) && !IndexedTexts.IsIndex(name, names.Length))
            {
                var cure = Suggestion.For(name, description.Choices);
                findings.Add(section.Group(Name).Unknown(name, $"{cure} For another name set {section.ShownKey(Name)}:0 to name=value."));
            }
        }
    }

    public IEnumerable<SettingDescription> Describe(TOptions defaults) =>
        [description.With(get(defaults) is { Count: > 0 } map ? string.Join(", ", map.Select(static pair => $"{pair.Key}={pair.Value}")) : null)];
}
