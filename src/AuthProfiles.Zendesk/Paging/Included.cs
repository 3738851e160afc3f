namespace AuthProfiles.Zendesk;

/// <summary>The records that came along with others. Immutable and thread-safe.</summary>
public sealed class Included
{
    private readonly Dictionary<Include, object> _lists;

    internal Included(Dictionary<Include, object> lists) => _lists = lists;

    internal static Included None { get; } = new([]);

    /// <summary>Returns the records of one kind.</summary>
    /// <typeparam name="T">The type of the records.</typeparam>
    /// <param name="include">The kind, the same value that was asked for.</param>
    /// <returns>The records; empty where none came, or none were asked for.</returns>
    public IReadOnlyList<T> Of<T>(Include<T> include)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(include);
        return _lists.TryGetValue(include, out var list) ? (IReadOnlyList<T>)list : [];
    }
}
