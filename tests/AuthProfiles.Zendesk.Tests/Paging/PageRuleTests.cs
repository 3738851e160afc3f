using System.Text.Json;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Tests.Support;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tests.Paging;

/// <summary>How each way of cutting a list asks for a page, knows the last, and refuses what would lose items; with the whole sentences.</summary>
[TestFixture]
public sealed class PageRuleTests
{
    private const string NotSaid = "The list does not say whether it goes on.";
    private const string NoCursor = "The list has more pages but no cursor for the next.";
    private const string CameNumbered = "The list came in numbered pages where a cursor was asked for.";

    private static readonly DateTimeOffset Since = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    [TestCase("""{"tickets":[]}""", null)]
    [TestCase("""{"tickets":[],"after_cursor":"a"}""", null)]
    [TestCase("""{"tickets":[],"after_cursor":"a","next_page":""}""", null)]
    [TestCase("""{"tickets":[],"after_cursor":"a","next_page":"x"}""", "a")]
    [TestCase("""{"tickets":[],"after_cursor":"a","next_page":"x","after_url":"y"}""", "a")]
    [TestCase("""{"tickets":[],"after_cursor":"a","next_page":"x","after_url":null}""", "a")]
    [TestCase("""{"tickets":[],"meta":[{"has_more":true}]}""", null)]
    [TestCase("""{"tickets":[],"meta":{}}""", null)]
    [TestCase("""{"tickets":[],"meta":{"after_cursor":""}}""", null)]
    [TestCase("""{"tickets":[],"meta":{"has_more":false,"after_cursor":"a"}}""", null)]
    [TestCase("""{"tickets":[],"meta":{"has_more":true,"after_cursor":"a"}}""", "a")]
    [TestCase("""{"tickets":[],"meta":{"more":{"after_cursor":"inner"},"after_cursor":"a","url":["has_more",{"has_more":false}],"has_more":true}}""", "a")]
    [TestCase("""{"more":{"meta":{"has_more":false},"tickets":[{"id":9}]},"tickets":[],"meta":{"has_more":true,"after_cursor":"a"}}""", "a")]
    public async Task A_list_by_cursor_goes_on_where_the_answer_says_so(string body, string? next)
    {
        using var service = StubService.Json(body);

        var page = await service.Client().Tickets.ListPageAsync();

        Assert.That((page.Next, page.Items.Count, page.Total, page.Checkpoint), Is.EqualTo((next, 0, (long?)null, (string?)null)));
    }

    [TestCase("""{"tickets":[],"meta":{"after_cursor":"a"}}""", NotSaid)]
    [TestCase("""{"tickets":[],"meta":{"has_more":null,"after_cursor":"a"}}""", NotSaid)]
    [TestCase("""{"tickets":[],"meta":{"has_more":true}}""", NoCursor)]
    [TestCase("""{"tickets":[],"meta":{"has_more":true,"after_cursor":""}}""", NoCursor)]
    [TestCase("""{"tickets":[],"next_page":"x"}""", CameNumbered)]
    [TestCase("""{"tickets":[],"after_url":"x","after_cursor":""}""", CameNumbered)]
    [TestCase("""{"meta":{"has_more":false}}""", "The list has no items.")]
    [TestCase("""[{"tickets":[]}]""", "An object was expected.")]
    public async Task A_list_by_cursor_that_would_end_early_says_what_is_missing(string body, string cause)
    {
        using var service = StubService.Json(body);

        var error = await Assert.CatchAsync<ZendeskException>(() => service.Client().Tickets.ListPageAsync());

        Assert.That((error!.Kind, error.InnerException!.Message), Is.EqualTo((ZendeskErrorKind.UnexpectedAnswer, cause)));
    }

    [TestCase(1, null, "per_page=1&page=1")]
    [TestCase(1, "1", "sort_by=id&sort_order=asc&per_page=1&page=1")]
    [TestCase(100, "7", "sort_by=id&sort_order=asc&per_page=100&page=7")]
    [TestCase(100, "100", "sort_by=id&sort_order=asc&per_page=100&page=100")]
    [TestCase(30, "334", "sort_by=id&sort_order=asc&per_page=30&page=334")]
    public void A_numbered_page_is_asked_for_by_its_number(int size, string? after, string query) =>
        Assert.That(Asked(PageMode.Numbered, new() { PageSize = size, After = after, Sort = after is null ? null : "id" }), Is.EqualTo($"api/v2/x?{query}"));

    [TestCase(100, "101")]
    [TestCase(30, "335")]
    [TestCase(1, "10001")]
    [TestCase(100, "2147483647")]
    public void A_numbered_page_beyond_the_limit_is_refused_with_advice(int size, string after)
    {
        var options = new PageOptions { PageSize = size, After = after };

        Assert.That(() => Asked(PageMode.Numbered, options), Refused(
            ZendeskErrorKind.PageLimit, "Numbered pages reach 10,000 items. Leave IsNumbered out, so that the list comes by cursor and has no end before its own."));
        Assert.That(() => Asked(PageMode.NumberedOnly, options), Refused(
            ZendeskErrorKind.PageLimit, "This list comes in numbered pages alone, and they reach 10,000 items. Narrow what is asked for, or turn the order round to reach its other end."));
        Assert.That(() => Asked(PageMode.Search, options), Refused(
            ZendeskErrorKind.SearchLimit, "A search gives its first 1,000 results. Narrow the query, for example by the time of creation, or export the search."));
    }

    [TestCase("10", true)]
    [TestCase("11", false)]
    public void A_search_ends_at_a_thousand_results(string after, bool isAsked) =>
        Assert.That(() => Asked(PageMode.Search, new() { After = after }), isAsked ? Is.EqualTo($"api/v2/x?per_page=100&page={after}") : Throws.TypeOf<ZendeskException>());

    [TestCase("0")]
    [TestCase("-1")]
    [TestCase("+1")]
    [TestCase(" 1")]
    [TestCase("1,0")]
    [TestCase("")]
    [TestCase("cursor")]
    [TestCase("99999999999")]
    public void A_numbered_page_takes_no_cursor(string after)
    {
        const string Message = "After takes the Next of the same list's page before, which is the number of a page. (Parameter 'options')";

        Assert.That(() => Asked(PageMode.Numbered, new() { After = after }), Throws.ArgumentException.With.Message.EqualTo(Message));
        Assert.That(() => PageMode.Numbered.Next(new() { HasNextPage = true }, new() { After = after }), Throws.ArgumentException.With.Message.EqualTo(Message));
    }

    [Test]
    public void A_numbered_list_goes_on_while_there_is_a_next_page()
    {
        var mode = PageMode.Numbered;

        Assert.That(mode.Next(new() { HasNextPage = true }, new()), Is.EqualTo("2"));
        Assert.That(mode.Next(new() { HasNextPage = true, HasMore = true }, new() { After = "41" }), Is.EqualTo("42"));
        Assert.That(mode.Next(new() { HasMore = false }, new()), Is.Null);
        Assert.That(mode.Next(default, new()), Is.Null);
        Assert.That(() => mode.Next(new() { HasMore = true }, new()), Throws.TypeOf<JsonException>().With.Message.EqualTo("The list came by cursor where numbered pages were asked for."));
        Assert.That((mode.Total(new() { Count = 7 }), mode.Checkpoint(new() { AfterCursor = "a", EndTime = 1 }, new())), Is.EqualTo(((long?)7, (string?)null)));
    }

    [Test]
    public void A_list_has_pages_of_100_and_an_export_of_1000()
    {
        PageMode[] lists = [PageMode.Cursor, PageMode.CursorSortedBy, PageMode.Numbered, PageMode.NumberedOnly, PageMode.Search];
        PageMode[] exports = [PageMode.SearchExport, new ExportPages(Since), new TimePages(Since)];

        Assert.That(() => Array.ForEach(lists, static mode => mode.Check(new() { PageSize = 100 })), Throws.Nothing);
        Assert.That(() => Array.ForEach(exports, static mode => mode.Check(new() { PageSize = 1000 })), Throws.Nothing);
        foreach (var mode in lists)
        {
            Assert.That(() => mode.Check(new() { PageSize = 101 }), Throws.ArgumentException.With.Message.EqualTo("A page of this list has at most 100 items: set PageSize accordingly. (Parameter 'options')"));
        }
    }

    [Test]
    public async Task A_page_that_is_too_large_is_not_asked_for()
    {
        using var service = StubService.Json("""{"tickets":[],"end_of_stream":true}""");

        await Assert.ThatAsync(() => service.Client().Tickets.ListPageAsync(new() { PageSize = 101 }), Throws.ArgumentException);
        await service.Client().Exports.TicketsPageAsync(Since, new() { PageSize = 1000, After = "c" });

        Assert.That(service.Only.Path, Is.EqualTo("api/v2/incremental/tickets/cursor?per_page=1000&cursor=c"));
    }

    [Test]
    public void Each_way_asks_for_its_order_and_its_place_in_its_own_words()
    {
        var options = new PageOptions { PageSize = 5, After = "9", Sort = "-id" };

        Assert.That(Asked(PageMode.Cursor, options), Is.EqualTo("api/v2/x?page%5Bsize%5D=5&page%5Bafter%5D=9&sort=-id"));
        Assert.That(Asked(PageMode.CursorSortedBy, options), Is.EqualTo("api/v2/x?page%5Bsize%5D=5&page%5Bafter%5D=9&sort_by=id&sort_order=desc"));
        Assert.That(Asked(PageMode.SearchExport, options), Is.EqualTo("api/v2/x?page%5Bsize%5D=5&page%5Bafter%5D=9&sort=-id"));
        Assert.That(Asked(PageMode.NumberedOnly, options), Is.EqualTo("api/v2/x?sort_by=id&sort_order=desc&per_page=5&page=9"));
        Assert.That(Asked(new ExportPages(Since), options), Is.EqualTo("api/v2/x?per_page=5&cursor=9"));
        Assert.That(Asked(new ExportPages(Since), new()), Is.EqualTo("api/v2/x?per_page=100&start_time=1700000000"));
        Assert.That(Asked(new TimePages(Since), options), Is.EqualTo("api/v2/x?per_page=5&start_time=9"));
        Assert.That(Asked(new TimePages(Since, hasSize: false), new()), Is.EqualTo("api/v2/x?start_time=1700000000"));
    }

    [Test]
    public void Only_a_list_with_cursors_can_be_had_in_numbers()
    {
        var numbered = new PageOptions { IsNumbered = true };

        Assert.That(PageMode.Cursor.For(numbered), Is.SameAs(PageMode.Numbered));
        Assert.That(PageMode.CursorSortedBy.For(numbered), Is.SameAs(PageMode.Numbered));
        Assert.That(PageMode.Cursor.For(new()), Is.SameAs(PageMode.Cursor));
        Assert.That(PageMode.SearchExport.For(numbered), Is.SameAs(PageMode.SearchExport));
        Assert.That(PageMode.Search.For(numbered), Is.SameAs(PageMode.Search));
    }

    [Test]
    public void An_export_by_cursor_goes_on_until_it_says_that_nothing_is_left()
    {
        var mode = new ExportPages(Since);
        var options = new PageOptions { After = "before" };

        Assert.That(mode.Next(new() { IsEndOfStream = false, AfterCursor = "a" }, options), Is.EqualTo("a"));
        Assert.That(mode.Next(new() { IsEndOfStream = true, AfterCursor = "a" }, options), Is.Null);
        Assert.That(() => mode.Next(new() { AfterCursor = "a" }, options), Throws.TypeOf<JsonException>().With.Message.EqualTo("The export does not say whether it goes on."));
        Assert.That(() => mode.Next(new() { IsEndOfStream = false }, options), Throws.TypeOf<JsonException>().With.Message.EqualTo("The export goes on but has no cursor."));
        Assert.That(() => mode.Next(new() { IsEndOfStream = false, AfterCursor = "" }, options), Throws.TypeOf<JsonException>());
        Assert.That(mode.Checkpoint(new() { AfterCursor = "a" }, options), Is.EqualTo("a"));
        Assert.That(mode.Checkpoint(new() { AfterCursor = "" }, options), Is.EqualTo("before"));
        Assert.That(mode.Checkpoint(default, options), Is.EqualTo("before"));
    }

    [TestCase(true, 100, 99, null)]
    [TestCase(true, 100, 100, "1700000500")]
    [TestCase(true, 100, 101, "1700000500")]
    [TestCase(false, 100, 999, null)]
    [TestCase(false, 100, 1000, "1700000500")]
    public void An_export_by_time_that_does_not_say_so_ends_with_the_first_page_that_is_not_full(bool hasSize, int size, int count, string? next) =>
        Assert.That(new TimePages(Since, hasSize).Next(new() { Count = count, EndTime = 1_700_000_500 }, new() { PageSize = size }), Is.EqualTo(next));

    [Test]
    public void An_export_by_time_says_why_it_can_not_go_on()
    {
        var mode = new TimePages(Since);
        var options = new PageOptions { After = "1700000500" };

        Assert.That(mode.Next(new() { IsEndOfStream = true, Count = 1000 }, options), Is.Null);
        Assert.That(mode.Next(new() { IsEndOfStream = false, Count = 1, EndTime = 1_700_000_501 }, options), Is.EqualTo("1700000501"));
        Assert.That(() => mode.Next(default, options), Throws.TypeOf<JsonException>().With.Message.EqualTo("The export does not say whether it goes on."));
        Assert.That(() => mode.Next(new() { IsEndOfStream = false }, options), Throws.TypeOf<JsonException>().With.Message.EqualTo("The export goes on but does not say from when."));
        Assert.That(() => mode.Next(new() { IsEndOfStream = false, EndTime = 1_700_000_500 }, options), Refused(
            ZendeskErrorKind.RepeatedPage, "The export goes on from where this page began: it would never end. Read it again later."));
        Assert.That(mode.Checkpoint(new() { EndTime = 1 }, options), Is.EqualTo("1"));
        Assert.That(mode.Checkpoint(default, options), Is.EqualTo("1700000500"));
        Assert.That(mode.Checkpoint(default, new()), Is.EqualTo("1700000000"));
        Assert.That(mode.Total(new() { Count = 7 }), Is.Null, "it is the page's own");
    }

    [Test]
    public void The_options_of_a_page_have_their_bounds()
    {
        var options = new PageOptions();

        Assert.That((options.PageSize, options.LongestWait, options.Include.Count), Is.EqualTo((100, TimeSpan.FromMinutes(2), 0)));
        Assert.That((new PageOptions { PageSize = 1 }.PageSize, new PageOptions { PageSize = 1000 }.PageSize), Is.EqualTo((1, 1000)));
        Assert.That(new PageOptions { LongestWait = TimeSpan.Zero }.LongestWait, Is.EqualTo(TimeSpan.Zero));
        Assert.That(() => new PageOptions { LongestWait = TimeSpan.FromTicks(-1) }, Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static string Asked(PageMode mode, PageOptions options) => mode.Ask(ApiPath.Of("x"), options).ToString();

    private static NUnit.Framework.Constraints.EqualStringConstraint Refused(ZendeskErrorKind kind, string message) =>
        Throws.TypeOf<ZendeskException>().With.Property(nameof(ZendeskException.Kind)).EqualTo(kind).And.Message.EqualTo(message);
}
