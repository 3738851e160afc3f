using AuthProfiles.Zendesk.Jobs;
using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Tickets;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The tickets of one account. Immutable and thread-safe; comes from <see cref="ZendeskClient.Tickets"/>.</summary>
/// <remarks>
/// Every operation throws <see cref="ZendeskException"/> where Zendesk refuses, <see cref="AuthorizationException"/> where the request
/// could not be authorized and was not sent, and <see cref="HttpRequestException"/> where the network failed.
/// </remarks>
public sealed class TicketsClient
{
    private readonly ZendeskTransport _transport;
    private readonly TicketSearch _search;

    internal TicketsClient(ZendeskTransport transport)
    {
        _transport = transport;
        _search = new TicketSearch(transport);
        Comments = new TicketCommentsClient(transport, this);
        Tags = new TicketTagsClient(transport);
        Problems = new ProblemsClient(transport);
        Deleted = new DeletedTicketsClient(transport);
        Imports = new TicketImportsClient(transport);
    }

    /// <summary>Gets the comments of single tickets.</summary>
    public TicketCommentsClient Comments { get; }

    /// <summary>Gets the tags of single tickets.</summary>
    public TicketTagsClient Tags { get; }

    /// <summary>Gets the problems, and the incidents that have them as their cause.</summary>
    public ProblemsClient Problems { get; }

    /// <summary>Gets the deleted tickets.</summary>
    public DeletedTicketsClient Deleted { get; }

    /// <summary>Gets the way to take tickets over from another system.</summary>
    public TicketImportsClient Imports { get; }

    /// <summary>Creates a ticket. A repetition of the request, on a broken connection for instance, creates no second one.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="cancellationToken">Ends the wait; the ticket may have been created by then.</param>
    /// <returns>The ticket as Zendesk has it, with its id.</returns>
    public Task<Ticket> CreateAsync(NewTicket ticket, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        RecordChecks.Tags(ticket.Tags, nameof(ticket));
        var key = TicketChecks.IdempotencyKey(ticket);
        return _transport.SendAsync(new ApiRequest(HttpMethod.Post, TicketAnswers.Root, JsonBody.Of("ticket", ticket, TicketWriter.Create)) { IdempotencyKey = key }, TicketAnswers.One, cancellationToken);
    }

    /// <summary>Reads one ticket.</summary>
    /// <param name="id">The ticket's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The ticket; one that does not exist is an error of kind <see cref="ZendeskErrorKind.NotFound"/>.</returns>
    public Task<Ticket> GetAsync(long id, CancellationToken cancellationToken = default) =>
        _transport.GetAsync(TicketAnswers.Root.Then(id), TicketAnswers.One, cancellationToken);

    /// <summary>Reads one ticket with records that come along.</summary>
    /// <param name="id">The ticket's id.</param>
    /// <param name="include">The records that are to come along.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The ticket and the records.</returns>
    public Task<Sideloaded<Ticket>> GetAsync(long id, IReadOnlyList<Include> include, CancellationToken cancellationToken = default) =>
        TicketAnswers.Sideloaded.GetAsync(_transport, TicketAnswers.Root.Then(id), include, cancellationToken);

    /// <summary>Reads tickets by their ids, 100 in a request, one request after the other.</summary>
    /// <param name="ids">The ids; one that comes twice is asked for once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The tickets that exist, in Zendesk's order.</returns>
    public Task<IReadOnlyList<Ticket>> GetManyAsync(IEnumerable<long> ids, CancellationToken cancellationToken = default) =>
        new ManyById<Ticket>(_transport, TicketAnswers.Root.Then("show_many"), TicketAnswers.Many).GetAsync(ids, cancellationToken);

    /// <summary>Walks through all tickets, archived ones excepted, page after page as the caller goes on.</summary>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The tickets, each once.</returns>
    public IAsyncEnumerable<Ticket> ListAsync(PageOptions? options = null, CancellationToken cancellationToken = default) =>
        All(externalId: null).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the list of all tickets.</summary>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<Ticket>> ListPageAsync(PageOptions? options = null, CancellationToken cancellationToken = default) =>
        All(externalId: null).PageAsync(options, cancellationToken);

    /// <summary>Walks through the tickets to which another system gave an id. It need not be unique.</summary>
    /// <param name="externalId">The id.</param>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The tickets, each once.</returns>
    public IAsyncEnumerable<Ticket> ListByExternalIdAsync(string externalId, PageOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(externalId);
        return All(externalId).ItemsAsync(options, cancellationToken);
    }

    /// <summary>Changes a ticket, or adds a comment to it.</summary>
    /// <param name="id">The ticket's id.</param>
    /// <param name="update">What to change.</param>
    /// <param name="cancellationToken">Ends the wait; the change may have been made by then.</param>
    /// <returns>The ticket as it is now.</returns>
    public Task<Ticket> UpdateAsync(long id, TicketUpdate update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        TicketChecks.Update(update);
        return _transport.SendAsync(
            new ApiRequest(HttpMethod.Put, TicketAnswers.Root.Then(id), JsonBody.Of("ticket", update, TicketWriter.Update)) { IsRepeatable = TicketChecks.IsRepeatable(update) },
            TicketAnswers.One,
            cancellationToken);
    }

    /// <summary>Deletes a ticket: Zendesk keeps it for 30 days, from where <see cref="Deleted"/> restores it.</summary>
    /// <param name="id">The ticket's id.</param>
    /// <param name="cancellationToken">Ends the wait; the ticket may have been deleted by then.</param>
    /// <returns>A task that ends when the ticket is deleted.</returns>
    public Task DeleteAsync(long id, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Delete, TicketAnswers.Root.Then(id)), cancellationToken);

    /// <summary>Finds tickets, newest first. The index lags behind changes by up to some minutes.</summary>
    /// <param name="query">The query in Zendesk's search language, such as <c>status:open printer</c>, or a <see cref="TicketQuery"/>; <c>type:ticket</c> is added.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>
    /// The tickets, each once. All pages (at most ten) are read before the first is yielded, so that changing the tickets on the way loses
    /// none. Zendesk gives 1,000 results: where there are more, the walk ends with an error of kind <see cref="ZendeskErrorKind.SearchLimit"/>.
    /// </returns>
    public IAsyncEnumerable<Ticket> SearchAsync(string query, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(query);
        return _search.AllAsync(query, cancellationToken);
    }

    /// <summary>Reads one page of a search, newest first.</summary>
    /// <param name="query">The query in Zendesk's search language; <c>type:ticket</c> is added.</param>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page, with the number of all results.</returns>
    public Task<Page<Ticket>> SearchPageAsync(string query, PageOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(query);
        return _search.PageAsync(query, options ?? PageOptions.Default, cancellationToken);
    }

    /// <summary>Counts all tickets, archived ones excepted.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The count.</returns>
    public Task<RecordCount> CountAsync(CancellationToken cancellationToken = default) =>
        _transport.GetAsync(TicketAnswers.Root.Then("count"), RecordCountReader.One, cancellationToken);

    /// <summary>Creates tickets in a job. It is not repeated by itself: Zendesk knows no repetition of it.</summary>
    /// <param name="tickets">At most 100 tickets. <see cref="NewTicket.IdempotencyKey"/> is not used.</param>
    /// <param name="cancellationToken">Ends the wait; the job may have begun by then.</param>
    /// <returns>The job, for <see cref="JobsClient.WaitAsync(Job, JobWaitOptions, CancellationToken)"/>; its results have the ids in the order of the tickets.</returns>
    public Task<Job> CreateManyAsync(IReadOnlyList<NewTicket> tickets, CancellationToken cancellationToken = default)
    {
        RecordChecks.Many(tickets, nameof(tickets));
        foreach (var ticket in tickets)
        {
            RecordChecks.Tags(ticket.Tags, nameof(tickets));
        }

        var content = JsonBody.OfList("tickets", tickets, TicketWriter.Create);
        return StartAsync(new ApiRequest(HttpMethod.Post, TicketAnswers.Root.Then("create_many"), content) { IsRepeatable = false }, cancellationToken);
    }

    /// <summary>Makes the same change to tickets in a job.</summary>
    /// <param name="ids">At most 100 ids.</param>
    /// <param name="update">What to change.</param>
    /// <param name="cancellationToken">Ends the wait; the job may have begun by then.</param>
    /// <returns>The job, for <see cref="JobsClient.WaitAsync(Job, JobWaitOptions, CancellationToken)"/>.</returns>
    public Task<Job> UpdateManyAsync(IReadOnlyList<long> ids, TicketUpdate update, CancellationToken cancellationToken = default)
    {
        TicketChecks.ManyUpdate(update);
        var path = TicketAnswers.Root.Then("update_many").WithIds(ids);
        return StartAsync(new ApiRequest(HttpMethod.Put, path, JsonBody.Of("ticket", update, TicketWriter.Update)) { IsRepeatable = TicketChecks.IsRepeatable(update) }, cancellationToken);
    }

    /// <summary>Changes tickets in a job, each in its own way.</summary>
    /// <param name="changes">At most 100 changes.</param>
    /// <param name="cancellationToken">Ends the wait; the job may have begun by then.</param>
    /// <returns>The job, for <see cref="JobsClient.WaitAsync(Job, JobWaitOptions, CancellationToken)"/>.</returns>
    public Task<Job> UpdateManyAsync(IReadOnlyList<TicketChange> changes, CancellationToken cancellationToken = default)
    {
        RecordChecks.Many(changes, nameof(changes));
        RecordChecks.Ids(changes.Select(static change => change.Id), nameof(changes));
        foreach (var change in changes)
        {
            TicketChecks.ManyUpdate(change.Update);
        }

        var content = JsonBody.OfList("tickets", changes, TicketWriter.Change);
        var isRepeatable = changes.All(static change => TicketChecks.IsRepeatable(change.Update));
        return StartAsync(new ApiRequest(HttpMethod.Put, TicketAnswers.Root.Then("update_many"), content) { IsRepeatable = isRepeatable }, cancellationToken);
    }

    /// <summary>Deletes tickets in a job: Zendesk keeps them for 30 days, from where <see cref="Deleted"/> restores them.</summary>
    /// <param name="ids">At most 100 ids.</param>
    /// <param name="cancellationToken">Ends the wait; the job may have begun by then.</param>
    /// <returns>The job, for <see cref="JobsClient.WaitAsync(Job, JobWaitOptions, CancellationToken)"/>.</returns>
    public Task<Job> DeleteManyAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default) =>
        StartAsync(new ApiRequest(HttpMethod.Delete, TicketAnswers.Root.Then("destroy_many").WithIds(ids)), cancellationToken);

    /// <summary>Merges tickets into one, in a job; those taken in are closed. It can't be undone.</summary>
    /// <param name="targetId">The id of the ticket that takes the others in.</param>
    /// <param name="sourceIds">The ids of the others.</param>
    /// <param name="merge">What to say on them. The default is nothing.</param>
    /// <param name="cancellationToken">Ends the wait; the job may have begun by then.</param>
    /// <returns>The job, for <see cref="JobsClient.WaitAsync(Job, JobWaitOptions, CancellationToken)"/>.</returns>
    public Task<Job> MergeAsync(long targetId, IReadOnlyList<long> sourceIds, TicketMerge? merge = null, CancellationToken cancellationToken = default)
    {
        RecordChecks.Many(sourceIds, nameof(sourceIds));
        RecordChecks.Ids(sourceIds, nameof(sourceIds));
        if (sourceIds.Contains(targetId))
        {
            throw new ArgumentException("A ticket is not merged into itself.", nameof(sourceIds));
        }

        var content = JsonBody.Of((sourceIds, merge ?? TicketMerge.Silent), TicketMergeWriter.Write);
        return StartAsync(new ApiRequest(HttpMethod.Post, TicketAnswers.Root.Then(targetId).Then("merge"), content) { IsRepeatable = false }, cancellationToken);
    }

    /// <summary>Marks a ticket as spam: it is deleted and its requester suspended.</summary>
    /// <param name="id">The ticket's id.</param>
    /// <param name="cancellationToken">Ends the wait; the ticket may have been marked by then.</param>
    /// <returns>A task that ends when the ticket is marked.</returns>
    public Task MarkAsSpamAsync(long id, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Put, TicketAnswers.Root.Then(id).Then("mark_as_spam")), cancellationToken);

    /// <summary>Marks tickets as spam, in a job.</summary>
    /// <param name="ids">At most 100 ids.</param>
    /// <param name="cancellationToken">Ends the wait; the job may have begun by then.</param>
    /// <returns>The job, for <see cref="JobsClient.WaitAsync(Job, JobWaitOptions, CancellationToken)"/>.</returns>
    public Task<Job> MarkManyAsSpamAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default) =>
        StartAsync(new ApiRequest(HttpMethod.Put, TicketAnswers.Root.Then("mark_many_as_spam").WithIds(ids)), cancellationToken);

    /// <summary>Reads what a ticket is related to.</summary>
    /// <param name="id">The ticket's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The relations.</returns>
    public Task<TicketRelations> GetRelationsAsync(long id, CancellationToken cancellationToken = default) =>
        _transport.GetAsync(TicketAnswers.Root.Then(id).Then("related"), TicketRelationsReader.Read, cancellationToken);

    private PagedList<Ticket> All(string? externalId) => new(_transport, TicketAnswers.Root.With("external_id", externalId), TicketAnswers.Pages, PageMode.Cursor);

    private Task<Job> StartAsync(ApiRequest request, CancellationToken cancellationToken) => _transport.SendAsync(request, JobReader.One, cancellationToken);
}
