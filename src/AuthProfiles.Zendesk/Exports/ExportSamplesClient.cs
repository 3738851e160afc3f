using AuthProfiles.Zendesk.Exports;
using AuthProfiles.Zendesk.Organizations;
using AuthProfiles.Zendesk.Tickets;
using AuthProfiles.Zendesk.Users;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The first items of incremental exports, to try them out: up to 50, and 10 times in 20 minutes. Immutable and thread-safe; comes from <see cref="ExportsClient.Samples"/>.</summary>
/// <remarks>Only administrators may. What the operations throw is told at <see cref="TicketsClient"/>.</remarks>
public sealed class ExportSamplesClient
{
    private readonly ZendeskTransport _transport;

    internal ExportSamplesClient(ZendeskTransport transport) => _transport = transport;

    /// <summary>Reads some of the tickets that changed since a time.</summary>
    /// <param name="since">The time, at least a minute ago.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The tickets.</returns>
    public Task<IReadOnlyList<Ticket>> TicketsAsync(DateTimeOffset since, CancellationToken cancellationToken = default) =>
        _transport.GetAsync(Path("tickets", since), TicketAnswers.Many, cancellationToken);

    /// <summary>Reads some of the updates that were made to tickets since a time.</summary>
    /// <param name="since">The time, at least a minute ago.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The updates.</returns>
    public Task<IReadOnlyList<TicketEvent>> TicketEventsAsync(DateTimeOffset since, CancellationToken cancellationToken = default) =>
        _transport.GetAsync(Path("ticket_events", since), ExportAnswers.ManyTicketEvents, cancellationToken);

    /// <summary>Reads some of the users that changed since a time.</summary>
    /// <param name="since">The time, at least a minute ago.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The users.</returns>
    public Task<IReadOnlyList<User>> UsersAsync(DateTimeOffset since, CancellationToken cancellationToken = default) =>
        _transport.GetAsync(Path("users", since), UserAnswers.Many, cancellationToken);

    /// <summary>Reads some of the organizations that changed since a time.</summary>
    /// <param name="since">The time, at least a minute ago.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The organizations.</returns>
    public Task<IReadOnlyList<Organization>> OrganizationsAsync(DateTimeOffset since, CancellationToken cancellationToken = default) =>
        _transport.GetAsync(Path("organizations", since), OrganizationAnswers.Many, cancellationToken);

    private static ApiPath Path(string resource, DateTimeOffset since) => ExportAnswers.Root.Then(resource).Then("sample").With("start_time", since.ToUnixTimeSeconds());
}
