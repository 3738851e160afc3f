using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>The membership of a user in an organization as Zendesk gave it. Immutable.</summary>
public sealed record OrganizationMembership
{
    /// <summary>Gets the id: 64 bits wide.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the id of the user.</summary>
    public long? UserId { get; init; }

    /// <summary>Gets the id of the organization.</summary>
    public long? OrganizationId { get; init; }

    /// <summary>Gets the name of the organization.</summary>
    public string? OrganizationName { get; init; }

    /// <summary>Gets a value indicating whether it is the user's default organization.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Gets a value indicating whether the user sees all tickets of the organization, or null where Zendesk does not tell.</summary>
    public bool? CanViewTickets { get; init; }

    /// <summary>Gets when the membership was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when the membership was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Gets the address of the membership in the API. It is never followed.</summary>
    public string? Url { get; init; }
}
