using System.Net;
using System.Text.RegularExpressions;
using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Tickets;

[TestFixture]
public sealed class TicketSearchTests
{
    [Test]
    public async Task A_search_adds_the_type_and_escapes_the_query()
    {
        using var service = new StubService(_ => Answer([1, 2], count: 2, more: false));

        var found = await service.Client().Tickets.SearchAsync("status:open \"a&b=c#d\" größer+").CollectAsync();

        Assert.That(found.Select(ticket => ticket.Id), Is.EqualTo(new[] { 1L, 2 }));
        Assert.That(service.Only.Path, Is.EqualTo("api/v2/search?query=type%3Aticket%20status%3Aopen%20%22a%26b%3Dc%23d%22%20gr%C3%B6%C3%9Fer%2B&sort_by=created_at&sort_order=desc&per_page=100&page=1"));
    }

    [Test]
    public async Task Results_of_other_types_are_left_out()
    {
        using var service = StubService.Json("""{"results":[{"id":1,"result_type":"user"},{"result_type":"group","name":"x"},{"id":2,"result_type":"ticket"},{"id":3}],"count":4,"next_page":null}""");

        var found = await service.Client().Tickets.SearchAsync("x").CollectAsync();

        Assert.That(found.Select(ticket => ticket.Id), Is.EqualTo(new[] { 2L, 3 }));
    }

    [Test]
    public async Task Solving_what_was_found_loses_none_and_no_ticket_comes_twice()
    {
        var open = Enumerable.Range(1, 250).Select(id => (long)id).ToList();
        using var service = new StubService(request => Answer([.. open.Skip((PageOf(request) - 1) * 100).Take(100)], open.Count, open.Count > PageOf(request) * 100));
        var found = new List<long>();

        await foreach (var ticket in service.Client().Tickets.SearchAsync("status:open"))
        {
            found.Add(ticket.Id);
            open.Remove(ticket.Id);
        }

        Assert.That(found, Is.EqualTo(Enumerable.Range(1, 250)));
    }

    [Test]
    public async Task A_ticket_that_moves_to_the_next_page_comes_once()
    {
        using var service = new StubService(request => PageOf(request) == 1 ? Answer([1, 2], 3, more: true) : Answer([2, 3], 3, more: false));

        var found = await service.Client().Tickets.SearchAsync("x").CollectAsync();

        Assert.That(found.Select(ticket => ticket.Id), Is.EqualTo(new[] { 1L, 2, 3 }));
    }

    [Test]
    public async Task After_a_thousand_results_comes_advice_not_silence()
    {
        using var service = new StubService(request => Answer([.. Enumerable.Range(((PageOf(request) - 1) * 100) + 1, 100).Select(id => (long)id)], 1234, more: true));
        var found = new List<Ticket>();

        var exception = await Assert.CatchAsync<ZendeskException>(() => service.Client().Tickets.SearchAsync("x").CollectAsync(found));

        Assert.That(exception!.Kind, Is.EqualTo(ZendeskErrorKind.SearchLimit));
        Assert.That(exception.Message, Does.Contain("1234").And.Contain("Narrow").And.Contain("ListAsync"));
        Assert.That(found, Has.Count.EqualTo(1000));
        Assert.That(service.Requests, Has.Count.EqualTo(10));
    }

    [Test]
    public async Task A_thousand_results_and_no_more_are_no_error()
    {
        using var service = new StubService(request => Answer([.. Enumerable.Range(((PageOf(request) - 1) * 100) + 1, 100).Select(id => (long)id)], 1000, more: PageOf(request) < 10));

        Assert.That(await service.Client().Tickets.SearchAsync("x").CollectAsync(), Has.Count.EqualTo(1000));
    }

    [Test]
    public async Task A_page_can_be_read_by_itself()
    {
        using var service = new StubService(_ => Answer([1], 7, more: true));
        var tickets = service.Client().Tickets;

        var first = await tickets.SearchPageAsync("x", new() { PageSize = 1 });
        await tickets.SearchPageAsync("x", new() { PageSize = 1, After = first.Next });

        Assert.That((first.Next, first.Total, first.Items.Count), Is.EqualTo(("2", 7L, 1)));
        Assert.That(service.Requests.Select(request => request.Path.Split("per_page=")[1]), Is.EqualTo(new[] { "1&page=1", "1&page=2" }));
    }

    [TestCase("0")]
    [TestCase("-1")]
    [TestCase("1&x=y")]
    [TestCase("eyJhIjoxfQ==")]
    public void A_page_of_another_list_is_refused(string after)
    {
        using var service = StubService.Json("{}");

        Assert.That(() => service.Client().Tickets.SearchPageAsync("x", new() { After = after }), Throws.ArgumentException);
        Assert.That(service.Requests, Is.Empty);
    }

    [TestCase("")]
    [TestCase("  ")]
    public void An_empty_query_is_refused(string query)
    {
        using var service = StubService.Json("{}");

        Assert.That(() => service.Client().Tickets.SearchAsync(query), Throws.ArgumentException);
    }

    private static int PageOf(SentRequest request) => int.Parse(Regex.Match(request.Path, "&page=([0-9]+)$").Groups[1].Value);

    private static HttpResponseMessage Answer(long[] ids, int count, bool more) => StubService.JsonAnswer(
        $$"""{"results":[{{string.Join(',', ids.Select(id => $$"""{"id":{{id}},"result_type":"ticket"}"""))}}],"facets":null,"count":{{count}},"next_page":{{(more ? "\"https://evil.example/next\"" : "null")}},"previous_page":null}""");
}
