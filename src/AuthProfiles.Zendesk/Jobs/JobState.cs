namespace AuthProfiles.Zendesk;

/// <summary>How far a job is: one of the values here, or whatever else Zendesk says.</summary>
/// <param name="Value">The word as it is on the wire, such as <c>working</c>.</param>
public readonly record struct JobState(string Value)
{
    internal static readonly string[] Known = ["queued", "working", "completed", "failed", "killed"];

    /// <summary>Gets the state of a job that waits for its turn.</summary>
    public static JobState Queued { get; } = new(Known[0]);

    /// <summary>Gets the state of a job that is under way.</summary>
    public static JobState Working { get; } = new(Known[1]);

    /// <summary>Gets the state of a job that has come to its end; single items may have failed.</summary>
    public static JobState Completed { get; } = new(Known[2]);

    /// <summary>Gets the state of a job that broke off.</summary>
    public static JobState Failed { get; } = new(Known[3]);

    /// <summary>Gets the state of a job that was stopped.</summary>
    public static JobState Killed { get; } = new(Known[4]);

    /// <summary>Returns the word as it is on the wire.</summary>
    /// <returns>The value.</returns>
    public override string ToString() => Value ?? string.Empty;
}
