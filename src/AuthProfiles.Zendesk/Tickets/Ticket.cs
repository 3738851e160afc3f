using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>A ticket as Zendesk gave it. Immutable.</summary>
public sealed record Ticket
{
    /// <summary>Gets the id: 64 bits wide.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the subject.</summary>
    public string? Subject { get; init; }

    /// <summary>Gets the subject with its placeholder of dynamic content, where it has one.</summary>
    public string? RawSubject { get; init; }

    /// <summary>Gets the text of the first comment.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the status.</summary>
    public TicketStatus? Status { get; init; }

    /// <summary>Gets the priority, or null where none is set.</summary>
    public TicketPriority? Priority { get; init; }

    /// <summary>Gets the type, or null where none is set.</summary>
    public TicketType? Type { get; init; }

    /// <summary>Gets the way the ticket came in.</summary>
    public TicketChannel? Channel { get; init; }

    /// <summary>Gets where the ticket came from, or null where its channel does not tell.</summary>
    public ViaSource? Source { get; init; }

    /// <summary>Gets the tags; empty where there are none.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Gets the account's own fields with their values; empty where there are none.</summary>
    public IReadOnlyList<CustomField> CustomFields { get; init; } = [];

    /// <summary>Gets the id of the user who asked.</summary>
    public long? RequesterId { get; init; }

    /// <summary>Gets the id of the user who wrote the ticket down, who need not be the requester.</summary>
    public long? SubmitterId { get; init; }

    /// <summary>Gets the id of the agent who has the ticket, or null where nobody has it.</summary>
    public long? AssigneeId { get; init; }

    /// <summary>Gets the id of the group that has the ticket.</summary>
    public long? GroupId { get; init; }

    /// <summary>Gets the id of the requester's organization.</summary>
    public long? OrganizationId { get; init; }

    /// <summary>Gets the id of the brand.</summary>
    public long? BrandId { get; init; }

    /// <summary>Gets the id of the ticket form.</summary>
    public long? TicketFormId { get; init; }

    /// <summary>Gets the id of the problem that this incident belongs to.</summary>
    public long? ProblemId { get; init; }

    /// <summary>Gets the id of the account's own status.</summary>
    public long? CustomStatusId { get; init; }

    /// <summary>Gets the id that another system gave the ticket. It need not be unique.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Gets the address that the ticket was sent to.</summary>
    public string? Recipient { get; init; }

    /// <summary>Gets the ids of the users who are copied in.</summary>
    public IReadOnlyList<long> CollaboratorIds { get; init; } = [];

    /// <summary>Gets the ids of the agents who follow the ticket.</summary>
    public IReadOnlyList<long> FollowerIds { get; init; } = [];

    /// <summary>Gets the ids of the users who are copied in by e-mail.</summary>
    public IReadOnlyList<long> EmailCcIds { get; init; } = [];

    /// <summary>Gets a value indicating whether incidents name this ticket as their problem.</summary>
    public bool HasIncidents { get; init; }

    /// <summary>Gets a value indicating whether any comment is public.</summary>
    public bool? IsPublic { get; init; }

    /// <summary>Gets when a task is due.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Gets when the ticket was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when the ticket was last changed: the stamp for <see cref="TicketUpdate.UpdatedStamp"/>.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets when the record was last touched at all, also by what leaves <see cref="UpdatedAt"/> as it is. Exports are ordered by it.</summary>
    public DateTimeOffset? GeneratedAt { get; init; }

    /// <summary>Gets the ids of the tickets that follow up this one; there from when it is closed.</summary>
    public IReadOnlyList<long> FollowUpIds { get; init; } = [];

    /// <summary>Gets the ids of the agreements by which the ticket is shared with other accounts.</summary>
    public IReadOnlyList<long> SharingAgreementIds { get; init; } = [];

    /// <summary>Gets the id of the topic of the old web portal that it came from.</summary>
    public long? ForumTopicId { get; init; }

    /// <summary>Gets what the requester said about it, or null where the plan has no ratings.</summary>
    public TicketSatisfaction? Satisfaction { get; init; }

    /// <summary>Gets a value indicating whether an answer can go back over the channel it came by.</summary>
    public bool? AllowsChannelback { get; init; }

    /// <summary>Gets a value indicating whether agents may attach files.</summary>
    public bool? AllowsAttachments { get; init; }

    /// <summary>Gets a value indicating whether it came by a messaging channel.</summary>
    public bool? IsFromMessaging { get; init; }

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Gets the address of the ticket in the API. It is never followed.</summary>
    public string? Url { get; init; }
}
