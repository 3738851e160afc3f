namespace AuthProfiles.Settings;

/// <summary>Says all there is to know about a setting: enough for a JSON schema, a documentation table and an error message.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class SettingDescription
{
    /// <summary>Gets the name, which is the name of the property it sets; a group's name stands before it, with a colon between.</summary>
    public required string Name { get; init; }

    /// <summary>Gets how the value is written.</summary>
    public required SettingType Type { get; init; }

    /// <summary>Gets what the setting does, in one sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>Gets what a value may be, as words that follow "set it to".</summary>
    public required string Allowed { get; init; }

    /// <summary>Gets a value indicating whether the value must not be shown.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Gets the value that holds where nothing is set, as it would be written; null for none and for every secret.</summary>
    public string? Default { get; init; }

    /// <summary>Gets the least value of a number or duration, as it would be written, or null.</summary>
    public string? Minimum { get; init; }

    /// <summary>Gets the greatest value of a number or duration, as it would be written, or null.</summary>
    public string? Maximum { get; init; }

    /// <summary>Gets the names a choice takes or a map looks for; empty for the other types.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Returns the same with a default, which a secret never shows.</summary>
    internal SettingDescription With(string? value) => Copy(Name, IsSecret ? null : value);

    /// <summary>Returns the same as a member of a group.</summary>
    internal SettingDescription In(string group) => Copy($"{group}:{Name}", Default);

    private SettingDescription Copy(string name, string? value) => new()
    {
        Name = name,
        Type = Type,
        Sentence = Sentence,
        Allowed = Allowed,
        IsSecret = IsSecret,
        Default = value,
        Minimum = Minimum,
        Maximum = Maximum,
        Choices = Choices,
    };
}
