using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>How long things took on a ticket, and how often they happened. Immutable.</summary>
public sealed record TicketMetrics
{
    /// <summary>Gets the id, which is not the ticket's: 64 bits wide.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the id of the ticket.</summary>
    public long? TicketId { get; init; }

    /// <summary>Gets the minutes to the first reply.</summary>
    public MetricTime? ReplyTime { get; init; }

    /// <summary>Gets the seconds to the first reply, of tickets from messaging.</summary>
    public MetricTime? ReplyTimeInSeconds { get; init; }

    /// <summary>Gets the minutes until it was solved for the first time.</summary>
    public MetricTime? FirstResolutionTime { get; init; }

    /// <summary>Gets the minutes until it was solved for the last time.</summary>
    public MetricTime? FullResolutionTime { get; init; }

    /// <summary>Gets the minutes that agents waited.</summary>
    public MetricTime? AgentWaitTime { get; init; }

    /// <summary>Gets the minutes that the requester waited.</summary>
    public MetricTime? RequesterWaitTime { get; init; }

    /// <summary>Gets the minutes on hold.</summary>
    public MetricTime? OnHoldTime { get; init; }

    /// <summary>Gets how many assignees it had.</summary>
    public long? AssigneeStations { get; init; }

    /// <summary>Gets how many groups it had.</summary>
    public long? GroupStations { get; init; }

    /// <summary>Gets how often it was opened again.</summary>
    public long? Reopens { get; init; }

    /// <summary>Gets how many public replies agents wrote.</summary>
    public long? Replies { get; init; }

    /// <summary>Gets when it was assigned first.</summary>
    public DateTimeOffset? InitiallyAssignedAt { get; init; }

    /// <summary>Gets when it was assigned last.</summary>
    public DateTimeOffset? AssignedAt { get; init; }

    /// <summary>Gets when the assignee changed it last.</summary>
    public DateTimeOffset? AssigneeUpdatedAt { get; init; }

    /// <summary>Gets when the requester changed it last.</summary>
    public DateTimeOffset? RequesterUpdatedAt { get; init; }

    /// <summary>Gets when its status changed last.</summary>
    public DateTimeOffset? StatusUpdatedAt { get; init; }

    /// <summary>Gets when its status of the account's own changed last.</summary>
    public DateTimeOffset? CustomStatusUpdatedAt { get; init; }

    /// <summary>Gets when the latest comment was written.</summary>
    public DateTimeOffset? LatestCommentAddedAt { get; init; }

    /// <summary>Gets when it was solved.</summary>
    public DateTimeOffset? SolvedAt { get; init; }

    /// <summary>Gets when the metrics were made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when the metrics were changed last.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets the address of the record in the API. It is never followed.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
