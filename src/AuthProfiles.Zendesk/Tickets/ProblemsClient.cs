using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Tickets;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The problems of one account, which are tickets that incidents have as their cause. Immutable and thread-safe; comes from <see cref="TicketsClient.Problems"/>.</summary>
/// <remarks>What the operations throw is told at <see cref="TicketsClient"/>.</remarks>
public sealed class ProblemsClient
{
    private static readonly ApiPath Root = ApiPath.Of("problems");

    private readonly ZendeskTransport _transport;

    internal ProblemsClient(ZendeskTransport transport) => _transport = transport;

    /// <summary>Walks through the problems, those changed last first.</summary>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The problems, each once.</returns>
    public IAsyncEnumerable<Ticket> ListAsync(PageOptions? options = null, CancellationToken cancellationToken = default) =>
        Pages(Root).ItemsAsync(options, cancellationToken);

    /// <summary>Walks through the incidents of a problem.</summary>
    /// <param name="problemId">The problem's id.</param>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The incidents, each once.</returns>
    public IAsyncEnumerable<Ticket> ListIncidentsAsync(long problemId, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        Pages(TicketAnswers.Root.Then(problemId).Then("incidents")).ItemsAsync(options, cancellationToken);

    /// <summary>Finds the problems whose subject has a text in it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The problems.</returns>
    public Task<IReadOnlyList<Ticket>> FindAsync(string text, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        var body = JsonBody.Of(text, static (writer, text) => writer.WriteString("text"u8, text));
        return _transport.SendAsync(new ApiRequest(HttpMethod.Post, Root.Then("autocomplete"), body), TicketAnswers.Many, cancellationToken);
    }

    private PagedList<Ticket> Pages(ApiPath path) => new(_transport, path, TicketAnswers.Pages, PageMode.Cursor);
}
