namespace AuthProfiles.Zendesk;

/// <summary>What a ticket is about: one of the values here, or whatever else Zendesk says.</summary>
/// <param name="Value">The word as it is on the wire, such as <c>incident</c>.</param>
public readonly record struct TicketType(string Value)
{
    internal static readonly string[] Known = ["problem", "incident", "question", "task"];

    /// <summary>Gets the type of a ticket that others (incidents) have as their cause.</summary>
    public static TicketType Problem { get; } = new(Known[0]);

    /// <summary>Gets the type of a ticket that reports one occurrence, perhaps of a problem.</summary>
    public static TicketType Incident { get; } = new(Known[1]);

    /// <summary>Gets the type of a ticket that asks something.</summary>
    public static TicketType Question { get; } = new(Known[2]);

    /// <summary>Gets the type of a ticket that is to be done, possibly by a date (<see cref="Ticket.DueAt"/>).</summary>
    public static TicketType Task { get; } = new(Known[3]);

    /// <summary>Returns the word as it is on the wire.</summary>
    /// <returns>The value.</returns>
    public override string ToString() => Value ?? string.Empty;
}
