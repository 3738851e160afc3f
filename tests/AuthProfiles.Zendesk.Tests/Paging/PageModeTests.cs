using System.Net;
using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Paging;

[TestFixture]
public sealed class PageModeTests
{
    private static readonly DateTimeOffset Since = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    [Test]
    public async Task A_list_is_asked_for_in_an_order_and_with_what_comes_along()
    {
        var users = Includes.Raw("users");
        using var service = StubService.Json("""{"tickets":[{"id":1}],"users":[{"id":7,"name":"Mia"}],"groups":[{"id":8}],"meta":{"has_more":false}}""");

        var page = await service.Client().Tickets.ListPageAsync(new() { PageSize = 5, Sort = "-updated_at", Include = [users, Includes.Raw("dates")] });

        Assert.That(service.Only.Path, Is.EqualTo("api/v2/tickets?page%5Bsize%5D=5&sort=-updated_at&include=users%2Cdates"));
        Assert.That(page.Included.Of(users).Select(user => user.RootElement.GetProperty("name").GetString()), Is.EqualTo(new[] { "Mia" }));
        Assert.That(page.Included.Of(Includes.Raw("groups")), Is.Empty, "It was not asked for.");
    }

    [Test]
    public async Task A_record_comes_with_others()
    {
        var users = Includes.Raw("users");
        using var service = StubService.Json("""{"users":[{"id":7}],"ticket":{"id":5}}""");

        var ticket = await service.Client().Tickets.GetAsync(5, [users]);

        Assert.That(service.Only.Path, Is.EqualTo("api/v2/tickets/5?include=users"));
        Assert.That((ticket.Item.Id, ticket.Included.Of(users).Count), Is.EqualTo((5L, 1)));
    }

    [Test]
    public async Task Numbered_pages_are_walked_by_their_numbers_and_never_by_an_address()
    {
        using var service = new StubService(request => StubService.JsonAnswer(request.Path.EndsWith("&page=1", StringComparison.Ordinal)
            ? """{"tickets":[{"id":1}],"count":2,"next_page":"https://evil.example/steal"}"""
            : """{"tickets":[{"id":2}],"count":2,"next_page":null}"""));

        var tickets = await service.Client().Tickets.ListAsync(new() { IsNumbered = true, PageSize = 1, Sort = "-id" }).CollectAsync();

        Assert.That(tickets.Select(ticket => ticket.Id), Is.EqualTo(new[] { 1L, 2 }));
        Assert.That(service.Requests.Select(request => request.Path), Is.EqualTo(new[]
        {
            "api/v2/tickets?sort_by=id&sort_order=desc&per_page=1&page=1",
            "api/v2/tickets?sort_by=id&sort_order=desc&per_page=1&page=2",
        }));
    }

    [Test]
    public async Task Beyond_ten_thousand_items_comes_advice_not_silence()
    {
        using var service = StubService.Json("""{"tickets":[{"id":1}],"count":20000,"next_page":"x"}""");
        var tickets = service.Client().Tickets;

        var last = await tickets.ListPageAsync(new() { IsNumbered = true, After = "100" });
        var exception = await Assert.CatchAsync<ZendeskException>(() => tickets.ListPageAsync(new() { IsNumbered = true, After = last.Next }));

        Assert.That((last.Next, last.Total), Is.EqualTo(("101", 20000L)));
        Assert.That(exception!.Kind, Is.EqualTo(ZendeskErrorKind.PageLimit));
        Assert.That(exception.Message, Does.Contain("10,000").And.Contain("IsNumbered"));
        Assert.That(service.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_walk_ends_at_the_limit_with_the_advice_and_not_before()
    {
        var id = 0;
        using var service = new StubService(_ => StubService.JsonAnswer($$"""{"tickets":[{"id":{{++id}}}],"next_page":"x"}"""));
        var found = new List<Ticket>();

        var exception = await Assert.CatchAsync<ZendeskException>(() => service.Client().Tickets.ListAsync(new() { IsNumbered = true }).CollectAsync(found));

        Assert.That(exception!.Kind, Is.EqualTo(ZendeskErrorKind.PageLimit));
        Assert.That(found, Has.Count.EqualTo(100));
    }

    [Test]
    public async Task A_cursor_beside_the_items_is_followed_too()
    {
        using var service = new StubService(request => StubService.JsonAnswer(request.Path.Contains("after", StringComparison.Ordinal)
            ? """{"tickets":[{"id":2}],"after_cursor":null,"after_url":null}"""
            : """{"tickets":[{"id":1}],"after_cursor":"MTUw|=","after_url":"https://evil.example/","before_cursor":"x","before_url":"y"}"""));

        var tickets = await service.Client().Tickets.ListAsync().CollectAsync();

        Assert.That(tickets, Has.Count.EqualTo(2));
        Assert.That(service.Requests[1].Path, Does.EndWith("page%5Bafter%5D=MTUw%7C%3D"));
    }

    [Test]
    public async Task An_export_goes_on_by_cursor_until_nothing_is_left_for_now()
    {
        using var service = new StubService(request => StubService.JsonAnswer(request.Path.Contains("cursor=", StringComparison.Ordinal)
            ? """{"tickets":[{"id":2}],"after_cursor":"later","after_url":"x","end_of_stream":true}"""
            : """{"tickets":[{"id":1}],"after_cursor":"a+b=","after_url":"x","end_of_stream":false}"""));
        var exports = service.Client().Exports;

        var tickets = await exports.TicketsAsync(Since).CollectAsync();
        var last = await exports.TicketsPageAsync(Since, new() { After = "a+b=" });

        Assert.That(tickets.Select(ticket => ticket.Id), Is.EqualTo(new[] { 1L, 2 }));
        Assert.That((last.Next, last.Checkpoint), Is.EqualTo(((string?)null, "later")));
        Assert.That(service.Requests[0].Path, Is.EqualTo("api/v2/incremental/tickets/cursor?per_page=100&start_time=1700000000"));
        Assert.That(service.Requests[1].Path, Is.EqualTo("api/v2/incremental/tickets/cursor?per_page=100&cursor=a%2Bb%3D"));
        Assert.That(service.Requests[2].Path, Is.EqualTo(service.Requests[1].Path));
    }

    [Test]
    public async Task An_export_by_time_goes_on_from_the_time_that_it_reached()
    {
        using var service = new StubService(request => StubService.JsonAnswer(request.Path.EndsWith("1700000000", StringComparison.Ordinal)
            ? """{"tickets":[{"id":1}],"count":1000,"end_time":1700000500,"next_page":"x","end_of_stream":false}"""
            : """{"tickets":[{"id":2}],"count":1,"end_time":1700000600,"next_page":"x","end_of_stream":true}"""));
        var exports = service.Client().Exports;

        var first = await exports.TicketsByTimePageAsync(Since);
        await exports.TicketsByTimePageAsync(Since, new() { After = first.Next });

        Assert.That((first.Next, first.Checkpoint), Is.EqualTo(("1700000500", "1700000500")));
        Assert.That(service.Requests.Select(request => request.Path), Is.EqualTo(new[]
        {
            "api/v2/incremental/tickets?per_page=100&start_time=1700000000",
            "api/v2/incremental/tickets?per_page=100&start_time=1700000500",
        }));
    }

    [Test]
    public async Task A_search_is_exported_by_cursor_whatever_is_asked_for()
    {
        using var service = new StubService(request => StubService.JsonAnswer(request.Path.Contains("after", StringComparison.Ordinal)
            ? """{"results":[{"id":2}],"meta":{"has_more":false}}"""
            : """{"results":[{"id":1}],"meta":{"has_more":true,"after_cursor":"n"}}"""));

        var tickets = await service.Client().Search.ExportTicketsAsync("x", new() { IsNumbered = true }).CollectAsync();

        Assert.That(tickets.Select(ticket => ticket.Id), Is.EqualTo(new[] { 1L, 2 }));
        Assert.That(service.Requests[0].Path, Does.EndWith("page%5Bsize%5D=100"));
    }

    [Test]
    public async Task A_list_that_comes_by_cursor_although_it_was_asked_for_by_number_does_not_end_early()
    {
        using var service = StubService.Json("""{"tickets":[{"id":1}],"meta":{"has_more":true,"after_cursor":"n"}}""");

        var exception = await Assert.CatchAsync<ZendeskException>(() => service.Client().Tickets.ListAsync(new() { IsNumbered = true }).CollectAsync());

        Assert.That(exception!.Kind, Is.EqualTo(ZendeskErrorKind.UnexpectedAnswer));
    }

    [TestCase("""{"tickets":[],"after_cursor":"a"}""")]
    [TestCase("""{"tickets":[],"end_of_stream":false,"after_cursor":null}""")]
    public async Task An_export_that_would_end_early_is_an_error(string body)
    {
        using var service = StubService.Json(body);

        var exception = await Assert.CatchAsync<ZendeskException>(() => service.Client().Exports.TicketsAsync(Since).CollectAsync());

        Assert.That(exception!.Kind, Is.EqualTo(ZendeskErrorKind.UnexpectedAnswer));
    }

    [Test]
    public async Task A_rate_limit_in_mid_walk_loses_no_item_and_repeats_none()
    {
        var answers = 0;
        using var service = new StubService(request => ++answers switch
        {
            2 => Limited(7),
            3 => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new BrokenStream()) },
            4 => StubService.JsonAnswer("{}", HttpStatusCode.BadGateway),
            _ when request.Path.Contains("after", StringComparison.Ordinal) => StubService.JsonAnswer("""{"tickets":[{"id":3}],"meta":{"has_more":false}}"""),
            _ => StubService.JsonAnswer("""{"tickets":[{"id":1},{"id":2}],"meta":{"has_more":true,"after_cursor":"n"}}"""),
        });
        var clock = new InstantClock();

        var tickets = await service.Client(time: clock).Tickets.ListAsync().CollectAsync();

        Assert.That(tickets.Select(ticket => ticket.Id), Is.EqualTo(new[] { 1L, 2, 3 }));
        Assert.That(service.Requests.Skip(1).Select(request => request.Path).Distinct().Count(), Is.EqualTo(1));
        Assert.That(clock.Waits, Is.EqualTo(new[] { 7d, 2 }));
    }

    [Test]
    public async Task A_walk_that_may_not_wait_ends_and_can_go_on_where_it_was()
    {
        var answers = 0;
        using var service = new StubService(request => ++answers == 2
            ? Limited(7)
            : StubService.JsonAnswer(answers == 1 ? """{"tickets":[{"id":1}],"meta":{"has_more":true,"after_cursor":"n"}}""" : """{"tickets":[{"id":2}],"meta":{"has_more":false}}"""));
        await using var walk = service.Client().Tickets.ListAsync(new() { LongestWait = TimeSpan.Zero }).GetAsyncEnumerator();

        Assert.That(await walk.MoveNextAsync(), Is.True);
        var exception = await Assert.CatchAsync<ZendeskException>(async () => await walk.MoveNextAsync());
        Assert.That(await walk.MoveNextAsync(), Is.True);

        Assert.That((exception!.Kind, exception.RetryAfter), Is.EqualTo((ZendeskErrorKind.RateLimited, TimeSpan.FromSeconds(7))));
        Assert.That(service.Requests[2].Path, Is.EqualTo(service.Requests[1].Path), "the same page");
        Assert.That(walk.Current.Id, Is.EqualTo(2));
        Assert.That(await walk.MoveNextAsync(), Is.False);
    }

    [Test]
    public async Task A_service_that_stays_away_ends_the_walk_within_its_bound()
    {
        using var service = new StubService(_ => StubService.JsonAnswer("{}", HttpStatusCode.ServiceUnavailable));
        var clock = new InstantClock();

        var exception = await Assert.CatchAsync<ZendeskException>(() => service.Client(time: clock).Tickets.ListAsync(new() { LongestWait = TimeSpan.FromSeconds(10) }).CollectAsync());

        Assert.That(exception!.Kind, Is.EqualTo(ZendeskErrorKind.Unavailable));
        Assert.That(clock.Waits, Is.EqualTo(new[] { 1d, 2, 4 }));
    }

    [Test]
    public async Task Members_without_a_property_are_kept_only_where_it_is_asked()
    {
        using var service = StubService.Json("""{"ticket":{"id":5,"dates":{"assignee_updated_at":"x"},"\u0073las":[1]}}""");
        var client = service.Client();

        var without = await client.Tickets.GetAsync(5);
        var with = await client.KeepingUnknownMembers().Tickets.GetAsync(5);

        Assert.That(without, Is.EqualTo(new Ticket { Id = 5 }));
        Assert.That(with.AdditionalProperties.Keys, Is.EquivalentTo(new[] { "dates", "slas" }));
        Assert.That(with.AdditionalProperties["dates"].GetProperty("assignee_updated_at").GetString(), Is.EqualTo("x"));
    }

    private static HttpResponseMessage Limited(int seconds)
    {
        var answer = StubService.JsonAnswer("""{"error":"APIRateLimitExceeded"}""", HttpStatusCode.TooManyRequests);
        answer.Headers.Add("Retry-After", seconds.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return answer;
    }
}
