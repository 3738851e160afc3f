namespace AuthProfiles.Zendesk;

/// <summary>The way a ticket or a comment came in: one of the values here, or whatever else Zendesk says.</summary>
/// <param name="Value">The word as it is on the wire, such as <c>email</c>. Zendesk adds new ones at any time.</param>
public readonly record struct TicketChannel(string Value)
{
    internal static readonly string[] Known = ["web", "email", "api", "chat", "voice", "native_messaging"];

    /// <summary>Gets the channel of what was written in the agents' or the help centre's pages.</summary>
    public static TicketChannel Web { get; } = new(Known[0]);

    /// <summary>Gets the channel of what was sent by e-mail.</summary>
    public static TicketChannel Email { get; } = new(Known[1]);

    /// <summary>Gets the channel of what a program has sent.</summary>
    public static TicketChannel Api { get; } = new(Known[2]);

    /// <summary>Returns the word as it is on the wire.</summary>
    /// <returns>The value.</returns>
    public override string ToString() => Value ?? string.Empty;
}
