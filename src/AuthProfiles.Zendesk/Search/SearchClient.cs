using AuthProfiles.Zendesk.Groups;
using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Organizations;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Tickets;
using AuthProfiles.Zendesk.Users;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The search of one account. Immutable and thread-safe; comes from <see cref="ZendeskClient.Search"/>.</summary>
/// <remarks>The first 1,000 tickets that a query finds are at <see cref="TicketsClient.SearchAsync"/>. Exports are allowed 100 times in a minute. What the operations throw is told at <see cref="TicketsClient"/>.</remarks>
public sealed class SearchClient
{
    private static readonly ApiPath Root = ApiPath.Of("search");
    private static readonly PageReader<User> UserResults = new("results", UserReader.Read);
    private static readonly PageReader<Organization> OrganizationResults = new("results", OrganizationReader.Read);
    private static readonly PageReader<Group> GroupResults = new("results", GroupReader.Read);

    private readonly ZendeskTransport _transport;

    internal SearchClient(ZendeskTransport transport) => _transport = transport;

    /// <summary>Counts what a query finds, of all types.</summary>
    /// <param name="query">The query in Zendesk's search language; <c>type:ticket</c> in it counts tickets only.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The count.</returns>
    public Task<RecordCount> CountAsync(string query, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(query);
        return _transport.GetAsync(Root.Then("count").With("query", query), RecordCountReader.One, cancellationToken);
    }

    /// <summary>Walks through all tickets that a query finds, without the limit of 1,000.</summary>
    /// <param name="query">The query in Zendesk's search language, without <c>type:</c>, or a <see cref="TicketQuery"/>.</param>
    /// <param name="options">The size of a page, up to 1,000, and where to begin. The default is pages of 100 from the first, which Zendesk advises. It forgets a place after an hour, and takes no order.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The tickets, each once.</returns>
    public IAsyncEnumerable<Ticket> ExportTicketsAsync(string query, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        Tickets(query).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of all tickets that a query finds.</summary>
    /// <param name="query">The query in Zendesk's search language, without <c>type:</c>, or a <see cref="TicketQuery"/>.</param>
    /// <param name="options">The size of the page, up to 1,000, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<Ticket>> ExportTicketsPageAsync(string query, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        Tickets(query).PageAsync(options, cancellationToken);

    /// <summary>Walks through all users that a query finds, without the limit of 1,000.</summary>
    /// <param name="query">The query in Zendesk's search language, without <c>type:</c>.</param>
    /// <param name="options">The size of a page, up to 1,000, and where to begin. The default is pages of 100 from the first. Zendesk forgets a place after an hour, and takes no order.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The users, each once.</returns>
    public IAsyncEnumerable<User> ExportUsersAsync(string query, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        Users(query).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of all users that a query finds.</summary>
    /// <param name="query">The query in Zendesk's search language, without <c>type:</c>.</param>
    /// <param name="options">The size of the page, up to 1,000, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<User>> ExportUsersPageAsync(string query, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        Users(query).PageAsync(options, cancellationToken);

    /// <summary>Walks through all organizations that a query finds, without the limit of 1,000.</summary>
    /// <param name="query">The query in Zendesk's search language, without <c>type:</c>.</param>
    /// <param name="options">The size of a page, up to 1,000, and where to begin. The default is pages of 100 from the first. Zendesk forgets a place after an hour, and takes no order.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The organizations, each once.</returns>
    public IAsyncEnumerable<Organization> ExportOrganizationsAsync(string query, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        Organizations(query).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of all organizations that a query finds.</summary>
    /// <param name="query">The query in Zendesk's search language, without <c>type:</c>.</param>
    /// <param name="options">The size of the page, up to 1,000, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<Organization>> ExportOrganizationsPageAsync(string query, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        Organizations(query).PageAsync(options, cancellationToken);

    /// <summary>Walks through all groups that a query finds, without the limit of 1,000.</summary>
    /// <param name="query">The query in Zendesk's search language, without <c>type:</c>.</param>
    /// <param name="options">The size of a page, up to 1,000, and where to begin. The default is pages of 100 from the first. Zendesk forgets a place after an hour, and takes no order.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The groups, each once.</returns>
    public IAsyncEnumerable<Group> ExportGroupsAsync(string query, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        Groups(query).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of all groups that a query finds.</summary>
    /// <param name="query">The query in Zendesk's search language, without <c>type:</c>.</param>
    /// <param name="options">The size of the page, up to 1,000, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<Group>> ExportGroupsPageAsync(string query, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        Groups(query).PageAsync(options, cancellationToken);

    private PagedList<Ticket> Tickets(string query) => Export(query, "ticket", TicketAnswers.Results);

    private PagedList<User> Users(string query) => Export(query, "user", UserResults);

    private PagedList<Organization> Organizations(string query) => Export(query, "organization", OrganizationResults);

    private PagedList<Group> Groups(string query) => Export(query, "group", GroupResults);

    private PagedList<T> Export<T>(string query, string type, PageReader<T> results)
        where T : class
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(query);
        return new(_transport, Root.Then("export").With("query", query).With("filter[type]", type), results, PageMode.SearchExport);
    }
}
