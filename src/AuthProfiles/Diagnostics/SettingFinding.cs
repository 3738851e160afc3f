namespace AuthProfiles;

/// <summary>Something in the settings that is wrong, or that works and should be mended.</summary>
/// <remarks>Immutable and thread-safe. It holds no value of a setting, so it can be shown and logged.</remarks>
public sealed class SettingFinding
{
    /// <summary>Gets what kind of finding it is, such as <c>AP002</c>. An id never changes its meaning.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the path of the setting, from the root of the configuration, escaped where it holds anything that does not print.</summary>
    public required string Setting { get; init; }

    /// <summary>Gets what is wrong, in a sentence.</summary>
    public required string Message { get; init; }

    /// <summary>Gets how to mend it, in a sentence.</summary>
    public required string Cure { get; init; }

    /// <summary>Gets a value indicating whether requests are authorized all the same. The default is false: they are not.</summary>
    public bool IsWarning { get; init; }

    /// <summary>Makes a finding of sentences that say what is wrong and then how to mend it.</summary>
    internal static SettingFinding Of(string id, string setting, string sentences)
    {
        var end = sentences.IndexOf(". ", StringComparison.Ordinal);
        return new()
        {
            Id = id,
            Setting = setting,
            Message = end < 0 ? sentences : sentences[..(end + 1)],
            Cure = end < 0 ? $"Correct {setting}." : sentences[(end + 2)..],
        };
    }

    /// <summary>Returns the same with more about the cure, where there is more.</summary>
    internal SettingFinding And(string more) => string.IsNullOrWhiteSpace(more) ? this : new() { Id = Id, Setting = Setting, Message = Message, Cure = $"{Cure} {more.TrimStart()}", IsWarning = IsWarning };

    /// <summary>Returns the same as something that works and should be mended.</summary>
    internal SettingFinding AsWarning() => new() { Id = Id, Setting = Setting, Message = Message, Cure = Cure, IsWarning = true };

    /// <summary>Returns the message and the cure.</summary>
    /// <returns>For example <c>Profile 'weather': Key is missing. Set AuthProfiles:Profiles:weather:Key.</c></returns>
    public override string ToString() => $"{Message} {Cure}";
}
