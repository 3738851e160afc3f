using AuthProfiles.Zendesk.Exports;
using AuthProfiles.Zendesk.Organizations;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Tickets;
using AuthProfiles.Zendesk.Users;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>What has changed in one account since a time, deleted and archived records included. Immutable and thread-safe; comes from <see cref="ZendeskClient.Exports"/>.</summary>
/// <remarks>
/// Only administrators may, and 10 times in a minute: pages of up to 1,000 get on faster than those of 100. Keep the <see cref="Page{T}.Checkpoint"/> of the last page: given as
/// <see cref="PageOptions.After"/> it goes on from there on another day. What the operations throw is told at <see cref="TicketsClient"/>.
/// </remarks>
public sealed class ExportsClient
{
    private readonly ZendeskTransport _transport;

    internal ExportsClient(ZendeskTransport transport) => _transport = transport;

    /// <summary>Gets the first items of exports, to try them out.</summary>
    public ExportSamplesClient Samples => new(_transport);

    /// <summary>Walks through the tickets that changed since a time, to the last change there is.</summary>
    /// <param name="since">The time, at least a minute ago. It is not used where <see cref="PageOptions.After"/> says where to begin.</param>
    /// <param name="options">The size of a page, up to 1,000, and where to begin. The default is pages of 100 from the time.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The tickets, in the order of their changes. One that changes meanwhile comes again.</returns>
    public IAsyncEnumerable<Ticket> TicketsAsync(DateTimeOffset since, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        ChangedTickets(since).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the tickets that changed since a time.</summary>
    /// <param name="since">The time, at least a minute ago. It is not used where <see cref="PageOptions.After"/> says where to begin.</param>
    /// <param name="options">The size of the page, up to 1,000, and the <see cref="Page{T}.Next"/> or <see cref="Page{T}.Checkpoint"/> of the one before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page, with the place to go on from.</returns>
    public Task<Page<Ticket>> TicketsPageAsync(DateTimeOffset since, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        ChangedTickets(since).PageAsync(options, cancellationToken);

    /// <summary>Walks through the tickets that changed since a time, to the last change there is. This is the older way, by time.</summary>
    /// <param name="since">The time, at least a minute ago. It is not used where <see cref="PageOptions.After"/> says where to begin.</param>
    /// <param name="options">The size of a page, up to 1,000, and where to begin. The default is pages of 100 from the time.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The tickets, in the order of their changes. One that changes meanwhile comes again; what pages repeat at their borders does not.</returns>
    public IAsyncEnumerable<Ticket> TicketsByTimeAsync(DateTimeOffset since, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        ChangedTicketsByTime(since).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the tickets that changed since a time. This is the older way, by time: what changed in the second that the page reaches comes again with the next.</summary>
    /// <param name="since">The time, at least a minute ago. It is not used where <see cref="PageOptions.After"/> says where to begin.</param>
    /// <param name="options">The size of the page, up to 1,000, and the <see cref="Page{T}.Next"/> or <see cref="Page{T}.Checkpoint"/> of the one before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page, with the time to go on from.</returns>
    public Task<Page<Ticket>> TicketsByTimePageAsync(DateTimeOffset since, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        ChangedTicketsByTime(since).PageAsync(options, cancellationToken);

    /// <summary>Walks through the users that changed since a time, to the last change there is. It is allowed 20 times in a minute.</summary>
    /// <param name="since">The time, at least a minute ago. It is not used where <see cref="PageOptions.After"/> says where to begin.</param>
    /// <param name="options">The size of a page, up to 1,000, and where to begin. The default is pages of 100 from the time.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The users, in the order of their changes. One that changes meanwhile comes again.</returns>
    public IAsyncEnumerable<User> UsersAsync(DateTimeOffset since, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        ChangedUsers(since).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the users that changed since a time.</summary>
    /// <param name="since">The time, at least a minute ago. It is not used where <see cref="PageOptions.After"/> says where to begin.</param>
    /// <param name="options">The size of the page, up to 1,000, and the <see cref="Page{T}.Next"/> or <see cref="Page{T}.Checkpoint"/> of the one before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page, with the place to go on from.</returns>
    public Task<Page<User>> UsersPageAsync(DateTimeOffset since, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        ChangedUsers(since).PageAsync(options, cancellationToken);

    /// <summary>Walks through the users that changed since a time, to the last change there is. This is the older way, by time.</summary>
    /// <param name="since">The time, at least a minute ago. It is not used where <see cref="PageOptions.After"/> says where to begin.</param>
    /// <param name="options">The size of a page, up to 1,000, and where to begin. The default is pages of 100 from the time.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The users, in the order of their changes. One that changes meanwhile comes again; what pages repeat at their borders does not.</returns>
    public IAsyncEnumerable<User> UsersByTimeAsync(DateTimeOffset since, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        ChangedUsersByTime(since).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the users that changed since a time. This is the older way, by time: what changed in the second that the page reaches comes again with the next.</summary>
    /// <param name="since">The time, at least a minute ago. It is not used where <see cref="PageOptions.After"/> says where to begin.</param>
    /// <param name="options">The size of the page, up to 1,000, and the <see cref="Page{T}.Next"/> or <see cref="Page{T}.Checkpoint"/> of the one before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page, with the time to go on from.</returns>
    public Task<Page<User>> UsersByTimePageAsync(DateTimeOffset since, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        ChangedUsersByTime(since).PageAsync(options, cancellationToken);

    /// <summary>Walks through the organizations that changed since a time, to the last change there is.</summary>
    /// <param name="since">The time, at least a minute ago. It is not used where <see cref="PageOptions.After"/> says where to begin.</param>
    /// <param name="options">The size of a page, up to 1,000, and where to begin. The default is pages of 100 from the time.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The organizations, in the order of their changes. One that changes meanwhile comes again; what pages repeat at their borders does not.</returns>
    public IAsyncEnumerable<Organization> OrganizationsAsync(DateTimeOffset since, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        ChangedOrganizations(since).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the organizations that changed since a time. What changed in the second that the page reaches comes again with the next.</summary>
    /// <param name="since">The time, at least a minute ago. It is not used where <see cref="PageOptions.After"/> says where to begin.</param>
    /// <param name="options">The size of the page, up to 1,000, and the <see cref="Page{T}.Next"/> or <see cref="Page{T}.Checkpoint"/> of the one before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page, with the time to go on from.</returns>
    public Task<Page<Organization>> OrganizationsPageAsync(DateTimeOffset since, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        ChangedOrganizations(since).PageAsync(options, cancellationToken);

    /// <summary>Walks through the updates that were made to tickets since a time, to the last change there is. <c>Includes.Raw("comment_events")</c> brings the text of comments along.</summary>
    /// <param name="since">The time, at least a minute ago. It is not used where <see cref="PageOptions.After"/> says where to begin.</param>
    /// <param name="options">The size of a page, up to 1,000, and where to begin. The default is pages of 100 from the time.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The updates, each once, in their order.</returns>
    public IAsyncEnumerable<TicketEvent> TicketEventsAsync(DateTimeOffset since, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        ChangedTicketEvents(since).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the updates that were made to tickets since a time. What changed in the second that the page reaches comes again with the next.</summary>
    /// <param name="since">The time, at least a minute ago. It is not used where <see cref="PageOptions.After"/> says where to begin.</param>
    /// <param name="options">The size of the page, up to 1,000, and the <see cref="Page{T}.Next"/> or <see cref="Page{T}.Checkpoint"/> of the one before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page, with the time to go on from.</returns>
    public Task<Page<TicketEvent>> TicketEventsPageAsync(DateTimeOffset since, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        ChangedTicketEvents(since).PageAsync(options, cancellationToken);

    /// <summary>Walks through what happened to the clocks of tickets since a time, to the last change there is.</summary>
    /// <param name="since">The time, at least a minute ago. It is not used where <see cref="PageOptions.After"/> says where to begin.</param>
    /// <param name="withChanges">Whether changes of earlier events are there too (<c>include_changes</c>).</param>
    /// <param name="options">Where to begin. The size of a page is Zendesk's: up to 1,000.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The events, each once, in their order.</returns>
    public IAsyncEnumerable<TicketMetricEvent> TicketMetricEventsAsync(DateTimeOffset since, bool withChanges = false, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        ChangedTicketMetricEvents(since, withChanges).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of what happened to the clocks of tickets since a time. What changed in the second that the page reaches comes again with the next.</summary>
    /// <param name="since">The time, at least a minute ago. It is not used where <see cref="PageOptions.After"/> says where to begin.</param>
    /// <param name="withChanges">Whether changes of earlier events are there too (<c>include_changes</c>).</param>
    /// <param name="options">The <see cref="Page{T}.Next"/> or <see cref="Page{T}.Checkpoint"/> of the page before. The size of a page is Zendesk's: up to 1,000.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page, with the time to go on from.</returns>
    public Task<Page<TicketMetricEvent>> TicketMetricEventsPageAsync(DateTimeOffset since, bool withChanges = false, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        ChangedTicketMetricEvents(since, withChanges).PageAsync(options, cancellationToken);

    private PagedList<Ticket> ChangedTickets(DateTimeOffset since) => new(_transport, ExportAnswers.Root.Then("tickets/cursor"), TicketAnswers.Pages, new ExportPages(since));

    // Zendesk goes by the time of its own changes, which leave the time of the last update as it is.
    private PagedList<Ticket> ChangedTicketsByTime(DateTimeOffset since) => new(
        _transport, ExportAnswers.Root.Then("tickets"), TicketAnswers.Pages, new TimePages(since), static ticket => new(ticket.Id, ticket.UpdatedAt, ticket.GeneratedAt));

    private PagedList<User> ChangedUsers(DateTimeOffset since) => new(_transport, ExportAnswers.Root.Then("users/cursor"), UserAnswers.Pages, new ExportPages(since));

    private PagedList<User> ChangedUsersByTime(DateTimeOffset since) => new(
        _transport, ExportAnswers.Root.Then("users"), UserAnswers.Pages, new TimePages(since), static user => new(user.Id, user.UpdatedAt));

    private PagedList<Organization> ChangedOrganizations(DateTimeOffset since) => new(
        _transport, ExportAnswers.Root.Then("organizations"), OrganizationAnswers.Pages, new TimePages(since), static organization => new(organization.Id, organization.UpdatedAt));

    private PagedList<TicketEvent> ChangedTicketEvents(DateTimeOffset since) => new(
        _transport, ExportAnswers.Root.Then("ticket_events"), ExportAnswers.TicketEvents, new TimePages(since), static update => new(update.Id, update.CreatedAt, update.Timestamp));

    // With a size it would come in another way of paging, which has no place to go on from on another day.
    private PagedList<TicketMetricEvent> ChangedTicketMetricEvents(DateTimeOffset since, bool withChanges) => new(
        _transport,
        ExportAnswers.Root.Then("ticket_metric_events").With("include_changes", withChanges ? "true" : null),
        ExportAnswers.TicketMetricEvents,
        new TimePages(since, hasSize: false),
        static change => new(change.Id, change.Time) { IsDeleted = change.IsDeleted });
}
