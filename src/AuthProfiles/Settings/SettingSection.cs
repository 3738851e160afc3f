using AuthProfiles.Diagnostics;

namespace AuthProfiles.Settings;

/// <summary>Names the section that settings are read from and whose they are, and says what is wrong there.</summary>
/// <remarks>Immutable and thread-safe. A finding names the owner, the setting, its environment spelling where there is a configuration, and the cure, never a value.</remarks>
public sealed class SettingSection
{
    private readonly string _owner;
    private readonly bool _isRead;

    /// <summary>Initializes a new instance of the <see cref="SettingSection"/> class.</summary>
    /// <param name="subject">What the settings describe, as a sentence begins: <c>Profile</c>, <c>Zendesk</c>.</param>
    /// <param name="name">The name of this one, without a colon.</param>
    /// <param name="parent">The path of the section that holds it, such as <c>AuthProfiles:Profiles</c>.</param>
    /// <exception cref="ArgumentException">The name is empty or holds a colon, so it would read another section.</exception>
    public SettingSection(string subject, string name, string parent)
        : this($"{subject} '{Printable.Escape(name)}'", $"{parent}:{Part(name)}")
    {
    }

    private SettingSection(string owner, string path, bool isRead = true) => (_owner, Path, _isRead) = (owner, path, isRead);

    /// <summary>Names a section by its whole path, which need not end with the name.</summary>
    internal static SettingSection At(string subject, string name, string path) => new($"{subject} '{Printable.Escape(name)}'", path);

    /// <summary>Gets the whole path, from the root of the configuration.</summary>
    public string Path { get; }

    /// <summary>Returns the whole path of a setting.</summary>
    /// <param name="setting">The setting's name.</param>
    /// <returns>The path, as configuration takes it.</returns>
    public string Key(string setting) => string.Concat(Path, ":", setting);

    /// <summary>Returns the section of a tenant's connection: <c>Connections:{tenant}</c> below this one.</summary>
    /// <param name="tenant">The tenant's name, without a colon.</param>
    /// <returns>The section; its sentences name the tenant too.</returns>
    /// <exception cref="ArgumentException">The name is empty or holds a colon, so it would read another section.</exception>
    public SettingSection ForTenant(string tenant) =>
        new($"{_owner} for tenant '{Printable.Escape(tenant)}'", $"{Path}:Connections:{Part(tenant)}", _isRead);

    /// <summary>Returns the finding of a setting that must be given and is not.</summary>
    /// <param name="setting">The setting's name.</param>
    /// <returns>Whose, which, where to set it.</returns>
    public SettingFinding Missing(string setting) => Find(FindingIds.Missing, setting, $"{setting} is missing.", $"Set {Place(setting)}.");

    /// <summary>Returns the finding of a setting whose value can't be used; the value itself is not shown.</summary>
    /// <param name="setting">The setting's name.</param>
    /// <param name="allowed">What it may be, as words that follow "set it to".</param>
    /// <returns>Whose, which, where and to what to set it.</returns>
    public SettingFinding Wrong(string setting, string allowed) => Find(FindingIds.Wrong, setting, $"{setting} is not valid.", $"Set {Place(setting)} to {allowed}.");

    /// <summary>Returns the finding of a setting that nobody reads.</summary>
    /// <param name="setting">The setting's name.</param>
    /// <param name="cure">What to do, or nothing: then it is to be taken out.</param>
    internal SettingFinding Unknown(string setting, string cure) => Find(
        FindingIds.Unknown,
        setting,
        $"unknown setting '{Printable.Escape(setting)}' at {Shown(Key(setting))}.",
        cure.TrimStart() is { Length: > 0 } known ? known : "Take it out, or correct its name.");

    /// <summary>Returns the finding of a setting, of sentences that say what is wrong with it and then how to mend it.</summary>
    internal SettingFinding Of(string id, string setting, string sentences) => SettingFinding.Of(id, Shown(Key(setting)), sentences);

    /// <summary>Returns a section below this one, with the same owner.</summary>
    internal SettingSection Group(string name) => new(_owner, Key(name), _isRead);

    /// <summary>Returns the same where there is a configuration to read it from, or where there is none: its sentences then send nobody there.</summary>
    internal SettingSection WhereRead(bool isRead) => isRead == _isRead ? this : new(_owner, Path, isRead);

    /// <summary>Gets the path as messages show it.</summary>
    internal string ShownPath => Shown(Path);

    /// <summary>Returns the whole path of a setting as messages show it.</summary>
    internal string ShownKey(string setting) => Shown(Key(setting));

    /// <summary>Returns a path as messages show it.</summary>
    internal static string Shown(string path) => string.Join(':', path.Split(':').Select(Printable.Escape));

    private static string Part(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return name.Contains(':', StringComparison.Ordinal)
            ? throw new ArgumentException("A name in a settings path can't hold a colon: it would read another section.", nameof(name))
            : name;
    }

    private SettingFinding Find(string id, string setting, string what, string cure) =>
        new() { Id = id, Setting = Shown(Key(setting)), Message = $"{_owner}: {what}", Cure = cure };

    private string Place(string setting)
    {
        var path = Shown(Key(setting));
        return _isRead ? $"{path} (environment: {path.Replace(":", "__", StringComparison.Ordinal)})" : $"{setting} in code (no IConfiguration is registered to read {path} from)";
    }
}
