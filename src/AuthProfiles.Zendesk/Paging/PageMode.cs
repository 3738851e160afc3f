using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Paging;

/// <summary>One of Zendesk's ways of cutting a list into pages: how a page is asked for, and what comes after it.</summary>
internal abstract class PageMode
{
    /// <summary>Gets the way most lists have: <c>page[size]</c> and a cursor in <c>meta</c>.</summary>
    public static PageMode Cursor { get; } = new CursorPages();

    /// <summary>Gets the way of lists by cursor that take their order as <c>sort_by</c> and <c>sort_order</c>.</summary>
    public static PageMode SortedCursor { get; } = new SortedCursorPages();

    /// <summary>Gets the older way: <c>page</c> and <c>per_page</c>, up to 10,000 items.</summary>
    public static PageMode Numbered { get; } = new NumberedPages(
        10_000,
        ZendeskErrorKind.PageLimit,
        "Numbered pages reach 10,000 items. Leave IsNumbered out, so that the list comes by cursor and has no end before its own.");

    /// <summary>Gets the way of searches: numbered, up to 1,000 results.</summary>
    public static PageMode Search { get; } = new NumberedPages(
        1_000,
        ZendeskErrorKind.SearchLimit,
        "A search gives its first 1,000 results. Narrow the query, for example by the time of creation, or export the search.");

    /// <summary>Adds what asks for the page.</summary>
    public abstract ApiPath Ask(ApiPath path, PageOptions options);

    /// <summary>Returns what <see cref="PageOptions.After"/> takes for the next page, or null on the last.</summary>
    public abstract string? Next(in PageEnvelope envelope, PageOptions options);

    /// <summary>Returns where a later walk can go on, beyond the last page too; null where the way has no such place.</summary>
    public virtual string? Checkpoint(in PageEnvelope envelope) => null;
}
