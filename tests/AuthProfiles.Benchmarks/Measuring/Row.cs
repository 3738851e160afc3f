namespace AuthProfiles.Benchmarks.Measuring;

/// <summary>One line of the table.</summary>
/// <param name="Goal">The goal's id.</param>
/// <param name="Case">What was measured.</param>
/// <param name="Nanoseconds">The time of one call.</param>
/// <param name="Ratio">The time relative to the baseline, if there is one.</param>
/// <param name="Bytes">What one call allocates or keeps, if it was measured.</param>
/// <param name="Checks">What the line promises; none where it only informs.</param>
internal sealed record Row(string Goal, string Case, double Nanoseconds, double? Ratio, double? Bytes, params IReadOnlyList<Check> Checks)
{
    /// <summary>Gets what else is to be said of the line, if anything.</summary>
    public string? Note { get; init; }

    public bool Passes(double slack) => Checks.All(check => check.Passes(slack));

    public bool IsTooSlow(double slack) => Checks.Any(check => check.IsTime && !check.Passes(slack));

    /// <summary>Returns the better of two measurements of the same line.</summary>
    public Row Or(Row other) => other.Ratio < Ratio ? other : this;
}
