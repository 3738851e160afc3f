namespace AuthProfiles.Zendesk;

/// <summary>A value that something has to choose from.</summary>
/// <param name="Title">What people see.</param>
/// <param name="Value">The value.</param>
/// <param name="IsEnabled">Whether it can be chosen.</param>
public sealed record MacroChoice(string? Title, string? Value, bool IsEnabled);
