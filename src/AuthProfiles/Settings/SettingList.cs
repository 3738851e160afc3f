using AuthProfiles.Diagnostics;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles.Settings;

/// <summary>The settings of a kind, one line each: it reads them, finds unknown ones and describes them all.</summary>
/// <remarks>
/// Immutable and thread-safe: every method that adds a setting returns a new list, so keep the last one, in a static field.
/// A setting has the name of the property it sets. Names and choices are read without case, values without culture.
/// </remarks>
/// <typeparam name="TOptions">The options that the settings are read into.</typeparam>
public sealed class SettingList<TOptions>
    where TOptions : class
{
    private readonly ISetting<TOptions>[] _settings;

    /// <summary>Initializes a new instance of the <see cref="SettingList{TOptions}"/> class that is empty.</summary>
    public SettingList()
        : this([])
    {
    }

    private SettingList(ISetting<TOptions>[] settings) => _settings = settings;

    internal IReadOnlyList<ISetting<TOptions>> Settings => _settings;

    /// <summary>Adds a text. A blank one counts as missing; any other is kept as it is.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="sentence">What the setting does, in one sentence.</param>
    /// <param name="get">Reads the property; used for its default.</param>
    /// <param name="set">Sets the property.</param>
    /// <returns>The longer list.</returns>
    /// <exception cref="ArgumentException">The list has that name already.</exception>
    public SettingList<TOptions> Text(string name, string sentence, Func<TOptions, string?> get, Action<TOptions, string> set) =>
        With(new TextSetting<TOptions>(Describe(name, SettingType.Text, sentence, "a text"), get, set));

    /// <summary>Adds a secret: a text that nothing ever reads back or shows. A blank one counts as missing.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="sentence">What the setting does, in one sentence.</param>
    /// <param name="set">Sets the property.</param>
    /// <returns>The longer list.</returns>
    /// <exception cref="ArgumentException">The list has that name already.</exception>
    public SettingList<TOptions> Secret(string name, string sentence, Action<TOptions, string> set) =>
        With(new TextSetting<TOptions>(
            new() { Name = name, Type = SettingType.Text, Sentence = sentence, Allowed = "a secret", IsSecret = true }, get: null, set));

    /// <summary>Adds a switch, written <c>true</c> or <c>false</c>.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="sentence">What the setting does, in one sentence.</param>
    /// <param name="get">Reads the property; used for its default.</param>
    /// <param name="set">Sets the property.</param>
    /// <returns>The longer list.</returns>
    /// <exception cref="ArgumentException">The list has that name already.</exception>
    public SettingList<TOptions> Flag(string name, string sentence, Func<TOptions, bool?> get, Action<TOptions, bool> set) =>
        With(new ValueSetting<TOptions, bool>(
            Describe(name, SettingType.Flag, sentence, "true or false"),
            bool.TryParse,
            static value => value ? "true" : "false",
            get,
            set));

    /// <summary>Adds a whole number.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="sentence">What the setting does, in one sentence.</param>
    /// <param name="minimum">The least value.</param>
    /// <param name="maximum">The greatest value.</param>
    /// <param name="get">Reads the property; used for its default.</param>
    /// <param name="set">Sets the property.</param>
    /// <returns>The longer list.</returns>
    /// <exception cref="ArgumentException">The list has that name already.</exception>
    public SettingList<TOptions> Number(string name, string sentence, int minimum, int maximum, Func<TOptions, int?> get, Action<TOptions, int> set) =>
        Range(name, SettingType.Number, sentence, "a whole number", minimum, maximum, Values.TryParseNumber, Values.Format, get, set);

    /// <summary>Adds a duration, written <c>hh:mm:ss</c>; days and fractions as <c>d.hh:mm:ss.fff</c>. A bare number is refused: it would be days.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="sentence">What the setting does, in one sentence.</param>
    /// <param name="minimum">The shortest.</param>
    /// <param name="maximum">The longest.</param>
    /// <param name="get">Reads the property; used for its default.</param>
    /// <param name="set">Sets the property.</param>
    /// <returns>The longer list.</returns>
    /// <exception cref="ArgumentException">The list has that name already.</exception>
    public SettingList<TOptions> Duration(string name, string sentence, TimeSpan minimum, TimeSpan maximum, Func<TOptions, TimeSpan?> get, Action<TOptions, TimeSpan> set) =>
        Range(name, SettingType.Duration, sentence, "a time as hh:mm:ss", minimum, maximum, Values.TryParseDuration, Values.Format, get, set);

    /// <summary>Adds a moment, written as a date (<c>2027-04-30</c>, its beginning in UTC) or as ISO 8601 has it, with its offset.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="sentence">What the setting does, in one sentence.</param>
    /// <param name="get">Reads the property; used for its default.</param>
    /// <param name="set">Sets the property.</param>
    /// <returns>The longer list.</returns>
    /// <exception cref="ArgumentException">The list has that name already.</exception>
    public SettingList<TOptions> Moment(string name, string sentence, Func<TOptions, DateTimeOffset?> get, Action<TOptions, DateTimeOffset> set) =>
        With(new ValueSetting<TOptions, DateTimeOffset>(
            Describe(name, SettingType.Moment, sentence, "a date such as 2027-04-30, or a moment with its offset such as 2027-04-30T12:00:00Z"),
            Values.TryParseMoment,
            Values.Format,
            get,
            set));

    /// <summary>Adds a choice among things that have names.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="sentence">What the setting does, in one sentence.</param>
    /// <param name="things">The things by name.</param>
    /// <param name="set">Sets the property.</param>
    /// <typeparam name="TThing">Their type.</typeparam>
    /// <returns>The longer list.</returns>
    /// <exception cref="ArgumentException">The list has that name already.</exception>
    internal SettingList<TOptions> Named<TThing>(string name, string sentence, IEnumerable<KeyValuePair<string, TThing>> things, Action<TOptions, TThing> set)
    {
        var known = things.ToDictionary(StringComparer.OrdinalIgnoreCase);
        return With(new ValueSetting<TOptions, KeyValuePair<string, TThing>>(
            Describe(name, SettingType.Choice, sentence, $"one of {string.Join(", ", known.Keys)}", [.. known.Keys]),
            (string text, out KeyValuePair<string, TThing> found) =>
            {
                var isKnown = known.TryGetValue(text.Trim(), out var thing);
                found = isKnown ? new(text, thing!) : default;
                return isKnown;
            },
            static found => found.Key,
            static _ => null,
            (options, found) => set(options, found.Value)));
    }

    /// <summary>Adds a choice among the names of an enumeration; its numbers and combinations are refused.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="sentence">What the setting does, in one sentence.</param>
    /// <param name="get">Reads the property; used for its default.</param>
    /// <param name="set">Sets the property.</param>
    /// <typeparam name="TEnum">The enumeration.</typeparam>
    /// <returns>The longer list.</returns>
    /// <exception cref="ArgumentException">The list has that name already.</exception>
    public SettingList<TOptions> Choice<TEnum>(string name, string sentence, Func<TOptions, TEnum?> get, Action<TOptions, TEnum> set)
        where TEnum : struct, Enum
    {
        var names = Enum.GetNames<TEnum>();
        var values = names.ToDictionary(static name => name, Enum.Parse<TEnum>, StringComparer.OrdinalIgnoreCase);
        return With(new ValueSetting<TOptions, TEnum>(
            Describe(name, SettingType.Choice, sentence, $"one of {string.Join(", ", names)}", names),
            (string text, out TEnum value) => values.TryGetValue(text.Trim(), out value),
            static value => value.ToString(),
            get,
            set));
    }

    /// <summary>Adds several texts, numbered from 0 (an array in a JSON file), or a single one without a comma. What is set takes the place of the default.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="sentence">What the setting does, in one sentence.</param>
    /// <param name="get">Reads the property, whose list is filled.</param>
    /// <returns>The longer list.</returns>
    /// <exception cref="ArgumentException">The list has that name already.</exception>
    public SettingList<TOptions> TextList(string name, string sentence, Func<TOptions, IList<string>> get) =>
        With(new TextListSetting<TOptions>(
            Describe(name, SettingType.TextList, sentence, $"one text without a comma, or several as {name}:0, {name}:1 and so on"), get));

    /// <summary>Adds several texts by name.</summary>
    /// <remarks>Only the names given here are looked for, because listing a section costs a pass over all settings; any other is written <c>name=value</c> under a number.</remarks>
    /// <param name="name">The property's name.</param>
    /// <param name="sentence">What the setting does, in one sentence.</param>
    /// <param name="get">Reads the property, whose dictionary is filled; what it holds stays where it is not set.</param>
    /// <param name="names">The names to look for.</param>
    /// <returns>The longer list.</returns>
    /// <exception cref="ArgumentException">The list has that name already.</exception>
    public SettingList<TOptions> TextMap(string name, string sentence, Func<TOptions, IDictionary<string, string>> get, params string[] names) =>
        With(new TextMapSetting<TOptions>(
            Describe(name, SettingType.TextMap, sentence, $"a section of names and texts, or name=value as {name}:0, {name}:1 and so on", names), get));

    /// <summary>Adds the settings of an object that the options hold, in a section of its own: <c>Resilience:MaxRetries</c>.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="settings">The object's settings.</param>
    /// <param name="get">Reads the property, whose object is filled.</param>
    /// <typeparam name="TPart">The object's type.</typeparam>
    /// <returns>The longer list.</returns>
    /// <exception cref="ArgumentException">The list has that name already.</exception>
    public SettingList<TOptions> Group<TPart>(string name, SettingList<TPart> settings, Func<TOptions, TPart> get)
        where TPart : class =>
        With(new GroupSetting<TOptions, TPart>(name, settings, get));

    /// <summary>Reads every setting that is there; what is not there keeps its default.</summary>
    /// <param name="configuration">The root that the section's path starts at. Only direct keys are read, in time that does not grow with their number.</param>
    /// <param name="section">Where to read, and whose the settings are.</param>
    /// <param name="options">The options to fill.</param>
    /// <param name="findings">Takes a finding for each value that can't be used.</param>
    public void Read(IConfiguration configuration, SettingSection section, TOptions options, ICollection<SettingFinding> findings) =>
        Read(new SettingReader(configuration, section, findings), options);

    /// <summary>Adds a finding, with a suggestion, for each setting in the section that nothing reads.</summary>
    /// <remarks>It lists the section, which costs a pass over every key of the configuration.</remarks>
    /// <param name="configuration">The root that the section's path starts at.</param>
    /// <param name="section">Where to look, and whose the settings are.</param>
    /// <param name="alsoKnown">Names that others read there, such as <c>Type</c> and <c>Connections</c>.</param>
    /// <param name="findings">Takes the findings.</param>
    public void FindUnknown(IConfiguration configuration, SettingSection section, IEnumerable<string> alsoKnown, ICollection<SettingFinding> findings) =>
        FindUnknown(configuration.GetSection(section.Path), section, alsoKnown, findings);

    /// <summary>Describes every setting, in the order in which they were added.</summary>
    /// <param name="defaults">New options, for the defaults.</param>
    /// <returns>One description a setting.</returns>
    public IReadOnlyList<SettingDescription> Describe(TOptions defaults) => [.. _settings.SelectMany(setting => setting.Describe(defaults))];

    internal SettingList<TOptions> With(params ReadOnlySpan<ISetting<TOptions>> added)
    {
        ISetting<TOptions>[] settings = [.. _settings, .. added];
        var twice = settings.GroupBy(static setting => setting.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(static group => group.Skip(1).Any());
        return twice is null
            ? new(settings)
            : throw new ArgumentException($"The setting '{twice.Key}' is in the list twice.", nameof(added));
    }

    internal void Read(in SettingReader reader, TOptions options)
    {
        foreach (var setting in _settings)
        {
            setting.Read(reader, options);
        }
    }

    internal void FindUnknown(IConfigurationSection found, SettingSection section, IEnumerable<string> alsoKnown, ICollection<SettingFinding> findings)
    {
        string[] known = [.. _settings.Select(static setting => setting.Name), .. alsoKnown];
        foreach (var child in found.GetChildren())
        {
            var setting = Array.Find(_settings, setting => string.Equals(setting.Name, child.Key, StringComparison.OrdinalIgnoreCase));
            if (setting is not null)
            {
                setting.FindUnknown(child, section, findings);
            }
            else if (!known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            {
                findings.Add(section.Unknown(child.Key, Suggestion.For(child.Key, known)));
            }
        }
    }

    private static SettingDescription Describe(string name, SettingType type, string sentence, string allowed, IReadOnlyList<string>? choices = null) =>
        new() { Name = name, Type = type, Sentence = sentence, Allowed = allowed, Choices = choices ?? [] };

    private SettingList<TOptions> Range<TValue>(
        string name,
        SettingType type,
        string sentence,
        string form,
        TValue minimum,
        TValue maximum,
        SettingParser<TValue> parse,
        Func<TValue, string> format,
        Func<TOptions, TValue?> get,
        Action<TOptions, TValue> set)
        where TValue : struct, IComparable<TValue>
    {
        var description = new SettingDescription
        {
            Name = name,
            Type = type,
            Sentence = sentence,
            Allowed = $"{form} from {format(minimum)} to {format(maximum)}",
            Minimum = format(minimum),
            Maximum = format(maximum),
        };
        return With(new ValueSetting<TOptions, TValue>(
            description,
            (string text, out TValue value) => parse(text, out value) && value.CompareTo(minimum) >= 0 && value.CompareTo(maximum) <= 0,
            format,
            get,
            set));
    }
}
