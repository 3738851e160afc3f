namespace AuthProfiles.Benchmarks.Measuring;

/// <summary>What a case took in each round, for one call.</summary>
internal sealed record Measured(string Name, IReadOnlyList<double> Nanoseconds, IReadOnlyList<double> Allocated)
{
    public double Time => Median(Nanoseconds);

    public double Bytes => Median(Allocated);

    /// <summary>Returns the median of the rounds' ratios: what slows a round down slows both of its sides.</summary>
    public double RatioTo(Measured baseline) => Median(Nanoseconds.Zip(baseline.Nanoseconds, static (own, other) => own / other));

    /// <summary>Makes a line that informs.</summary>
    public Row Inform(string goal, Measured? baseline = null) => new(goal, Name, Time, baseline is null ? null : RatioTo(baseline), Bytes);

    /// <summary>Makes a line that promises a time relative to a baseline.</summary>
    public Row Promise(string goal, Measured baseline, double ratio, params IReadOnlyList<Check> more)
    {
        var measured = RatioTo(baseline);
        return new(goal, Name, Time, measured, Bytes, [Check.Time(measured, ratio), .. more]);
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
