using System.Net;
using System.Text.Json.Nodes;

namespace AuthProfiles.Testing.Zendesk;

public sealed class DeletedTicketOperationsTests : ZendeskFixture
{
    [SetUp]
    public async Task FillAsync()
    {
        foreach (var subject in new[] { "one", "two", "three" })
        {
            Local.Zendesk.Tickets.Add(subject, status: "pending");
        }

        foreach (var id in new[] { 3, 1 })
        {
            Local.Clock.Advance(TimeSpan.FromMinutes(1));
            using var deleted = await SendAsync(HttpMethod.Delete, $"tickets/{id}");
        }
    }

    [Test]
    public async Task The_trash_says_what_was_deleted_when_and_by_whom()
    {
        var answer = await GetAsync("deleted_tickets?sort_by=deleted_at&sort_order=desc&per_page=1");
        var ticket = answer["deleted_tickets"]!.AsArray().Single()!;

        Assert.Multiple(() =>
        {
            Assert.That(((int)answer["count"]!, (long)ticket["id"]!, (string?)ticket["subject"], (string?)ticket["previous_state"]), Is.EqualTo((2, 1L, "one", "pending")));
            Assert.That((string?)ticket["deleted_at"], Is.EqualTo("2030-01-01T00:02:00Z"));
            Assert.That((string?)ticket["actor"]!["name"], Is.EqualTo("agent"));
        });
        Assert.That((long)(await GetAsync((string)answer["next_page"]!))["deleted_tickets"]![0]!["id"]!, Is.EqualTo(3));
    }

    [TestCase("", ExpectedResult = "1 3")]
    [TestCase("&sort_order=desc", ExpectedResult = "3 1")]
    [TestCase("&sort_by=id&sort_order=asc", ExpectedResult = "1 3")]
    [TestCase("&sort_by=deleted_at", ExpectedResult = "3 1")]
    [TestCase("&sort_by=deleted_at&sort_order=desc", ExpectedResult = "1 3")]
    public async Task<string> A_walk_by_cursor_sees_each_deleted_ticket_once_and_in_order(string sort)
    {
        var seen = new List<long>();
        for (var next = "deleted_tickets?page[size]=1" + sort; next is not null;)
        {
            var page = await GetAsync(next);
            seen.AddRange(page["deleted_tickets"]!.AsArray().Select(static ticket => (long)ticket!["id"]!));
            next = (string?)page["links"]!["next"];
        }

        return string.Join(' ', seen);
    }

    [Test]
    public async Task A_ticket_comes_back_as_it_was()
    {
        using var restored = await SendAsync(HttpMethod.Put, "deleted_tickets/3/restore");
        using var again = await SendAsync(HttpMethod.Put, "deleted_tickets/3/restore");
        using var many = await SendAsync(HttpMethod.Put, "deleted_tickets/restore_many?ids=1,9");

        Assert.That(new[] { restored, again, many }.Select(static response => response.StatusCode), Is.EqualTo(new[] { HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.OK }));
        Assert.That(Local.Zendesk.Tickets.Select(static ticket => (ticket.Id, ticket.Subject, ticket.Status)), Is.EqualTo(new[] { (1L, "one", "pending"), (2L, "two", "pending"), (3L, "three", "pending") }));
        Assert.That((await GetAsync("deleted_tickets"))["deleted_tickets"], Is.Empty);
    }

    [TestCase("deleted_tickets/1", ExpectedResult = "3")]
    [TestCase("deleted_tickets/destroy_many?ids=1,3", ExpectedResult = "")]
    public async Task<string> What_is_deleted_for_good_is_gone_from_the_trash_too(string path)
    {
        using var asked = await SendAsync(HttpMethod.Delete, path);
        var job = (await asked.JsonAsync())["job_status"]!;
        Local.Clock.Advance(TimeSpan.FromSeconds(1));

        var ended = (await GetAsync((string)job["url"]!))["job_status"]!;

        Assert.That(((string?)ended["status"], ended["results"]), Is.EqualTo(("completed", (JsonNode?)null)));
        return string.Join(' ', (await GetAsync("deleted_tickets"))["deleted_tickets"]!.AsArray().Select(static ticket => (string?)ticket!["id"]!.ToString()));
    }

    [TestCase("DELETE", "deleted_tickets/2", ExpectedResult = HttpStatusCode.NotFound)]
    [TestCase("GET", "deleted_tickets?sort_by=colour", ExpectedResult = HttpStatusCode.BadRequest)]
    [TestCase("PUT", "deleted_tickets/restore_many", ExpectedResult = HttpStatusCode.BadRequest)]
    [TestCase("DELETE", "deleted_tickets/destroy_many", ExpectedResult = HttpStatusCode.BadRequest)]
    public async Task<HttpStatusCode> What_the_trash_does_not_have_is_refused(string method, string path)
    {
        using var response = await SendAsync(new HttpMethod(method), path);

        return response.StatusCode;
    }
}
