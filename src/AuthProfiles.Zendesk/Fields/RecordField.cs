using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>A field of the account's own that users or organizations have. Immutable.</summary>
public sealed record RecordField
{
    /// <summary>Gets the id: 64 bits wide.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the key, by which the record of a user or organization names it.</summary>
    public string? Key { get; init; }

    /// <summary>Gets what it holds, such as <c>text</c>, <c>checkbox</c>, <c>date</c> or <c>dropdown</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Gets the title.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the title with its placeholders of dynamic content.</summary>
    public string? RawTitle { get; init; }

    /// <summary>Gets the description.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the description with its placeholders of dynamic content.</summary>
    public string? RawDescription { get; init; }

    /// <summary>Gets the place among the fields.</summary>
    public long? Position { get; init; }

    /// <summary>Gets a value indicating whether it is in use.</summary>
    public bool IsActive { get; init; }

    /// <summary>Gets a value indicating whether it is Zendesk's: then only its place and its use can be changed.</summary>
    public bool IsSystem { get; init; }

    /// <summary>Gets the pattern that the text must match, or null.</summary>
    public string? Pattern { get; init; }

    /// <summary>Gets the tag that a ticked box puts on, or null.</summary>
    public string? Tag { get; init; }

    /// <summary>Gets the options of a drop-down; empty for others.</summary>
    public IReadOnlyList<FieldOption> Options { get; init; } = [];

    /// <summary>Gets what kind of record is referred to, such as <c>zen:user</c>, or null.</summary>
    public string? TargetType { get; init; }

    /// <summary>Gets which of those records may be, as Zendesk has it; empty where all may.</summary>
    public IReadOnlyDictionary<string, JsonElement> TargetFilter { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Gets when it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when it was changed last.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets the address of the record in the API. It is never followed.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
