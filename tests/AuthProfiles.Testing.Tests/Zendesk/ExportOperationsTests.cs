using System.Net;
using System.Text.Json.Nodes;

namespace AuthProfiles.Testing.Zendesk;

public sealed class ExportOperationsTests : ZendeskFixture
{
    private const long Midnight = 1_893_456_000;

    [SetUp]
    public void ActAsAdministrator() => Authorization = Wire.Basic("admin@local.example/token", "t0ken");

    [Test]
    public async Task A_cursor_goes_through_all_changes_and_on_from_there_another_day()
    {
        Add(5, TimeSpan.FromSeconds(1));
        Local.Clock.Advance(TimeSpan.FromMinutes(1));

        var first = await GetAsync($"incremental/tickets/cursor?start_time={Midnight}&per_page=3");
        var second = await GetAsync((string)first["after_url"]!);
        var nothing = await GetAsync((string)second["after_url"]!);
        using var updated = await SendAsync(HttpMethod.Put, "tickets/2", new JsonObject { ["ticket"] = new JsonObject { ["priority"] = "low" } });
        Local.Clock.Advance(TimeSpan.FromMinutes(1));
        var later = await GetAsync((string)nothing["after_url"]!);

        Assert.That(new[] { first, second, nothing, later }.Select(Summary), Is.EqualTo(new[] { "1 2 3 False", "4 5 True", " True", "2 True" }));
        Assert.That((string?)nothing["after_cursor"], Is.EqualTo((string?)second["after_cursor"]));
        Assert.That(first["before_cursor"], Is.Null);
    }

    [Test]
    public async Task A_page_by_time_begins_with_the_second_at_which_the_one_before_ended()
    {
        foreach (var pause in new[] { 0, 10, 0, 10, 10 })
        {
            Local.Clock.Advance(TimeSpan.FromSeconds(pause));
            Local.Zendesk.Tickets.Add("x");
        }

        Local.Clock.Advance(TimeSpan.FromMinutes(1));

        var first = await GetAsync($"incremental/tickets?start_time={Midnight}&per_page=2");
        var second = await GetAsync((string)first["next_page"]!);
        var third = await GetAsync((string)second["next_page"]!);

        Assert.That(new[] { first, second, third }.Select(Summary), Is.EqualTo(new[] { "1 2 3 False", "2 3 4 False", "4 5 True" }), "a page has whole seconds, and never only the one that it began with");
    }

    [Test]
    public async Task What_a_page_by_time_repeats_is_only_its_border()
    {
        Add(5, TimeSpan.FromSeconds(1));
        Local.Clock.Advance(TimeSpan.FromMinutes(2));

        var first = await GetAsync($"incremental/tickets?start_time={Midnight}&per_page=3");
        var second = await GetAsync((string)first["next_page"]!);
        var nothing = await GetAsync($"incremental/tickets?start_time={Midnight + 30}");

        Assert.That(new[] { first, second, nothing }.Select(Summary), Is.EqualTo(new[] { "1 2 3 False", "3 4 5 True", " True" }));
        Assert.That((((long)first["end_time"]!), (int)first["count"]!, (long)nothing["end_time"]!), Is.EqualTo((Midnight + 2, 3, Midnight + 30)));
    }

    [TestCase("tickets/cursor")]
    [TestCase("tickets")]
    public async Task The_last_minute_is_not_told_yet(string path)
    {
        Local.Zendesk.Tickets.Add("x");
        using var tooEarly = await SendAsync(HttpMethod.Get, $"incremental/{path}?start_time={Midnight}");
        Local.Clock.Advance(TimeSpan.FromSeconds(60));
        Local.Zendesk.Tickets.Add("y");
        var answer = await GetAsync($"incremental/{path}?start_time={Midnight}");

        Assert.That((tooEarly.StatusCode, (string?)(await tooEarly.JsonAsync())["error"]), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "InvalidValue")));
        Assert.That(Summary(answer), Is.EqualTo("1 True"));
    }

    [Test]
    public async Task What_counts_is_when_the_record_was_written_and_a_deletion_writes_it()
    {
        Add(2, TimeSpan.Zero);
        Local.Clock.Advance(TimeSpan.FromHours(1));
        using var imported = await SendAsync(HttpMethod.Post, "imports/tickets", new JsonObject
        {
            ["ticket"] = new JsonObject { ["comment"] = new JsonObject { ["body"] = "x" }, ["updated_at"] = "2001-01-01T00:00:00Z" },
        });
        using var deleted = await SendAsync(HttpMethod.Delete, "tickets/1");
        Local.Clock.Advance(TimeSpan.FromMinutes(2));

        var tickets = (await GetAsync($"incremental/tickets/cursor?start_time={Midnight + 60}"))["tickets"]!.AsArray();

        Assert.That(tickets.Select(static ticket => ((long)ticket!["id"]!, (string?)ticket["status"])), Is.EquivalentTo(new[] { (3L, "new"), (1L, "deleted") }));
        Assert.That(tickets.Select(static ticket => (string?)ticket!["updated_at"]), Does.Contain("2001-01-01T00:00:00Z"));
    }

    [Test]
    public async Task A_page_has_up_to_a_thousand()
    {
        for (var i = 0; i < 1_001; i++)
        {
            Local.Zendesk.Tickets.Add("x");
        }

        Local.Clock.Advance(TimeSpan.FromMinutes(1));

        var byDefault = await GetAsync($"incremental/tickets/cursor?start_time={Midnight}");
        var more = await GetAsync($"incremental/tickets/cursor?start_time={Midnight}&per_page=5000");

        Assert.That(new[] { byDefault, more }.Select(static answer => (answer["tickets"]!.AsArray().Count, (bool)answer["end_of_stream"]!)), Is.All.EqualTo((1_000, false)));
    }

    [TestCase("incremental/tickets/cursor", ExpectedResult = HttpStatusCode.BadRequest)]
    [TestCase("incremental/tickets", ExpectedResult = HttpStatusCode.BadRequest)]
    [TestCase("incremental/tickets?start_time=x", ExpectedResult = HttpStatusCode.BadRequest)]
    [TestCase("incremental/tickets/cursor?cursor=x", ExpectedResult = HttpStatusCode.BadRequest)]
    [TestCase("incremental/tickets?start_time=0&per_page=0", ExpectedResult = HttpStatusCode.BadRequest)]
    public async Task<HttpStatusCode> An_export_from_nowhere_is_refused(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path);

        return response.StatusCode;
    }

    [TestCase("incremental/tickets?start_time=0")]
    [TestCase("incremental/tickets/cursor?start_time=0")]
    public async Task Agents_may_not(string path)
    {
        Authorization = Wire.Basic("agent@acme.example/token", "t0ken");
        using var response = await SendAsync(HttpMethod.Get, path);

        Assert.That((response.StatusCode, (string?)(await response.JsonAsync())["error"]!["title"]), Is.EqualTo((HttpStatusCode.Forbidden, "Forbidden")));
    }

    [Test]
    public async Task Exports_have_the_limit_that_the_test_gives_them()
    {
        Local.Zendesk.Account("acme").LimitOperation("incremental-exports", HttpMethod.Get, "incremental/tickets/cursor", 10);

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 11; i++)
        {
            using var response = await SendAsync(HttpMethod.Get, "incremental/tickets/cursor?start_time=0");
            statuses.Add(response.StatusCode);
        }

        Assert.That(statuses.Take(10), Is.All.EqualTo(HttpStatusCode.OK));
        Assert.That(statuses[^1], Is.EqualTo(HttpStatusCode.TooManyRequests));
    }

    private static string Summary(JsonObject answer) => $"{string.Join(' ', answer["tickets"]!.AsArray().Select(static ticket => ticket!["id"]!.ToString()))} {(bool)answer["end_of_stream"]!}";

    private void Add(int count, TimeSpan pause)
    {
        for (var i = 0; i < count; i++)
        {
            Local.Zendesk.Tickets.Add($"ticket {i}");
            Local.Clock.Advance(pause);
        }
    }
}
