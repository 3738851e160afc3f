using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>What a row of a view tells of its ticket. Immutable. <see cref="ViewsClient.ListTicketsAsync"/> has whole tickets.</summary>
public sealed record ViewTicket
{
    /// <summary>Gets the id of the ticket, where Zendesk says so.</summary>
    public long? Id { get; init; }

    /// <summary>Gets the subject.</summary>
    public string? Subject { get; init; }

    /// <summary>Gets the first comment.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the status.</summary>
    public TicketStatus? Status { get; init; }

    /// <summary>Gets the type.</summary>
    public TicketType? Type { get; init; }

    /// <summary>Gets the priority.</summary>
    public TicketPriority? Priority { get; init; }

    /// <summary>Gets the address of the ticket in the API. It is never followed.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
