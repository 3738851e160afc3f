namespace AuthProfiles.Zendesk;

/// <summary>The role of a user: one of the values here, or whatever else Zendesk says.</summary>
/// <param name="Value">The word as it is on the wire, such as <c>end-user</c>.</param>
public readonly record struct UserRole(string Value)
{
    internal static readonly string[] Known = ["end-user", "agent", "admin"];

    /// <summary>Gets the role of those who ask for help.</summary>
    public static UserRole EndUser { get; } = new(Known[0]);

    /// <summary>Gets the role of those who work on tickets.</summary>
    public static UserRole Agent { get; } = new(Known[1]);

    /// <summary>Gets the role of those who also set the account up.</summary>
    public static UserRole Admin { get; } = new(Known[2]);

    /// <summary>Returns the word as it is on the wire.</summary>
    /// <returns>The value.</returns>
    public override string ToString() => Value ?? string.Empty;
}
