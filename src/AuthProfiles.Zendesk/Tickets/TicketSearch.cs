using System.Globalization;
using System.Runtime.CompilerServices;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tickets;

/// <summary>Searches tickets. Zendesk gives search results in numbered pages, and 1,000 results at most.</summary>
internal sealed class TicketSearch(ZendeskTransport transport)
{
    private const int MostPages = 10;

    // An order that stays, so that what is made while the pages are read only moves results back, onto pages still to come.
    private const string NewestFirst = "-created_at";

    public Task<Page<Ticket>> PageAsync(string query, PageOptions options, CancellationToken cancellationToken) =>
        Results(query).PageAsync(Ordered(options), cancellationToken);

    /// <summary>Reads all pages before it yields: a result that the caller solves would move the ones behind it up, onto pages already read.</summary>
    public async IAsyncEnumerable<Ticket> AllAsync(string query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var results = Results(query);
        var tickets = new List<Ticket>();
        var seen = new HashSet<long>();
        var page = await results.PatientPageAsync(Ordered(PageOptions.Default), cancellationToken).ConfigureAwait(false);
        for (var read = 1; ; read++)
        {
            tickets.AddRange(page.Items.Where(ticket => seen.Add(ticket.Id)));
            if (page.Next is not { } next || read == MostPages)
            {
                break;
            }

            cancellationToken.ThrowIfCancellationRequested();
            page = await results.PatientPageAsync(Ordered(new PageOptions { After = next }), cancellationToken).ConfigureAwait(false);
        }

        foreach (var ticket in tickets)
        {
            yield return ticket;
        }

        if (page.Next is not null)
        {
            throw new ZendeskException(
                ZendeskErrorKind.SearchLimit,
                $"The search has {page.Total?.ToString(CultureInfo.InvariantCulture) ?? "more than 1000"} results, and Zendesk gives the first 1000; these were yielded. Narrow the query, for example by created<2026-01-31, export it with Search.ExportTicketsAsync, or walk ListAsync.");
        }
    }

    private static PageOptions Ordered(PageOptions options) => options.Sort is null ? options with { Sort = NewestFirst } : options;

    private PagedList<Ticket> Results(string query) =>
        new(transport, ApiPath.Of("search").With("query", $"type:ticket {query}"), TicketAnswers.Results, PageMode.Search);
}
