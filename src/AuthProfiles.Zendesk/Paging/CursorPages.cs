using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Paging;

/// <summary>Pages by cursor, in <c>meta</c> or beside the items.</summary>
/// <param name="order">Adds the order.</param>
/// <param name="isExport">Whether it is an export, which has larger pages and is not numbered.</param>
internal sealed class CursorPages(Func<ApiPath, string?, ApiPath> order, bool isExport = false) : PageMode
{
    protected override int LargestPage => isExport ? LargestOfExports : LargestOfLists;

    /// <summary>Adds the order as most lists take it, in one parameter.</summary>
    public static ApiPath Order(ApiPath path, string? sort) => path.With("sort", sort);

    public override PageMode For(PageOptions options) => options.IsNumbered && !isExport ? Numbered : this;

    // Without page[size] Zendesk answers in numbered pages, which end at 10,000 items.
    public override ApiPath Ask(ApiPath path, PageOptions options) =>
        order(path.With("page[size]", options.PageSize).With("page[after]", options.After), options.Sort);

    public override string? Next(in PageEnvelope envelope, PageOptions options)
    {
        if (envelope is { HasMeta: false, HasNextPage: false })
        {
            return null;
        }

        if (envelope is { HasMeta: true, HasMore: false } or { HasMeta: true, HasMore: null, AfterCursor: null or "" })
        {
            return null;
        }

        if (envelope is { HasMeta: true, HasMore: null })
        {
            throw new JsonException("The list does not say whether it goes on.");
        }

        if (envelope.AfterCursor is { Length: > 0 } cursor)
        {
            return cursor;
        }

        // Stopping here would lose the rest.
        throw new JsonException(envelope.HasMeta
            ? "The list has more pages but no cursor for the next."
            : "The list came in numbered pages where a cursor was asked for.");
    }
}
