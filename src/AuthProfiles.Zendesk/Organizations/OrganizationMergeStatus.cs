namespace AuthProfiles.Zendesk;

/// <summary>How far a merge of organizations is: one of the values here, or whatever else Zendesk says.</summary>
/// <param name="Value">The word as it is on the wire, such as <c>in_progress</c>.</param>
public readonly record struct OrganizationMergeStatus(string Value)
{
    internal static readonly string[] Known = ["new", "in_progress", "error", "complete"];

    /// <summary>Gets the status of a merge that waits for its turn.</summary>
    public static OrganizationMergeStatus New { get; } = new(Known[0]);

    /// <summary>Gets the status of a merge that is under way.</summary>
    public static OrganizationMergeStatus InProgress { get; } = new(Known[1]);

    /// <summary>Gets the status of a merge that broke off; to ask for it again tries it again.</summary>
    public static OrganizationMergeStatus Error { get; } = new(Known[2]);

    /// <summary>Gets the status of a merge that is done.</summary>
    public static OrganizationMergeStatus Complete { get; } = new(Known[3]);

    /// <summary>Returns the word as it is on the wire.</summary>
    /// <returns>The value.</returns>
    public override string ToString() => Value ?? string.Empty;
}
