namespace AuthProfiles.Zendesk;

/// <summary>Whose comments of a request are wanted.</summary>
/// <param name="Value">The word as it is on the wire.</param>
public readonly record struct CommentRole(string Value)
{
    /// <summary>Gets the comments of agents.</summary>
    public static CommentRole Agent { get; } = new("agent");

    /// <summary>Gets the comments of end users.</summary>
    public static CommentRole EndUser { get; } = new("end_user");

    /// <summary>Returns the word as it is on the wire.</summary>
    /// <returns>The value.</returns>
    public override string ToString() => Value ?? string.Empty;
}
