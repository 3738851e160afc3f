namespace AuthProfiles.Zendesk;

/// <summary>The urgency of a ticket: one of the values here, or whatever else Zendesk says.</summary>
/// <param name="Value">The word as it is on the wire, such as <c>urgent</c>.</param>
public readonly record struct TicketPriority(string Value)
{
    internal static readonly string[] Known = ["low", "normal", "high", "urgent"];

    /// <summary>Gets the lowest priority.</summary>
    public static TicketPriority Low { get; } = new(Known[0]);

    /// <summary>Gets the usual priority.</summary>
    public static TicketPriority Normal { get; } = new(Known[1]);

    /// <summary>Gets the priority above the usual one.</summary>
    public static TicketPriority High { get; } = new(Known[2]);

    /// <summary>Gets the highest priority.</summary>
    public static TicketPriority Urgent { get; } = new(Known[3]);

    /// <summary>Returns the word as it is on the wire.</summary>
    /// <returns>The value.</returns>
    public override string ToString() => Value ?? string.Empty;
}
