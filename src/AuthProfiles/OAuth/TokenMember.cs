using System.Text.Json;

namespace AuthProfiles.OAuth;

/// <summary>One value of a token answer, as it was written.</summary>
/// <param name="Type">The JSON type; <see cref="JsonTokenType.None"/> where the value is absent. The values of a form are strings.</param>
/// <param name="Text">A string's text, a number's digits, <c>true</c> or <c>false</c>; null for other types, and for a string that is no Unicode text.</param>
internal sealed record TokenMember(JsonTokenType Type, string? Text)
{
    public static readonly TokenMember Absent = new(JsonTokenType.None, Text: null);

    /// <summary>Gets an array's elements; those that are arrays or objects have no text and no elements.</summary>
    public IReadOnlyList<TokenMember>? Elements { get; init; }

    /// <summary>Gets a value indicating whether there is nothing to read: many servers write null or "" for what they leave out.</summary>
    public bool IsAbsent => Type is JsonTokenType.None or JsonTokenType.Null || (Type == JsonTokenType.String && Text is "");

    /// <summary>Gets the text of a string, or null for everything else.</summary>
    public string? String => Type == JsonTokenType.String ? Text : null;

    /// <summary>Gets the text of a string that is not empty as a secret, or null for everything else.</summary>
    public SecretValue? Secret => IsAbsent ? null : String;
}
