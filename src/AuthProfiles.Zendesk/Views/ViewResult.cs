using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>One page of a view as agents see it. Immutable.</summary>
public sealed record ViewResult
{
    /// <summary>Gets the view, or null for a preview.</summary>
    public View? View { get; init; }

    /// <summary>Gets the columns.</summary>
    public IReadOnlyList<ViewColumn> Columns { get; init; } = [];

    /// <summary>Gets the rows, in the order of the view.</summary>
    public IReadOnlyList<ViewRow> Rows { get; init; } = [];

    /// <summary>Gets the groups that the tickets are in, as they came; empty where they are not grouped.</summary>
    public IReadOnlyList<JsonElement> Groups { get; init; } = [];

    /// <summary>Gets what to give as <see cref="PageOptions.After"/> for the next page, or null on the last.</summary>
    public string? Next { get; init; }

    /// <summary>Gets how many rows there are in all, where Zendesk says so.</summary>
    public long? Total { get; init; }

    /// <summary>Gets the records that came along, as asked for by <see cref="PageOptions.Include"/>.</summary>
    public Included Included { get; init; } = Included.None;
}
