using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>A change of a ticket. Immutable; what is not assigned stays as it is.</summary>
public sealed record TicketUpdate
{
    /// <summary>Gets a comment to add.</summary>
    public Comment? Comment { get; init; }

    /// <summary>Gets the subject.</summary>
    public string? Subject { get; init; }

    /// <summary>Gets the status.</summary>
    public TicketStatus? Status { get; init; }

    /// <summary>Gets the priority; null takes it away.</summary>
    public Optional<TicketPriority?> Priority { get; init; }

    /// <summary>Gets the type; null takes it away.</summary>
    public Optional<TicketType?> Type { get; init; }

    /// <summary>Gets the id of the user the ticket is for.</summary>
    public long? RequesterId { get; init; }

    /// <summary>Gets the id of the agent who is to have it; null takes it from its agent.</summary>
    public Optional<long?> AssigneeId { get; init; }

    /// <summary>Gets the id of the group that is to have it; null takes it from its group.</summary>
    public Optional<long?> GroupId { get; init; }

    /// <summary>Gets the id of the organization; null takes it away.</summary>
    public Optional<long?> OrganizationId { get; init; }

    /// <summary>Gets the id of the problem that this incident belongs to; null unlinks it.</summary>
    public Optional<long?> ProblemId { get; init; }

    /// <summary>Gets the id of the account's own status.</summary>
    public long? CustomStatusId { get; init; }

    /// <summary>Gets the id that another system gives the ticket; null takes it away.</summary>
    public Optional<string?> ExternalId { get; init; }

    /// <summary>Gets when a task is due; null takes it away.</summary>
    public Optional<DateTimeOffset?> DueAt { get; init; }

    /// <summary>Gets the tags that replace all there are; an empty list takes all away. To add some use <see cref="TicketTagsClient.AddAsync"/>.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Gets values of the account's own fields; the fields that are not named stay.</summary>
    public IReadOnlyList<CustomField>? CustomFields { get; init; }

    /// <summary>Gets tags to add to those there are. Only <see cref="TicketsClient.UpdateManyAsync(IReadOnlyList{long}, TicketUpdate, CancellationToken)"/> takes them.</summary>
    public IReadOnlyList<string>? AddedTags { get; init; }

    /// <summary>Gets tags to take off. Only <see cref="TicketsClient.UpdateManyAsync(IReadOnlyList{long}, TicketUpdate, CancellationToken)"/> takes them.</summary>
    public IReadOnlyList<string>? RemovedTags { get; init; }

    /// <summary>Gets the id of the brand.</summary>
    public long? BrandId { get; init; }

    /// <summary>Gets the id of the ticket form.</summary>
    public long? TicketFormId { get; init; }

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

    /// <summary>Gets the <see cref="Ticket.UpdatedAt"/> of the ticket as it was read; the update is refused where it has changed since.</summary>
    /// <value>The default is null: the last update wins. A refusal is a <see cref="ZendeskException"/> of kind <see cref="ZendeskErrorKind.Conflict"/>.</value>
    public DateTimeOffset? UpdatedStamp { get; init; }
}
