using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>A status of the account's own, which belongs to one of Zendesk's. Immutable.</summary>
public sealed record CustomStatus
{
    /// <summary>Gets the id, which <see cref="Ticket.CustomStatusId"/> names: 64 bits wide.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the status of Zendesk that it belongs to. No category is <see cref="TicketStatus.Closed"/>.</summary>
    public TicketStatus? Category { get; init; }

    /// <summary>Gets the name that agents see.</summary>
    public string? AgentLabel { get; init; }

    /// <summary>Gets the name that agents see with its placeholders of dynamic content.</summary>
    public string? RawAgentLabel { get; init; }

    /// <summary>Gets the name that end users see.</summary>
    public string? EndUserLabel { get; init; }

    /// <summary>Gets the name that end users see with its placeholders of dynamic content.</summary>
    public string? RawEndUserLabel { get; init; }

    /// <summary>Gets when agents are to choose it.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the description with its placeholders of dynamic content.</summary>
    public string? RawDescription { get; init; }

    /// <summary>Gets the description that end users see.</summary>
    public string? EndUserDescription { get; init; }

    /// <summary>Gets the description that end users see with its placeholders of dynamic content.</summary>
    public string? RawEndUserDescription { get; init; }

    /// <summary>Gets a value indicating whether it is in use.</summary>
    public bool IsActive { get; init; }

    /// <summary>Gets a value indicating whether it is the one of its category that a ticket gets by itself.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Gets when it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when it was changed last.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
