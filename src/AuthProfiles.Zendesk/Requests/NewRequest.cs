using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>A request to make, in the way of an end user. Immutable; what is null is not sent.</summary>
public sealed record NewRequest
{
    /// <summary>Gets what the request is about.</summary>
    public required string Subject { get; init; }

    /// <summary>Gets the first comment, which becomes the description. It is public and its requester's own: <see cref="Comment.Internal"/> and <see cref="Comment.AuthorId"/> are refused.</summary>
    public required Comment Comment { get; init; }

    /// <summary>Gets the person the request is for. The default is the user whose authorization is used; <see cref="ZendeskAnonymousClient"/> needs one with name and address.</summary>
    public Requester? Requester { get; init; }

    /// <summary>Gets the priority.</summary>
    public TicketPriority? Priority { get; init; }

    /// <summary>Gets the type.</summary>
    public TicketType? Type { get; init; }

    /// <summary>Gets values of the account's own fields that end users may set.</summary>
    public IReadOnlyList<CustomField>? CustomFields { get; init; }

    /// <summary>Gets people to copy in. They are told by e-mail.</summary>
    public IReadOnlyList<Collaborator>? Collaborators { get; init; }

    /// <summary>Gets the id of the ticket form.</summary>
    public long? TicketFormId { get; init; }

    /// <summary>Gets the id of the account's own status.</summary>
    public long? CustomStatusId { get; init; }

    /// <summary>Gets the id of a closed ticket that this one follows up.</summary>
    public long? FollowUpSourceId { get; init; }

    /// <summary>Gets the support address that mails about the request come from.</summary>
    public string? Recipient { get; init; }

    /// <summary>Gets when a task is due.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Gets members that have no property here; they are sent as they are.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;
}
