using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>A merge of one organization into another as Zendesk gave it. Immutable. It is no <see cref="Job"/>.</summary>
public sealed record OrganizationMerge
{
    /// <summary>Gets the id, which is no number.</summary>
    public required string Id { get; init; }

    /// <summary>Gets how far it is.</summary>
    public OrganizationMergeStatus? Status { get; init; }

    /// <summary>Gets the id of the organization that stays.</summary>
    public long? WinnerId { get; init; }

    /// <summary>Gets the id of the organization that goes.</summary>
    public long? LoserId { get; init; }

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Gets the address of the merge in the API. It is never followed.</summary>
    public string? Url { get; init; }
}
