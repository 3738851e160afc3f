namespace AuthProfiles.Zendesk;

/// <summary>A deleted ticket, which can be restored for 30 days. Immutable.</summary>
public sealed record DeletedTicket
{
    /// <summary>Gets the id: 64 bits wide.</summary>
    public required long Id { get; init; }

    /// <summary>Gets the subject.</summary>
    public string? Subject { get; init; }

    /// <summary>Gets the status that the ticket had.</summary>
    public TicketStatus? PreviousStatus { get; init; }

    /// <summary>Gets the id of the user who deleted it.</summary>
    public long? ActorId { get; init; }

    /// <summary>Gets the name of the user who deleted it.</summary>
    public string? ActorName { get; init; }

    /// <summary>Gets when it was deleted.</summary>
    public DateTimeOffset? DeletedAt { get; init; }
}
