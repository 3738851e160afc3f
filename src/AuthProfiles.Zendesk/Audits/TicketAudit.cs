using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>What happened on a ticket at one time. Immutable.</summary>
public sealed record TicketAudit
{
    /// <summary>Gets the id: 64 bits wide.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the id of the ticket.</summary>
    public long? TicketId { get; init; }

    /// <summary>Gets the id of the user who did it; -1 is Zendesk itself.</summary>
    public long? AuthorId { get; init; }

    /// <summary>Gets the way it came in.</summary>
    public TicketChannel? Channel { get; init; }

    /// <summary>Gets where it came from, or null where its channel does not tell.</summary>
    public ViaSource? Source { get; init; }

    /// <summary>Gets what happened, one thing after the other.</summary>
    public IReadOnlyList<AuditEvent> Events { get; init; } = [];

    /// <summary>Gets data about it, as it came: <c>system</c> is Zendesk's, <c>custom</c> is what <see cref="TicketUpdate.Metadata"/> gave. Addresses of people are in it.</summary>
    public IReadOnlyDictionary<string, JsonElement> Metadata { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Gets when it happened.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
