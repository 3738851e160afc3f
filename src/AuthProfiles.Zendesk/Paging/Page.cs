namespace AuthProfiles.Zendesk;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">The type of its items.</typeparam>
/// <param name="Items">The items, in the order of the service. A page may be empty and not the last.</param>
/// <param name="Next">What to give as <see cref="PageOptions.After"/> for the next page, or null on the last. Treat it as opaque.</param>
/// <param name="Total">How many items there are in all, where the service says so.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next, long? Total = null)
{
    /// <summary>Gets the records that came along, as asked for by <see cref="PageOptions.Include"/>.</summary>
    public Included Included { get; init; } = Included.None;

    /// <summary>Gets where an incremental export can go on another day, on its last page too; null in other lists.</summary>
    public string? Checkpoint { get; init; }
}
