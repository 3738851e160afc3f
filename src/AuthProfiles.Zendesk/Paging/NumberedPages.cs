using System.Globalization;
using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Paging;

/// <summary>Numbered pages, which end before the list may.</summary>
/// <param name="mostItems">How many items Zendesk gives in this way.</param>
/// <param name="limit">What the error is that comes in place of the items beyond.</param>
/// <param name="advice">What to do about it.</param>
internal sealed class NumberedPages(int mostItems, ZendeskErrorKind limit, string advice) : PageMode
{
    public override ApiPath Ask(ApiPath path, PageOptions options)
    {
        var number = Number(options);
        if ((long)(number - 1) * options.PageSize >= mostItems)
        {
            // Zendesk would answer 400 or 422; the caller wants to know what to do.
            throw new ZendeskException(limit, advice);
        }

        return SortBy.Add(path, options.Sort)
            .With("per_page", options.PageSize)
            .With("page", number);
    }

    // The address of the next page is not used, only that there is one. To stop where a cursor says that there is more would lose the rest.
    public override string? Next(in PageEnvelope envelope, PageOptions options) =>
        envelope.HasNextPage ? (Number(options) + 1).ToString(CultureInfo.InvariantCulture)
        : envelope.HasMore is true ? throw new JsonException("The list came by cursor where numbered pages were asked for.")
        : null;

    private static int Number(PageOptions options)
    {
        var number = 1;
        return options.After is { } after && (!int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number < 1)
            ? throw new ArgumentException("After takes the Next of the same list's page before, which is the number of a page.", nameof(options))
            : number;
    }
}
