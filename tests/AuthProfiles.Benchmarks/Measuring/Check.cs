namespace AuthProfiles.Benchmarks.Measuring;

/// <summary>One promise about a measured value.</summary>
/// <param name="Text">The value and its limit.</param>
/// <param name="Value">What was measured.</param>
/// <param name="Limit">What it may be at most.</param>
/// <param name="IsTime">Whether it is a ratio of times: those are noisy, so they get slack and are repeated. Bytes and counts repeat.</param>
internal sealed record Check(string Text, double Value, double Limit, bool IsTime)
{
    public static Check Time(double ratio, double limit) => new($"{ratio:0.00}x of {limit:0.00}x", ratio, limit, IsTime: true);

    /// <summary>Checks bytes per call, to a tenth: less is what a batch allocates once.</summary>
    public static Check Bytes(double bytes, double limit) => new($"{bytes:#,0.#} of {limit:#,0.#} B", Math.Round(bytes, 1), limit, IsTime: false);

    public static Check Count(int count, int expected, string what) => new($"{count} {what}, {expected} expected", Math.Abs(count - expected), 0, IsTime: false);

    public bool Passes(double slack) => Value <= (IsTime ? Limit * slack : Limit);
}
