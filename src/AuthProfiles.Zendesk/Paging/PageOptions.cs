namespace AuthProfiles.Zendesk;

/// <summary>Which page of a list, how large, and in which order. Immutable.</summary>
public sealed record PageOptions
{
    internal static readonly PageOptions Default = new();

    private const int LargestPage = 1000;

    private readonly int _pageSize = 100;
    private readonly TimeSpan _longestWait = TimeSpan.FromMinutes(2);

    /// <summary>Gets how many items a page has at most.</summary>
    /// <value>The default is 100, which is also the most; exports take up to 1,000. The least is 1. What a list does not take is refused before it is sent.</value>
    public int PageSize
    {
        get => _pageSize;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LargestPage);
            _pageSize = value;
        }
    }

    /// <summary>Gets the <see cref="Page{T}.Next"/> of the page before.</summary>
    /// <value>The default is null: the first page.</value>
    public string? After { get; init; }

    /// <summary>Gets the member that the list is ordered by, as Zendesk names it, such as <c>updated_at</c>; a minus in front turns the order round.</summary>
    /// <value>The default is null: the list's own order.</value>
    public string? Sort { get; init; }

    /// <summary>Gets the records that are to come along, where the list offers them.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<Include> Include { get; init; } = [];

    /// <summary>Gets a value indicating whether a list that has cursors is asked for in numbered pages.</summary>
    /// <value>
    /// The default is false. Zendesk then says how many items there are in all, and gives the first 10,000; beyond them comes an error of
    /// kind <see cref="ZendeskErrorKind.PageLimit"/>. Items that move while the pages are read come twice or never.
    /// Exports are not numbered: it changes nothing there.
    /// </value>
    public bool IsNumbered { get; init; }

    /// <summary>Gets for how long a walk asks again for one page that can't be read for the moment: because of a rate limit, a network that is down, or tokens that can't be had. The time of the calls counts too.</summary>
    /// <value>The default is 2 minutes. With zero, the walk ends with the error at once. A page that is read by itself never waits here.</value>
    public TimeSpan LongestWait
    {
        get => _longestWait;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            _longestWait = value;
        }
    }
}
