namespace AuthProfiles.Zendesk;

/// <summary>The status of a ticket: one of the values here, or whatever else Zendesk says.</summary>
/// <param name="Value">The word as it is on the wire, such as <c>open</c>.</param>
public readonly record struct TicketStatus(string Value)
{
    internal static readonly string[] Known = ["new", "open", "pending", "hold", "solved", "closed"];

    /// <summary>Gets the status of a ticket that nobody has taken yet.</summary>
    public static TicketStatus New { get; } = new(Known[0]);

    /// <summary>Gets the status of a ticket that an agent works on.</summary>
    public static TicketStatus Open { get; } = new(Known[1]);

    /// <summary>Gets the status of a ticket that waits for its requester.</summary>
    public static TicketStatus Pending { get; } = new(Known[2]);

    /// <summary>Gets the status of a ticket that waits for a third party.</summary>
    public static TicketStatus Hold { get; } = new(Known[3]);

    /// <summary>Gets the status of a ticket that is answered; it can still be opened again.</summary>
    public static TicketStatus Solved { get; } = new(Known[4]);

    /// <summary>Gets the status of a ticket that takes no more changes. Zendesk closes tickets itself; a client can't.</summary>
    public static TicketStatus Closed { get; } = new(Known[5]);

    /// <summary>Returns the word as it is on the wire.</summary>
    /// <returns>The value.</returns>
    public override string ToString() => Value ?? string.Empty;
}
