using System.Globalization;
using System.Runtime.CompilerServices;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tickets;

/// <summary>Searches tickets. Zendesk gives search results in numbered pages, and 1,000 results at most.</summary>
internal sealed class TicketSearch(ZendeskTransport transport)
{
    private const int MostPages = 10;

    private static readonly PageReader<Ticket> Pages = new("results", TicketReader.Read);

    public Task<Page<Ticket>> PageAsync(string query, PageOptions options, CancellationToken cancellationToken)
    {
        var number = 1;
        if (options.After is { } after && (!int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number < 1))
        {
            throw new ArgumentException("After takes the Next of the search's page before.", nameof(options));
        }

        // Newest first: an order that stays, so that what is made while the pages are read only moves results back, onto pages still to come.
        var path = string.Create(
            CultureInfo.InvariantCulture,
            $"api/v2/search?query={Uri.EscapeDataString($"type:ticket {query}")}&sort_by=created_at&sort_order=desc&per_page={options.PageSize}&page={number}");
        var next = (number + 1).ToString(CultureInfo.InvariantCulture);
        return transport.SendAsync(HttpMethod.Get, path, null, (ref reader) => Pages.ReadNumberedPage(ref reader, next), cancellationToken);
    }

    /// <summary>Reads all pages before it yields: a result that the caller solves would move the ones behind it up, onto pages already read.</summary>
    public async IAsyncEnumerable<Ticket> AllAsync(string query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tickets = new List<Ticket>();
        var seen = new HashSet<long>();
        var page = await PageAsync(query, PageOptions.Default, cancellationToken).ConfigureAwait(false);
        for (var read = 1; ; read++)
        {
            tickets.AddRange(page.Items.Where(ticket => seen.Add(ticket.Id)));
            if (page.Next is not { } next || read == MostPages)
            {
                break;
            }

            cancellationToken.ThrowIfCancellationRequested();
            page = await PageAsync(query, new PageOptions { After = next }, cancellationToken).ConfigureAwait(false);
        }

        foreach (var ticket in tickets)
        {
            yield return ticket;
        }

        if (page.Next is not null)
        {
            throw new ZendeskException(
                ZendeskErrorKind.SearchLimit,
                $"The search has {page.Total?.ToString(CultureInfo.InvariantCulture) ?? "more than 1000"} results, and Zendesk gives the first 1000; these were yielded. Narrow the query, for example by created<2026-01-31, or walk ListAsync.");
        }
    }
}
