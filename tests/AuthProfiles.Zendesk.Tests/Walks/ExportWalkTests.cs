using System.Net;
using AuthProfiles.Testing;
using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Walks;

/// <summary>Exports as a service gives them, with the borders that a caller has to know.</summary>
[TestFixture]
public sealed class ExportWalkTests
{
    private LargeAccount _account = null!;

    [SetUp]
    public void Fill() => _account = new LargeAccount(tickets: 1_000);

    [TearDown]
    public async Task DisposeAsync() => await _account.DisposeAsync();

    [Test]
    public async Task By_time_the_tickets_of_a_border_come_twice_and_none_is_missing()
    {
        var (ids, repeated, place) = (new HashSet<long>(), 0, (string?)null);
        Page<Ticket> page;
        do
        {
            page = await _account.Zendesk.Exports.TicketsByTimePageAsync(ManualClock.Start, new() { After = place });
            repeated += page.Items.Count(ticket => !ids.Add(ticket.Id));
            place = page.Next;
        }
        while (place is not null);

        Assert.That(ids, Has.Count.EqualTo(1_000));
        Assert.That(repeated, Is.Positive);
        Assert.That(page.Checkpoint, Is.Not.Null);
    }

    [Test]
    public async Task A_checkpoint_goes_on_another_day_with_what_changed_deletions_included()
    {
        var last = await LastAsync(place: null);
        _account.Local.Clock.Advance(TimeSpan.FromDays(1));
        await _account.Zendesk.Tickets.UpdateAsync(7, new() { Priority = TicketPriority.Low });
        await _account.Zendesk.Tickets.DeleteAsync(8);
        _account.Local.Clock.Advance(TimeSpan.FromMinutes(2));

        var page = await _account.Zendesk.Exports.TicketsPageAsync(ManualClock.Start, new() { After = last.Checkpoint });

        Assert.That(page.Items.Select(static ticket => (ticket.Id, ticket.Status!.Value.Value)), Is.EquivalentTo(new[] { (7L, "open"), (8L, "deleted") }));
        Assert.That(page.Next, Is.Null);
    }

    [Test]
    public async Task The_last_minute_can_not_be_asked_for()
    {
        var error = await Assert.ThrowsAsync<ZendeskException>(() => _account.Zendesk.Exports.TicketsPageAsync(_account.Local.Clock.UtcNow));

        Assert.That((error!.Kind, error.Description), Is.EqualTo((ZendeskErrorKind.Invalid, "Too recent start_time. Use a start_time older than 60 seconds")));
    }

    [Test]
    public async Task A_search_export_ends_with_its_cursor_an_hour_after_it_began()
    {
        var whole = await _account.Zendesk.Search.ExportTicketsAsync("fire").CollectAsync();
        var begun = _account.Zendesk.Search.ExportTicketsAsync("fire", new() { PageSize = 10 }).GetAsyncEnumerator();
        for (var i = 0; i < 10; i++)
        {
            await begun.MoveNextAsync();
        }

        _account.Local.Clock.Advance(TimeSpan.FromHours(1));
        var error = await Assert.ThrowsAsync<ZendeskException>(async () => await begun.MoveNextAsync());

        Assert.That(whole.Select(static ticket => ticket.Id), Is.EqualTo(Enumerable.Range(1, 1_000)));
        Assert.That((error!.Kind, error.ErrorCode, error.IsTransient), Is.EqualTo((ZendeskErrorKind.Invalid, "InvalidCursor", false)));
        await begun.DisposeAsync();
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_token_that_is_revoked_on_the_way_is_replaced_and_the_walk_goes_on(bool isExport)
    {
        var tickets = isExport ? _account.Zendesk.Exports.TicketsAsync(ManualClock.Start) : _account.Zendesk.Tickets.ListAsync();
        var ids = new List<long>();
        await foreach (var ticket in tickets)
        {
            ids.Add(ticket.Id);
            if (ids.Count == 450)
            {
                _account.Local.AuthorizationServer.RevokeAccessTokens();
            }
        }

        Assert.That(ids, Is.EqualTo(Enumerable.Range(1, 1_000)));
        Assert.That(_account.Local.Zendesk.Requests.Count(static request => request.Status == HttpStatusCode.Unauthorized), Is.EqualTo(1));
        Assert.That(_account.Local.AuthorizationServer.Issued, Is.EqualTo(2));
    }

    private async Task<Page<Ticket>> LastAsync(string? place)
    {
        while (true)
        {
            var page = await _account.Zendesk.Exports.TicketsPageAsync(ManualClock.Start, new() { After = place });
            if (page.Next is null)
            {
                return page;
            }

            place = page.Next;
        }
    }
}
