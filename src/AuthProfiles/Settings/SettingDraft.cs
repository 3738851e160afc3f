namespace AuthProfiles.Settings;

/// <summary>Holds an immutable value while settings are read into it: each puts a changed copy in its place.</summary>
/// <param name="value">The value to begin with.</param>
internal sealed class SettingDraft<T>(T value)
    where T : class
{
    public T Value { get; set; } = value;
}
