using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>One update of a ticket with all that it changed. Immutable.</summary>
public sealed record TicketEvent
{
    /// <summary>Gets the id, which is that of the update's audit: 64 bits wide.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the id of the ticket.</summary>
    public long? TicketId { get; init; }

    /// <summary>Gets the id of the user who updated it, or null where a rule of the account did.</summary>
    public long? UpdaterId { get; init; }

    /// <summary>Gets the kind as Zendesk names it, such as <c>Audit</c>.</summary>
    public string? EventType { get; init; }

    /// <summary>Gets the way the update came in, as the export words it.</summary>
    public string? Via { get; init; }

    /// <summary>Gets when the ticket was updated.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets the time that the export goes by.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>Gets what the update changed, one by one and as it came; a comment's text is there only with the included <c>comment_events</c>.</summary>
    public IReadOnlyList<JsonElement> ChildEvents { get; init; } = [];

    /// <summary>Gets the members that have no property here, such as <c>system</c> and <c>metadata</c>; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
