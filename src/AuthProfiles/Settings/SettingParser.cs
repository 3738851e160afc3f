namespace AuthProfiles.Settings;

/// <summary>Reads a value out of a setting's text; false where the text is none.</summary>
internal delegate bool SettingParser<TValue>(string text, out TValue value);
