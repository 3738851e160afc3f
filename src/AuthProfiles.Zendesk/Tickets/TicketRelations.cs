namespace AuthProfiles.Zendesk;

/// <summary>What a ticket is related to. Immutable.</summary>
public sealed record TicketRelations
{
    /// <summary>Gets how many incidents name the ticket as their problem.</summary>
    public long IncidentCount { get; init; }

    /// <summary>Gets the ids of the tickets that this one follows up.</summary>
    public IReadOnlyList<string> FollowUpSourceIds { get; init; } = [];

    /// <summary>Gets the ids of issues in Jira.</summary>
    public IReadOnlyList<string> JiraIssueIds { get; init; } = [];

    /// <summary>Gets a value indicating whether the ticket is archived.</summary>
    public bool IsArchived { get; init; }

    /// <summary>Gets the id of the topic of the old web portal, or null.</summary>
    public string? TopicId { get; init; }
}
