using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>What a requester said about the help on a ticket. Immutable.</summary>
public sealed record SatisfactionRating
{
    /// <summary>Gets the id: 64 bits wide.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the score: <c>good</c>, <c>bad</c>, <c>offered</c>, <c>unoffered</c>, or whatever else Zendesk says.</summary>
    public string? Score { get; init; }

    /// <summary>Gets what the requester wrote, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>Gets the reason of a bad score, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the code of the reason, which all accounts share for Zendesk's own reasons; or null.</summary>
    public long? ReasonCode { get; init; }

    /// <summary>Gets the id of the reason, or null.</summary>
    public long? ReasonId { get; init; }

    /// <summary>Gets the id of the ticket.</summary>
    public long? TicketId { get; init; }

    /// <summary>Gets the id of the user who gave it.</summary>
    public long? RequesterId { get; init; }

    /// <summary>Gets the id of the agent who had the ticket at that time.</summary>
    public long? AssigneeId { get; init; }

    /// <summary>Gets the id of the group that had the ticket at that time.</summary>
    public long? GroupId { get; init; }

    /// <summary>Gets when it was given.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when it was changed last.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets the address of the record in the API. It is never followed.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
