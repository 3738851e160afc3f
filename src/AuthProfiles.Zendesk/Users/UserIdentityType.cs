namespace AuthProfiles.Zendesk;

/// <summary>The kind of an identity: one of the values here, or whatever else Zendesk says.</summary>
/// <param name="Value">The word as it is on the wire, such as <c>email</c>.</param>
public readonly record struct UserIdentityType(string Value)
{
    internal static readonly string[] Known = ["email", "phone_number", "google", "twitter", "facebook", "agent_forwarding", "any_channel", "foreign", "sdk", "messaging", "microsoft"];

    /// <summary>Gets the kind of an e-mail address.</summary>
    public static UserIdentityType Email { get; } = new(Known[0]);

    /// <summary>Gets the kind of a phone number.</summary>
    public static UserIdentityType PhoneNumber { get; } = new(Known[1]);

    /// <summary>Gets the kind of an account at Google.</summary>
    public static UserIdentityType Google { get; } = new(Known[2]);

    /// <summary>Gets the kind of an account at X, formerly Twitter.</summary>
    public static UserIdentityType Twitter { get; } = new(Known[3]);

    /// <summary>Gets the kind of an account at Facebook.</summary>
    public static UserIdentityType Facebook { get; } = new(Known[4]);

    /// <summary>Gets the kind of a number that an agent's calls are forwarded to.</summary>
    public static UserIdentityType AgentForwarding { get; } = new(Known[5]);

    /// <summary>Returns the word as it is on the wire.</summary>
    /// <returns>The value.</returns>
    public override string ToString() => Value ?? string.Empty;
}
