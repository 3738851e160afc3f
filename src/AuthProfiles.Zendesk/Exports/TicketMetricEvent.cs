using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>Something that happened to one of the clocks of a ticket. Immutable.</summary>
public sealed record TicketMetricEvent
{
    /// <summary>Gets the id: 64 bits wide.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the id of the ticket.</summary>
    public long? TicketId { get; init; }

    /// <summary>Gets the clock as Zendesk names it, such as <c>reply_time</c> or <c>agent_work_time</c>.</summary>
    public string? Metric { get; init; }

    /// <summary>Gets which run of the clock it belongs to; those of a ticket count from 1, and 0 is none.</summary>
    public long? InstanceId { get; init; }

    /// <summary>Gets what happened as Zendesk names it, such as <c>activate</c>, <c>pause</c> or <c>breach</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Gets when it happened.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Gets a value indicating whether it was taken back, as a breach that was none after all.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>Gets the policy and its target, of an event <c>apply_sla</c>, as they came.</summary>
    public JsonElement? Sla { get; init; }

    /// <summary>Gets the policy and its target, of an event <c>apply_group_sla</c>, as they came.</summary>
    public JsonElement? GroupSla { get; init; }

    /// <summary>Gets the minutes that the clock has run, of an event <c>update_status</c>, as they came.</summary>
    public JsonElement? Status { get; init; }

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
