using System.Net;
using System.Text.Json.Nodes;

namespace AuthProfiles.Testing.Zendesk;

public sealed class BulkOperationsTests : ZendeskFixture
{
    private LocalTickets Tickets => Local.Zendesk.Tickets;

    [Test]
    public async Task Tickets_are_created_at_the_end_of_the_job_and_one_may_fail()
    {
        var job = await AskAsync(HttpMethod.Post, "tickets/create_many", Body(Comment("one"), new JsonObject { ["subject"] = "no text" }, Comment("three")));
        Assert.That(Tickets, Is.Empty, "nothing is done yet");

        var results = await ResultsAsync(job);

        Assert.That(results.ToJsonString(), Is.EqualTo("""[{"id":1,"index":0},{"index":1,"error":"BlankValue","details":"Description: cannot be blank"},{"id":2,"index":2}]"""));
        Assert.That(Tickets.Select(static ticket => ticket.Description), Is.EqualTo(new[] { "one", "three" }));
    }

    [Test]
    public async Task One_change_goes_to_the_tickets_of_the_query()
    {
        Add(3);
        Tickets.Add("closed", status: "closed");

        var results = await ResultsAsync(await AskAsync(HttpMethod.Put, "tickets/update_many?ids=1,3,4,9", Ticket(new JsonObject { ["additional_tags"] = new JsonArray("moved") })));

        Assert.That(results.ToJsonString(), Is.EqualTo("""
            [{"action":"update","id":1,"status":"Updated","success":true},{"action":"update","id":3,"status":"Updated","success":true},
            {"action":"update","id":4,"success":false,"error":"TicketUpdateFailed","details":"Status: closed prevents ticket update"},
            {"action":"update","id":9,"success":false,"error":"TicketNotFound","details":"Not found"}]
            """.ReplaceLineEndings(string.Empty)));
        Assert.That(Tickets.Where(static ticket => ticket.Tags.Contains("moved")).Select(static ticket => ticket.Id), Is.EqualTo(new[] { 1, 3 }));
    }

    [Test]
    public async Task Each_ticket_of_the_body_has_a_change_of_its_own()
    {
        Add(2);
        var stale = new JsonObject { ["id"] = 2, ["subject"] = "x", ["safe_update"] = true, ["updated_stamp"] = "2000-01-01T00:00:00Z" };

        var results = await ResultsAsync(await AskAsync(HttpMethod.Put, "tickets/update_many", Body(new JsonObject { ["id"] = 1, ["subject"] = "new" }, stale, new JsonObject { ["subject"] = "of none" })));

        Assert.That(results.Select(static result => (string?)result!["error"]), Is.EqualTo(new[] { null, "UpdateConflict", "TicketNotFound" }));
        Assert.That((Tickets[1].Subject, Tickets[2].Subject), Is.EqualTo(("new", "ticket 2")));
    }

    [Test]
    public async Task A_change_is_made_to_what_the_ticket_is_at_the_end_of_the_job()
    {
        Add(1);
        var job = await AskAsync(HttpMethod.Put, "tickets/update_many?ids=1", Ticket(new JsonObject { ["priority"] = "high" }));
        using var meanwhile = await SendAsync(HttpMethod.Put, "tickets/1", Ticket(new JsonObject { ["subject"] = "renamed" }));

        await ResultsAsync(job);

        Assert.That((Tickets[1].Subject, Tickets[1].Priority), Is.EqualTo(("renamed", "high")));
    }

    [TestCase("DELETE", "tickets/destroy_many")]
    [TestCase("PUT", "tickets/mark_many_as_spam")]
    public async Task Many_are_deleted(string method, string path)
    {
        Add(3);

        var results = await ResultsAsync(await AskAsync(new HttpMethod(method), path + "?ids=1,2,2"));

        Assert.That(results.Select(static result => (bool)result!["success"]!), Is.EqualTo(new[] { true, true, false }));
        Assert.That(Tickets.Single().Id, Is.EqualTo(3));
    }

    [Test]
    public async Task Imports_keep_their_times_and_the_comments_of_others()
    {
        var import = new JsonObject
        {
            ["subject"] = "Old",
            ["created_at"] = "2019-05-01T08:00:00Z",
            ["updated_at"] = "2020-05-01T08:00:00Z",
            ["comments"] = new JsonArray(
                new JsonObject { ["value"] = "It burned.", ["created_at"] = "2019-05-01T08:00:00Z" },
                new JsonObject { ["body"] = "A note", ["public"] = false, ["author_id"] = 7 }),
        };
        using var one = await SendAsync(HttpMethod.Post, "imports/tickets", Ticket(import.DeepClone().AsObject()));
        var results = await ResultsAsync(await AskAsync(HttpMethod.Post, "imports/tickets/create_many", Body(import, new JsonObject { ["subject"] = "nothing said" })));

        Assert.That(one.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(results.Select(static result => (string?)result!["error"]), Is.EqualTo(new[] { null, "BlankValue" }));
        foreach (var ticket in Tickets)
        {
            Assert.That((ticket.CreatedAt.Year, ticket.UpdatedAt.Year, ticket.Description), Is.EqualTo((2019, 2020, "It burned.")));
            Assert.That(ticket.Comments.Select(static comment => (comment.Body, comment.IsPublic)), Is.EqualTo(new[] { ("It burned.", true), ("A note", false) }));
            Assert.That(ticket.Comments[1].AuthorId, Is.EqualTo(7));
        }
    }

    [TestCase("[2,3]", true, ExpectedResult = "open closed closed")]
    [TestCase("[2,9]", false, ExpectedResult = "open open open")]
    [TestCase("[1]", false, ExpectedResult = "open open open")]
    public async Task<string> A_merge_closes_the_others_and_tells_of_all_in_one(string ids, bool succeeds)
    {
        Add(3);
        var job = await AskAsync(HttpMethod.Post, "tickets/1/merge", new JsonObject { ["ids"] = JsonNode.Parse(ids), ["target_comment"] = "Merged.", ["target_comment_is_public"] = true });

        var results = (JsonObject)(await EndAsync(job))["results"]!;

        Assert.That(results.ToJsonString(), Is.EqualTo($$"""{"success":{{(succeeds ? "true" : "false")}}}"""));
        Assert.That(Tickets[1].Comments[^1].Body, Is.EqualTo(succeeds ? "Merged." : "ticket 1"));
        return string.Join(' ', Tickets.Select(static ticket => ticket.Status));
    }

    [TestCase("POST", "tickets/create_many", "{}")]
    [TestCase("POST", "tickets/create_many", """{"tickets":[]}""")]
    [TestCase("POST", "tickets/create_many", """{"tickets":["x"]}""")]
    [TestCase("PUT", "tickets/update_many", """{"ticket":{}}""")]
    [TestCase("PUT", "tickets/update_many?ids=a", """{"ticket":{}}""")]
    [TestCase("PUT", "tickets/update_many?ids=1", """{"tickets":[]}""")]
    [TestCase("DELETE", "tickets/destroy_many", null)]
    [TestCase("POST", "tickets/1/merge", """{"ids":["a"]}""")]
    public async Task What_is_no_list_of_tickets_is_refused(string method, string path, string? body)
    {
        Add(1);
        using var response = await SendAsync(new HttpMethod(method), path, body is null ? null : JsonNode.Parse(body));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(Local.Zendesk.Jobs.Count, Is.Zero);
    }

    [Test]
    public async Task A_hundred_go_at_once_and_no_more()
    {
        using var most = await SendAsync(HttpMethod.Post, "tickets/create_many", Body([.. Enumerable.Range(0, 100).Select(static _ => Comment("x"))]));
        using var more = await SendAsync(HttpMethod.Post, "tickets/create_many", Body([.. Enumerable.Range(0, 101).Select(static _ => Comment("x"))]));

        Assert.That((most.StatusCode, more.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.BadRequest)));
    }

    private static JsonObject Comment(string text) => new() { ["comment"] = new JsonObject { ["body"] = text } };

    private static JsonObject Ticket(JsonObject ticket) => new() { ["ticket"] = ticket };

    private static JsonObject Body(params JsonObject[] tickets) => new() { ["tickets"] = new JsonArray([.. tickets]) };

    private void Add(int count)
    {
        for (var i = 1; i <= count; i++)
        {
            Tickets.Add($"ticket {i}");
        }
    }

    private async Task<JsonNode> AskAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        using var response = await SendAsync(method, path, body);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return (await response.JsonAsync())["job_status"]!;
    }

    private async Task<JsonNode> EndAsync(JsonNode job)
    {
        Local.Clock.Advance(Local.Zendesk.Jobs.Duration);
        return (await GetAsync((string)job["url"]!))["job_status"]!;
    }

    private async Task<JsonArray> ResultsAsync(JsonNode job) => (JsonArray)(await EndAsync(job))["results"]!;
}
