using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>A note on a part of an answer's text: where it comes from.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ChatAnnotation
{
    /// <summary>Gets the kind of note. The set is open; today it is <c>url_citation</c>.</summary>
    public string Type { get; init; } = string.Empty;

    /// <summary>Gets the page that is cited, or null for another kind of note.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the title of the page, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Gets where in the text the cited part begins.</summary>
    public int StartIndex { get; init; }

    /// <summary>Gets where in the text the cited part ends.</summary>
    public int EndIndex { get; init; }

    /// <summary>Gets the note's members that have no property here.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
