using System.Text.Json;

namespace AuthProfiles.OAuth;

/// <summary>One member of a token answer, as it was written.</summary>
/// <param name="Type">The JSON type; <see cref="JsonTokenType.None"/> where the member is absent.</param>
/// <param name="Text">A string's text or a number's digits; null for other types, and for a string that is no Unicode text.</param>
internal readonly record struct TokenMember(JsonTokenType Type, string? Text)
{
    /// <summary>Gets a value indicating whether there is nothing to read: many servers write null or "" for what they leave out.</summary>
    public bool IsAbsent => Type is JsonTokenType.None or JsonTokenType.Null || (Type == JsonTokenType.String && Text is "");

    /// <summary>Gets the text of a string, or null for everything else.</summary>
    public string? String => Type == JsonTokenType.String ? Text : null;
}
