namespace AuthProfiles.Zendesk;

/// <summary>A ticket of another system with its whole history. Immutable; what is null is not sent. No triggers run and nobody is told.</summary>
public sealed record TicketImport
{
    /// <summary>Gets the ticket. Its comment need not be repeated in <see cref="Comments"/>; <see cref="NewTicket.IdempotencyKey"/> is not used.</summary>
    public required NewTicket Ticket { get; init; }

    /// <summary>Gets the conversation, oldest first. Empty where the ticket's own comment is all.</summary>
    public IReadOnlyList<ImportedComment> Comments { get; init; } = [];

    /// <summary>Gets when the ticket was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets when it was solved.</summary>
    public DateTimeOffset? SolvedAt { get; init; }
}
