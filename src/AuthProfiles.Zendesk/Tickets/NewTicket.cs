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

    /// <summary>Gets the key by which Zendesk knows a repetition of the same creation (header <c>Idempotency-Key</c>): 1 to 255 visible ASCII characters.</summary>
    /// <value>The default is a fresh key for every call. Give one to repeat a call that ended without an answer.</value>
    public string? IdempotencyKey { get; init; }
}
