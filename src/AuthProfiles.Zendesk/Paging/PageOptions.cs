namespace AuthProfiles.Zendesk;

/// <summary>Which page of a list, and how large. Immutable.</summary>
public sealed record PageOptions
{
    internal static readonly PageOptions Default = new();

    private readonly int _pageSize = 100;

    /// <summary>Gets how many items a page has at most.</summary>
    /// <value>The default is 100, which is also the most; the least is 1.</value>
    public int PageSize
    {
        get => _pageSize;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 100);
            _pageSize = value;
        }
    }

    /// <summary>Gets the <see cref="Page{T}.Next"/> of the page before.</summary>
    /// <value>The default is null: the first page.</value>
    public string? After { get; init; }
}
