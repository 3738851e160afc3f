using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Paging;

/// <summary>One of Zendesk's ways of cutting a list into pages: how a page is asked for, and what comes after it.</summary>
internal abstract class PageMode
{
    /// <summary>How many items a page of an export has at most.</summary>
    protected const int LargestOfExports = 1000;

    /// <summary>How many items a page of most lists has at most.</summary>
    protected const int LargestOfLists = 100;

    /// <summary>Gets the way most lists have: <c>page[size]</c> and a cursor in <c>meta</c>.</summary>
    public static PageMode Cursor { get; } = new CursorPages(CursorPages.Order);

    /// <summary>Gets the same for lists whose order has its older names, <c>sort_by</c> and <c>sort_order</c>.</summary>
    public static PageMode CursorSortedBy { get; } = new CursorPages(SortBy.Add);

    /// <summary>Gets the way of the export of a search: by cursor alone, in larger pages.</summary>
    public static PageMode SearchExport { get; } = new CursorPages(CursorPages.Order, isExport: true);

    /// <summary>Gets the older way: <c>page</c> and <c>per_page</c>, up to 10,000 items.</summary>
    public static PageMode Numbered { get; } = new NumberedPages(
        10_000,
        ZendeskErrorKind.PageLimit,
        "Numbered pages reach 10,000 items. Leave IsNumbered out, so that the list comes by cursor and has no end before its own.");

    /// <summary>Gets the way of lists that know no cursor: numbered, up to 10,000 items.</summary>
    public static PageMode NumberedOnly { get; } = new NumberedPages(
        10_000,
        ZendeskErrorKind.PageLimit,
        "This list comes in numbered pages alone, and they reach 10,000 items. Narrow what is asked for, or turn the order round to reach its other end.");

    /// <summary>Gets the way of searches: numbered, up to 1,000 results.</summary>
    public static PageMode Search { get; } = new NumberedPages(
        1_000,
        ZendeskErrorKind.SearchLimit,
        "A search gives its first 1,000 results. Narrow the query, for example by the time of creation, or export the search.");

    /// <summary>Gets how many items a page has at most.</summary>
    protected virtual int LargestPage => LargestOfLists;

    /// <summary>Returns the way in which the caller wants the pages, where there are two.</summary>
    public virtual PageMode For(PageOptions options) => this;

    /// <summary>Throws where the caller asks for more items than Zendesk gives in a page of such a list.</summary>
    public void Check(PageOptions options)
    {
        if (options.PageSize > LargestPage)
        {
            throw new ArgumentException($"A page of this list has at most {LargestPage} items: set PageSize accordingly.", nameof(options));
        }
    }

    /// <summary>Adds what asks for the page.</summary>
    public abstract ApiPath Ask(ApiPath path, PageOptions options);

    /// <summary>Returns what <see cref="PageOptions.After"/> takes for the next page, or null on the last.</summary>
    public abstract string? Next(in PageEnvelope envelope, PageOptions options);

    /// <summary>Returns how many items there are in all, or null where the answer tells of its page alone.</summary>
    public virtual long? Total(in PageEnvelope envelope) => envelope.Count;

    /// <summary>Returns where a later walk can go on, beyond the last page too; null where the way has no such place.</summary>
    public virtual string? Checkpoint(in PageEnvelope envelope, PageOptions options) => null;
}
