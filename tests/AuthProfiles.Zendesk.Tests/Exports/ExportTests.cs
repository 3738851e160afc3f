using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Exports;

/// <summary>Exports by time: pages that share a second, ends that have no name, and places to go on from.</summary>
[TestFixture]
public sealed class ExportTests
{
    private static readonly DateTimeOffset Since = DateTimeOffset.FromUnixTimeSeconds(100);

    [Test]
    public async Task What_two_pages_share_comes_once()
    {
        using var service = Pages(
            """{"users":[{"id":1,"updated_at":"1970-01-01T00:01:41Z"},{"id":2,"updated_at":"1970-01-01T00:03:20Z"},{"id":3,"updated_at":"1970-01-01T00:03:20Z"}],"end_time":200,"end_of_stream":false}""",
            """{"users":[{"id":2,"updated_at":"1970-01-01T00:03:20Z"},{"id":3,"updated_at":"1970-01-01T00:03:20Z"},{"id":4,"updated_at":"1970-01-01T00:05:00Z"}],"end_time":300,"end_of_stream":true}""");

        var users = await service.Client().Exports.UsersByTimeAsync(Since).CollectAsync();

        Assert.That(users.Select(user => user.Id), Is.EqualTo(new long[] { 1, 2, 3, 4 }));
        Assert.That(service.Requests.Select(StartOf), Is.EqualTo(new[] { 100L, 200 }));
    }

    [Test]
    public async Task What_changed_meanwhile_comes_again()
    {
        using var service = Pages(
            """{"organizations":[{"id":2,"updated_at":"1970-01-01T00:03:20Z","name":"a"}],"end_time":200,"end_of_stream":false}""",
            """{"organizations":[{"id":2,"updated_at":"1970-01-01T00:03:21Z","name":"b"}],"end_time":300,"end_of_stream":true}""");

        var organizations = await service.Client().Exports.OrganizationsAsync(Since).CollectAsync();

        Assert.That(organizations.Select(organization => organization.Name), Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public async Task A_ticket_that_Zendesk_itself_changed_comes_again_though_its_update_is_the_same()
    {
        using var service = Pages(
            """{"tickets":[{"id":2,"updated_at":"1970-01-01T00:00:50Z","generated_timestamp":200},{"id":3,"updated_at":"1970-01-01T00:00:50Z","generated_timestamp":200}],"end_time":200,"end_of_stream":false}""",
            """{"tickets":[{"id":2,"updated_at":"1970-01-01T00:00:50Z","generated_timestamp":200},{"id":3,"updated_at":"1970-01-01T00:00:50Z","generated_timestamp":250}],"end_time":300,"end_of_stream":true}""");

        var tickets = await service.Client().Exports.TicketsByTimeAsync(Since).CollectAsync();

        Assert.That(tickets.Select(ticket => (ticket.Id, ticket.GeneratedAt?.ToUnixTimeSeconds())), Is.EqualTo(new (long, long?)[] { (2, 200), (3, 200), (3, 250) }));
    }

    [Test]
    public async Task An_event_that_is_taken_back_comes_again()
    {
        using var service = Pages(
            Metrics(Enumerable.Repeat("""{"id":7,"time":"1970-01-01T00:03:20Z"}""", 1000), 200),
            Metrics(["""{"id":7,"time":"1970-01-01T00:03:20Z"}""", """{"id":7,"time":"1970-01-01T00:03:20Z","deleted":true}"""], 300));

        var events = await service.Client().Exports.TicketMetricEventsAsync(Since, withChanges: true).CollectAsync();

        Assert.That(events.Select(change => change.IsDeleted), Is.EqualTo(new[] { false, true }));
    }

    [Test]
    public async Task An_export_that_does_not_name_its_end_ends_with_the_first_page_that_is_not_full()
    {
        using var service = Pages(
            Metrics(Enumerable.Range(1, 1000).Select(static id => $$"""{"id":{{id}}}"""), 200),
            Metrics(Enumerable.Range(1000, 1001).Select(static id => $$"""{"id":{{id}}}"""), 300),
            Metrics(["""{"id":2000}""", """{"id":2001}"""], 400));

        var events = await service.Client().Exports.TicketMetricEventsAsync(Since).CollectAsync();

        Assert.That(events.Select(change => change.Id), Is.EqualTo(Enumerable.Range(1, 2001).Select(id => (long)id)));
        Assert.That(service.Requests.Select(StartOf), Is.EqualTo(new[] { 100L, 200, 300 }));
    }

    [TestCase("""{"users":[{"id":1}],"count":100,"end_time":200}""", "200")]
    [TestCase("""{"users":[{"id":1}],"count":99,"end_time":200}""", null)]
    public async Task A_page_is_full_with_what_was_asked_for(string body, string? next)
    {
        using var service = StubService.Json(body);

        Assert.That((await service.Client().Exports.UsersByTimePageAsync(Since)).Next, Is.EqualTo(next));
    }

    [TestCase("""{"users":[],"count":0,"end_time":null,"next_page":null,"end_of_stream":true}""")]
    [TestCase("""{"users":[],"count":0}""")]
    public async Task An_export_without_a_change_goes_on_from_where_it_began(string body)
    {
        using var service = StubService.Json(body);

        var first = await service.Client().Exports.UsersByTimePageAsync(Since);
        var later = await service.Client().Exports.UsersByTimePageAsync(Since, new() { After = "150" });

        Assert.That((first.Checkpoint, first.Next, later.Checkpoint), Is.EqualTo(("100", (string?)null, "150")));
    }

    [TestCase("null")]
    [TestCase("\"\"")]
    public async Task A_cursor_is_kept_where_no_new_one_comes(string cursor)
    {
        using var service = StubService.Json($$"""{"users":[],"after_cursor":{{cursor}},"end_of_stream":true}""");

        var page = await service.Client().Exports.UsersPageAsync(Since, new() { After = "kept" });

        Assert.That((page.Next, page.Checkpoint), Is.EqualTo(((string?)null, "kept")));
    }

    [Test]
    public async Task An_export_goes_on_another_day_from_its_checkpoint()
    {
        using var service = Pages(
            """{"organizations":[{"id":1}],"count":1,"end_time":200,"end_of_stream":true}""",
            """{"organizations":[{"id":2}],"count":1,"end_time":300,"end_of_stream":true}""");
        var exports = service.Client().Exports;

        var last = await exports.OrganizationsPageAsync(Since);
        var later = await exports.OrganizationsAsync(DateTimeOffset.UnixEpoch, new() { After = last.Checkpoint }).CollectAsync();

        Assert.That((last.Next, last.Checkpoint, later.Single().Id), Is.EqualTo(((string?)null, "200", 2L)));
        Assert.That(StartOf(service.Requests[1]), Is.EqualTo(200));
    }

    [TestCase("""{"users":[{"id":1}],"count":1000}""")]
    [TestCase("""{"users":[{"id":1}],"end_of_stream":false}""")]
    [TestCase("""{"users":[{"id":1}],"end_time":200}""")]
    public async Task An_export_that_would_end_early_is_an_error(string body)
    {
        using var service = StubService.Json(body);

        var error = await Assert.CatchAsync<ZendeskException>(() => service.Client().Exports.UsersByTimePageAsync(Since));

        Assert.That(error!.Kind, Is.EqualTo(ZendeskErrorKind.UnexpectedAnswer));
    }

    [Test]
    public async Task A_page_that_leads_to_itself_is_an_error()
    {
        using var service = StubService.Json("""{"users":[{"id":1}],"end_time":100,"end_of_stream":false}""");
        var exports = service.Client().Exports;
        var first = await exports.UsersByTimePageAsync(Since);

        var error = await Assert.CatchAsync<ZendeskException>(() => exports.UsersByTimePageAsync(Since, new() { After = first.Next }));

        Assert.That(error!.Kind, Is.EqualTo(ZendeskErrorKind.RepeatedPage));
    }

    [Test]
    public async Task An_export_whose_time_stands_still_ends_with_an_error()
    {
        using var service = StubService.Json("""{"users":[{"id":1}],"end_time":100,"end_of_stream":false}""");
        var users = new List<User>();

        var error = await Assert.CatchAsync<ZendeskException>(() => service.Client().Exports.UsersByTimeAsync(Since).CollectAsync(users));

        Assert.That((error!.Kind, users.Count, service.Requests.Count), Is.EqualTo((ZendeskErrorKind.RepeatedPage, 1, 2)));
    }

    [Test]
    public async Task A_limit_in_mid_walk_repeats_nothing_and_loses_nothing()
    {
        var answers = 0;
        using var service = new StubService(_ => ++answers switch
        {
            1 => StubService.JsonAnswer("""{"users":[{"id":1},{"id":2}],"end_time":200,"end_of_stream":false}"""),
            2 => StubService.JsonAnswer("{}", HttpStatusCode.TooManyRequests),
            3 => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new BrokenStream()) },
            _ => StubService.JsonAnswer("""{"users":[{"id":2},{"id":3}],"end_time":300,"end_of_stream":true}"""),
        });

        var users = await service.Client(time: new InstantClock()).Exports.UsersByTimeAsync(Since).CollectAsync();

        Assert.That(users.Select(user => user.Id), Is.EqualTo(new long[] { 1, 2, 3 }));
        Assert.That(service.Requests.Skip(1).Select(StartOf), Is.EqualTo(new[] { 200L, 200, 200 }));
    }

    [Test]
    public async Task A_page_by_itself_is_as_it_came()
    {
        using var service = StubService.Json("""{"users":[{"id":1},{"id":1}],"count":2,"end_time":200,"end_of_stream":true}""");

        var page = await service.Client().Exports.UsersByTimePageAsync(Since);

        Assert.That((page.Items.Count, page.Total), Is.EqualTo((2, (long?)null)));
    }

    [Test]
    public async Task The_members_of_a_ticket_event_are_read()
    {
        using var service = StubService.Json("""
            {"ticket_events":[{"id":926256957613,"ticket_id":155,"timestamp":1601357503,"created_at":"2020-09-29T05:31:43Z","updater_id":-1,"via":"Web form","event_type":"Audit","system":{"client":"x"},
            "child_events":[{"id":91048994488,"event_type":"Comment","body":"This is a comment"},{"status":"solved","previous_value":"open"}]},
            {"id":2,"timestamp":"2020-10-26T12:53:12Z","via":{"channel":"web"},"child_events":null,"updater_id":null},{"id":3,"timestamp":-5}],"end_of_stream":true,"end_time":1601357503}
            """);

        var events = (await service.Client().KeepingUnknownMembers().Exports.TicketEventsPageAsync(Since)).Items;

        var update = events[0];
        Assert.That((update.Id, update.TicketId, update.UpdaterId, update.EventType, update.Via), Is.EqualTo((926256957613L, (long?)155, (long?)-1, "Audit", "Web form")));
        Assert.That((update.Timestamp?.ToUnixTimeSeconds(), update.CreatedAt?.Minute, update.AdditionalProperties.Keys.Single()), Is.EqualTo(((long?)1601357503, (int?)31, "system")));
        Assert.That((update.ChildEvents[0].GetProperty("body").GetString(), update.ChildEvents[1].GetProperty("status").GetString()), Is.EqualTo(("This is a comment", "solved")));
        Assert.That((events[1].Timestamp?.Year, events[1].Via, events[1].ChildEvents.Count, events[1].UpdaterId), Is.EqualTo(((int?)2020, (string?)null, 0, (long?)null)));
        Assert.That(events[2].Timestamp, Is.Null);
    }

    [Test]
    public async Task The_members_of_a_ticket_metric_event_are_read()
    {
        using var service = StubService.Json("""
            {"ticket_metric_events":[{"id":926232157301,"instance_id":1,"metric":"reply_time","ticket_id":155,"time":"2020-10-26T12:53:12Z","type":"apply_sla","deleted":true,"sla":{"target":30},"group_sla":{"target":60},"status":{"calendar":5},"x":1},
            {"id":2,"sla":null,"metric":"a_new_one","type":"a_new_one"}],"count":2,"end_time":1603716792,"next_page":"https://evil.example/"}
            """);

        var page = await service.Client().KeepingUnknownMembers().Exports.TicketMetricEventsPageAsync(Since);

        var change = page.Items[0];
        Assert.That((change.Id, change.TicketId, change.InstanceId, change.Metric, change.Type), Is.EqualTo((926232157301L, (long?)155, (long?)1, "reply_time", "apply_sla")));
        Assert.That((change.IsDeleted, change.Time?.Second, change.AdditionalProperties.Keys.Single()), Is.EqualTo((true, (int?)12, "x")));
        Assert.That((change.Sla?.GetProperty("target").GetInt32(), change.GroupSla?.GetProperty("target").GetInt32(), change.Status?.GetProperty("calendar").GetInt32()), Is.EqualTo(((int?)30, (int?)60, (int?)5)));
        Assert.That((page.Items[1].Sla, page.Items[1].IsDeleted, page.Items[1].Metric, page.Items[1].Type), Is.EqualTo(((System.Text.Json.JsonElement?)null, false, "a_new_one", "a_new_one")));
        Assert.That((page.Next, page.Checkpoint), Is.EqualTo(((string?)null, "1603716792")));
    }

    [TestCase("ticket_events")]
    [TestCase("ticket_metric_events")]
    public async Task An_event_without_an_id_is_an_error(string name)
    {
        using var service = StubService.Json($$"""{"{{name}}":[{"ticket_id":1}],"end_of_stream":true}""");
        var exports = service.Client().Exports;

        var error = await Assert.CatchAsync<ZendeskException>(() => name == "ticket_events" ? exports.TicketEventsPageAsync(Since) : exports.TicketMetricEventsPageAsync(Since));

        Assert.That(error!.Kind, Is.EqualTo(ZendeskErrorKind.UnexpectedAnswer));
    }

    private static StubService Pages(params string[] pages)
    {
        var next = 0;
        return new StubService(_ => StubService.JsonAnswer(pages[next++]));
    }

    private static string Metrics(IEnumerable<string> events, long endTime)
    {
        var all = events.ToArray();
        return $$"""{"ticket_metric_events":[{{string.Join(',', all)}}],"count":{{all.Length}},"end_time":{{endTime}}}""";
    }

    private static long StartOf(SentRequest request) => long.Parse(Regex.Match(request.Path, "start_time=([0-9]+)").Groups[1].Value, CultureInfo.InvariantCulture);
}
