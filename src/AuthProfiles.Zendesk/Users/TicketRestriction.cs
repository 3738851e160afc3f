namespace AuthProfiles.Zendesk;

/// <summary>The tickets that a user has access to: one of the values here, or whatever else Zendesk says.</summary>
/// <param name="Value">The word as it is on the wire, such as <c>assigned</c>.</param>
public readonly record struct TicketRestriction(string Value)
{
    internal static readonly string[] Known = ["organization", "groups", "assigned", "requested"];

    /// <summary>Gets the access to the tickets of the user's organization.</summary>
    public static TicketRestriction Organization { get; } = new(Known[0]);

    /// <summary>Gets the access to the tickets of the user's groups; for agents only.</summary>
    public static TicketRestriction Groups { get; } = new(Known[1]);

    /// <summary>Gets the access to the tickets that are assigned to the user; for agents only.</summary>
    public static TicketRestriction Assigned { get; } = new(Known[2]);

    /// <summary>Gets the access to the tickets that the user asked for help in.</summary>
    public static TicketRestriction Requested { get; } = new(Known[3]);

    /// <summary>Returns the word as it is on the wire.</summary>
    /// <returns>The value.</returns>
    public override string ToString() => Value ?? string.Empty;
}
