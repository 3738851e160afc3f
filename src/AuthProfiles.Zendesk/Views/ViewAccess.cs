namespace AuthProfiles.Zendesk;

/// <summary>For whom views are: one of the values here, or whatever else Zendesk takes.</summary>
/// <param name="Value">The word as it is on the wire, such as <c>shared</c>.</param>
public readonly record struct ViewAccess(string Value)
{
    /// <summary>Gets the views of the user alone.</summary>
    public static ViewAccess Personal { get; } = new("personal");

    /// <summary>Gets the views that are shared with the user.</summary>
    public static ViewAccess Shared { get; } = new("shared");

    /// <summary>Gets the views of the whole account.</summary>
    public static ViewAccess Account { get; } = new("account");

    /// <summary>Returns the word as it is on the wire.</summary>
    /// <returns>The value.</returns>
    public override string ToString() => Value ?? string.Empty;
}
