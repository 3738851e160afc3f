using System.Net;
using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Views;

[TestFixture]
public sealed class ViewTests
{
    private const string View = """
        {"active":true,"conditions":{"all":[{"field":"status","operator":"less_than","value":"solved"},{"field":"current_tags","operator":"includes","value":["a","b"]}],"any":[{"field":"assignee_id","operator":"is","value":null}]},
        "created_at":"2009-07-20T22:55:29Z","default":false,"description":"View for recent tickets","execution":{"columns":[{"id":"status","title":"Status"},{"id":5,"title":"Account","type":"text","url":"https://example.zendesk.com/api/v2/ticket_fields/5.json"}],
        "group":{"id":"status","order":"desc","title":"Status"},"sort":{"id":9000000000001,"order":"asc","title":"Updated"},"group_by":"status"},"id":25,"position":8,"raw_title":"{{dc.x}}","restriction":{"id":"4","ids":[4,5],"type":"Group"},
        "title":"Tickets updated <12 Hours","updated_at":"2011-05-05T10:38:52Z","url":"https://example.zendesk.com/api/v2/views/25.json","watchable":true}
        """;

    [Test]
    public async Task The_members_of_a_view_are_read()
    {
        using var service = StubService.Json($$"""{"view":{{View}}}""");

        var view = await service.Client().KeepingUnknownMembers().Views.GetAsync(25);

        Assert.That((view.Id, view.Title, view.RawTitle, view.Description), Is.EqualTo((25L, "Tickets updated <12 Hours", "{{dc.x}}", "View for recent tickets")));
        Assert.That((view.IsActive, view.IsDefault, view.Position, view.Url), Is.EqualTo(((bool?)true, (bool?)false, (long?)8, "https://example.zendesk.com/api/v2/views/25.json")));
        Assert.That((view.CreatedAt?.Year, view.UpdatedAt?.Year, view.AdditionalProperties.Keys.Single()), Is.EqualTo(((int?)2009, (int?)2011, "watchable")));
        Assert.That(view.All, Is.EqualTo(new[] { new ViewCondition("status", "less_than", "solved"), new ViewCondition("current_tags", "includes", CustomFieldValue.FromStrings("a", "b")) }));
        Assert.That(view.Any, Is.EqualTo(new[] { new ViewCondition("assignee_id", "is", default) }));
        Assert.That((view.Restriction!.Type, view.Restriction.Id, view.Restriction.Ids), Is.EqualTo(("Group", (long?)4, new long[] { 4, 5 })));
        Assert.That(view.Execution!.Columns, Is.EqualTo(new[] { new ViewColumn("status", "Status", null, null), new ViewColumn("5", "Account", "text", "https://example.zendesk.com/api/v2/ticket_fields/5.json") }));
        Assert.That((view.Execution.Group, view.Execution.Sort), Is.EqualTo((new ViewOrder("status", "Status", true), new ViewOrder("9000000000001", "Updated", false))));
    }

    [Test]
    public async Task Empty_objects_are_read_as_nothing()
    {
        using var service = StubService.Json("""{"view":{"id":25,"conditions":{},"execution":{},"restriction":{}}}""");

        var view = await service.Client().Views.GetAsync(25);

        Assert.That((view.All.Count, view.Any.Count, view.Execution!.Columns.Count, view.Execution.Group, view.Restriction), Is.EqualTo((0, 0, 0, (ViewOrder?)null, (ViewRestriction?)null)));
    }

    [Test]
    public async Task A_page_of_a_view_has_its_columns_rows_and_groups()
    {
        using var service = StubService.Json($$$"""
            {"columns":[{"id":"locale","title":"Locale"},{"id":5,"title":"Account"}],"groups":[{"id":1,"name":"Support"}],"view":{{{View}}},"users":[{"id":7,"name":"Mia"}],
            "rows":[{"group":1,"locale":"en-US","custom_fields":[{"id":5,"value":"x"}],"ticket":{"id":35436,"subject":"Help","description":"Fire","status":"open","type":"incident","priority":"high","url":"u","last_comment":{} } },{"ticket":{} },{"locale":null}],
            "meta":{"has_more":true,"after_cursor":"eyJhIjoxfQ=="}}
            """);

        var page = await service.Client().KeepingUnknownMembers().Views.ExecutePageAsync(25, new() { Include = [Includes.Users] });

        Assert.That((page.View!.Id, page.Next, page.Total, page.Rows.Count), Is.EqualTo((25L, "eyJhIjoxfQ==", (long?)null, 3)));
        Assert.That(page.Columns.Select(column => column.Id), Is.EqualTo(new[] { "locale", "5" }));
        Assert.That(page.Groups.Single().GetProperty("name").GetString(), Is.EqualTo("Support"));
        Assert.That(page.Included.Of(Includes.Users).Single().Id, Is.EqualTo(7));
        var row = page.Rows[0];
        Assert.That((row.Values["locale"].GetString(), row.Values["group"].GetInt32(), row.Values["custom_fields"][0].GetProperty("value").GetString()), Is.EqualTo(("en-US", 1, "x")));
        Assert.That((row.Ticket!.Id, row.Ticket.Subject, row.Ticket.Description, row.Ticket.Url), Is.EqualTo(((long?)35436, "Help", "Fire", "u")));
        Assert.That((row.Ticket.Status, row.Ticket.Type, row.Ticket.Priority), Is.EqualTo(((TicketStatus?)TicketStatus.Open, (TicketType?)TicketType.Incident, (TicketPriority?)TicketPriority.High)));
        Assert.That(row.Ticket.AdditionalProperties.Keys, Is.EqualTo(new[] { "last_comment" }));
        Assert.That((page.Rows[1].Ticket!.Id, page.Rows[2].Ticket), Is.EqualTo(((long?)null, (ViewTicket?)null)));
    }

    [Test]
    public async Task Numbered_pages_of_a_view_say_how_many_rows_there_are()
    {
        using var service = StubService.Json("""{"columns":[],"rows":[{"ticket":{"id":1}}],"count":7,"next_page":"https://evil.example/"}""");

        var page = await service.Client().Views.ExecutePageAsync(25, new() { IsNumbered = true, PageSize = 1 });

        Assert.That((page.Next, page.Total), Is.EqualTo(("2", (long?)7)));
    }

    [Test]
    public async Task A_preview_has_columns_and_rows_and_no_view()
    {
        using var service = StubService.Json("""{"columns":[{"id":"subject","title":"Subject"}],"rows":[{"subject":"en-US","ticket":{}}],"view":{},"groups":null}""");

        var page = await service.Client().Views.PreviewAsync(new() { All = [new("status", "is", "open")] });

        Assert.That((page.View, page.Columns.Single().Title, page.Rows.Single().Values["subject"].GetString(), page.Groups.Count, page.Next), Is.EqualTo(((View?)null, "Subject", "en-US", 0, (string?)null)));
    }

    [Test]
    public async Task Rows_are_walked_over_their_pages()
    {
        using var service = new StubService(request => StubService.JsonAnswer(request.Path.Contains("after", StringComparison.Ordinal)
            ? """{"columns":[],"rows":[{"ticket":{"id":2}}],"meta":{"has_more":false}}"""
            : """{"columns":[],"rows":[{"ticket":{"id":1}}],"meta":{"has_more":true,"after_cursor":"a="}}"""));

        var rows = await service.Client().Views.ExecuteAsync(25).CollectAsync();

        Assert.That(rows.Select(row => row.Ticket!.Id), Is.EqualTo(new long?[] { 1, 2 }));
    }

    [Test]
    public async Task The_limit_of_a_view_is_waited_for_in_mid_walk()
    {
        var answers = 0;
        using var service = new StubService(_ =>
        {
            if (++answers != 1)
            {
                return StubService.JsonAnswer("""{"tickets":[{"id":1}],"meta":{"has_more":false}}""");
            }

            var limited = StubService.JsonAnswer("{}", HttpStatusCode.TooManyRequests);
            limited.Headers.RetryAfter = new(TimeSpan.FromSeconds(12));
            return limited;
        });
        var clock = new InstantClock();

        var tickets = await service.Client(time: clock).Views.ListTicketsAsync(25).CollectAsync();

        Assert.That((tickets.Count, clock.Waits.Single()), Is.EqualTo((1, 12d)));
    }

    [Test]
    public async Task A_count_that_is_not_there_yet_is_not_zero()
    {
        using var service = StubService.Json("""
            {"view_counts":[{"fresh":true,"pretty":"~700","url":"https://company.zendesk.com/api/v2/views/25/count.json","value":719,"view_id":25,"active":true},{"fresh":false,"pretty":"...","value":null,"view_id":78},{"view_id":79}]}
            """);

        var counts = await service.Client().Views.CountManyAsync([25, 78, 79]);

        Assert.That(counts, Is.EqualTo(new[]
        {
            new ViewCount { ViewId = 25, Value = 719, Pretty = "~700", IsFresh = true, IsActive = true, Url = "https://company.zendesk.com/api/v2/views/25/count.json" },
            new ViewCount { ViewId = 78, Value = null, Pretty = "...", IsFresh = false },
            new ViewCount { ViewId = 79 },
        }));
    }

    [Test]
    public async Task An_export_says_how_far_it_is()
    {
        using var service = StubService.Json("""{"export":{"status":"starting","view_id":25,"x":1}}""");

        Assert.That(await service.Client().Views.ExportAsync(25), Is.EqualTo(new ViewExport(25, "starting")));
    }

    [Test]
    public async Task Views_are_read_by_their_ids_a_hundred_at_a_time()
    {
        using var service = StubService.Json("""{"views":[{"id":1}]}""");

        var views = await service.Client().Views.GetManyAsync(Enumerable.Range(1, 101).Select(id => (long)id));

        Assert.That((views.Count, service.Requests.Count, service.Requests[1].Path), Is.EqualTo((2, 2, "api/v2/views/show_many?ids=101")));
    }

    [Test]
    public async Task A_view_without_an_id_is_an_error()
    {
        using var service = StubService.Json("""{"view":{"title":"x"}}""");

        var error = await Assert.CatchAsync<ZendeskException>(() => service.Client().Views.GetAsync(1));

        Assert.That(error!.Kind, Is.EqualTo(ZendeskErrorKind.UnexpectedAnswer));
    }
}
