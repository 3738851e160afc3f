using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>A ticket to create. Immutable; what is null is not sent.</summary>
public sealed record NewTicket
{
    /// <summary>Gets the first comment, which becomes the description.</summary>
    public required Comment Comment { get; init; }

    /// <summary>Gets the subject. Without one Zendesk takes the beginning of the comment.</summary>
    public string? Subject { get; init; }

    /// <summary>Gets the status. Zendesk's default is new.</summary>
    public TicketStatus? Status { get; init; }

    /// <summary>Gets the priority.</summary>
    public TicketPriority? Priority { get; init; }

    /// <summary>Gets the type.</summary>
    public TicketType? Type { get; init; }

    /// <summary>Gets the person the ticket is for. The default is the user whose authorization is used.</summary>
    public Requester? Requester { get; init; }

    /// <summary>Gets the id of the user the ticket is for, in place of <see cref="Requester"/>.</summary>
    public long? RequesterId { get; init; }

    /// <summary>Gets the id of the agent who is to have it.</summary>
    public long? AssigneeId { get; init; }

    /// <summary>Gets the id of the group that is to have it.</summary>
    public long? GroupId { get; init; }

    /// <summary>Gets the id of the organization.</summary>
    public long? OrganizationId { get; init; }

    /// <summary>Gets the id of the brand.</summary>
    public long? BrandId { get; init; }

    /// <summary>Gets the id of the ticket form.</summary>
    public long? TicketFormId { get; init; }

    /// <summary>Gets the id that another system gives the ticket.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Gets when a task is due.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Gets the tags. A tag has no white space.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Gets values of the account's own fields.</summary>
    public IReadOnlyList<CustomField>? CustomFields { get; init; }

    /// <summary>Gets the id of the user who writes the ticket down, and its first comment.</summary>
    public long? SubmitterId { get; init; }

    /// <summary>Gets the id of the problem that this incident belongs to.</summary>
    public long? ProblemId { get; init; }

    /// <summary>Gets the id of the account's own status.</summary>
    public long? CustomStatusId { get; init; }

    /// <summary>Gets the id of a closed ticket that this one follows up.</summary>
    public long? FollowUpSourceId { get; init; }

    /// <summary>Gets the support address that mails about the ticket come from.</summary>
    public string? Recipient { get; init; }

    /// <summary>Gets the subject with a placeholder of dynamic content, in place of <see cref="Subject"/>.</summary>
    public string? RawSubject { get; init; }

    /// <summary>Gets the way the ticket came in. Zendesk's default is the API.</summary>
    public TicketChannel? Channel { get; init; }

    /// <summary>Gets the ids of the agents who follow it.</summary>
    public IReadOnlyList<long>? FollowerIds { get; init; }

    /// <summary>Gets the ids of the users who are copied in by e-mail.</summary>
    public IReadOnlyList<long>? EmailCcIds { get; init; }

    /// <summary>Gets people to copy in.</summary>
    public IReadOnlyList<Collaborator>? Collaborators { get; init; }

    /// <summary>Gets the ids of macros that the audit is to name.</summary>
    public IReadOnlyList<long>? MacroIds { get; init; }

    /// <summary>Gets the address of the agent who is to have it, in place of the id.</summary>
    public string? AssigneeEmail { get; init; }

    /// <summary>Gets the people who are to follow or no longer follow it.</summary>
    public IReadOnlyList<ParticipantChange>? Followers { get; init; }

    /// <summary>Gets the people who are to be copied in or no longer copied in by e-mail.</summary>
    public IReadOnlyList<ParticipantChange>? EmailCcs { get; init; }

    /// <summary>Gets the ids of all users who are copied in; they replace those there are.</summary>
    public IReadOnlyList<long>? CollaboratorIds { get; init; }

    /// <summary>Gets people to copy in beside those there are.</summary>
    public IReadOnlyList<Collaborator>? AdditionalCollaborators { get; init; }

    /// <summary>Gets the ids of skills and other attributes for routing.</summary>
    public IReadOnlyList<long>? AttributeValueIds { get; init; }

    /// <summary>Gets the ids of the agreements by which it is shared; they replace those there are.</summary>
    public IReadOnlyList<long>? SharingAgreementIds { get; init; }

    /// <summary>Gets data of the application's own for the audit.</summary>
    public IReadOnlyDictionary<string, JsonElement> Metadata { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Gets members that have no property here; they are sent as they are.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Gets the key by which Zendesk knows a repetition of the same creation (header <c>Idempotency-Key</c>): 1 to 255 visible ASCII characters.</summary>
    /// <value>The default is a fresh key for every call. Give one to repeat a call that ended without an answer.</value>
    public string? IdempotencyKey { get; init; }
}
