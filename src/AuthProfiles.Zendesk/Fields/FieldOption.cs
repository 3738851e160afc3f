using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>One of the values that a drop-down or multi-select offers. Immutable.</summary>
public sealed record FieldOption
{
    /// <summary>Gets the id: 64 bits wide.</summary>
    public long? Id { get; init; }

    /// <summary>Gets what people see.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the name with its placeholders of dynamic content.</summary>
    public string? RawName { get; init; }

    /// <summary>Gets the value, which is also the tag on the ticket.</summary>
    public string? Value { get; init; }

    /// <summary>Gets the place among the options.</summary>
    public long? Position { get; init; }

    /// <summary>Gets a value indicating whether it is chosen unless another is.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Gets the address of the record in the API. It is never followed.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
