namespace AuthProfiles.Testing.Zendesk;

/// <summary>A ticket in the trash.</summary>
/// <param name="Ticket">The ticket as it was.</param>
/// <param name="Actor">Who deleted it.</param>
/// <param name="At">When.</param>
internal sealed record LocalDeletion(LocalTicket Ticket, LocalUser Actor, DateTimeOffset At)
{
    /// <summary>Gets the ticket as exports have it.</summary>
    public LocalTicket Exported => Ticket with { Status = "deleted", UpdatedAt = At, GeneratedAt = At };
}
