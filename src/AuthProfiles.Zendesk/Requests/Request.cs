using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>A ticket as its requester sees it. Immutable; what an end user may not see is null.</summary>
public sealed record Request
{
    /// <summary>Gets the id, which is the ticket's: 64 bits wide.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the subject; the beginning of the description where end users don't see the subject.</summary>
    public string? Subject { get; init; }

    /// <summary>Gets the first comment.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the status.</summary>
    public TicketStatus? Status { get; init; }

    /// <summary>Gets the id of the account's own status.</summary>
    public long? CustomStatusId { get; init; }

    /// <summary>Gets the priority.</summary>
    public TicketPriority? Priority { get; init; }

    /// <summary>Gets the type.</summary>
    public TicketType? Type { get; init; }

    /// <summary>Gets the way it came in.</summary>
    public TicketChannel? Channel { get; init; }

    /// <summary>Gets where it came from, or null where its channel does not tell.</summary>
    public ViaSource? Source { get; init; }

    /// <summary>Gets a value indicating whether it is solved.</summary>
    public bool? IsSolved { get; init; }

    /// <summary>Gets a value indicating whether the end user may mark it as solved.</summary>
    public bool? CanBeSolvedByMe { get; init; }

    /// <summary>Gets a value indicating whether any of its comments is public.</summary>
    public bool? IsPublic { get; init; }

    /// <summary>Gets the id of the user it is for.</summary>
    public long? RequesterId { get; init; }

    /// <summary>Gets the id of the agent who has it.</summary>
    public long? AssigneeId { get; init; }

    /// <summary>Gets the id of the group that has it.</summary>
    public long? GroupId { get; init; }

    /// <summary>Gets the id of the requester's organization.</summary>
    public long? OrganizationId { get; init; }

    /// <summary>Gets the ids of the users who are copied in.</summary>
    public IReadOnlyList<long> CollaboratorIds { get; init; } = [];

    /// <summary>Gets the ids of the users who are copied in by e-mail.</summary>
    public IReadOnlyList<long> EmailCcIds { get; init; } = [];

    /// <summary>Gets the values of the account's own fields that end users see.</summary>
    public IReadOnlyList<CustomField> CustomFields { get; init; } = [];

    /// <summary>Gets the id of the ticket form.</summary>
    public long? TicketFormId { get; init; }

    /// <summary>Gets the id of the ticket that it follows up.</summary>
    public long? FollowUpSourceId { get; init; }

    /// <summary>Gets the address that it was sent to.</summary>
    public string? Recipient { get; init; }

    /// <summary>Gets when a task is due.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Gets when it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets the address of the record in the API. It is never followed.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the members that have no property here; empty unless <see cref="ZendeskClient.KeepingUnknownMembers"/> asks for them.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
