namespace AuthProfiles.Settings;

/// <summary>Says how a setting's value is written.</summary>
public enum SettingType
{
    /// <summary>A text, kept as it is.</summary>
    Text,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A time as <c>hh:mm:ss</c>, with days and fractions as <c>d.hh:mm:ss.fff</c>.</summary>
    Duration,

    /// <summary>A date as <c>yyyy-MM-dd</c>, or a moment as ISO 8601 has it, with its offset.</summary>
    Moment,

    /// <summary>One of a few names.</summary>
    Choice,

    /// <summary>Several texts, numbered from 0, or a single one.</summary>
    TextList,

    /// <summary>Several texts by name, or as <c>name=value</c> numbered from 0.</summary>
    TextMap,
}
