using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>What became of one item of a job. Immutable.</summary>
public sealed record JobResult
{
    /// <summary>Gets the id of the record, or null where none came to be.</summary>
    public long? Id { get; init; }

    /// <summary>Gets the place of the item in the request, counted from 0, or null where Zendesk does not say.</summary>
    public long? Index { get; init; }

    /// <summary>Gets a value indicating whether it went well.</summary>
    public bool Succeeded { get; init; }

    /// <summary>Gets what was to be done, such as <c>update</c>, or null.</summary>
    public string? Action { get; init; }

    /// <summary>Gets what was done, such as <c>Updated</c>, or null.</summary>
    public string? Status { get; init; }

    /// <summary>Gets Zendesk's code of the error, or null.</summary>
    public string? Error { get; init; }

    /// <summary>Gets Zendesk's sentence about the error, or null.</summary>
    public string? Details { get; init; }

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
