using AuthProfiles.Benchmarks.Measuring;

namespace AuthProfiles.Benchmarks.Goals;

/// <summary>Something that the library promises about its speed, and how it is measured.</summary>
internal interface IGoal
{
    /// <summary>Gets the id by which the goal is known.</summary>
    string Id { get; }

    Task<IReadOnlyList<Row>> MeasureAsync();
}
