using System.Net;
using System.Text.Json.Nodes;

namespace AuthProfiles.Testing.Zendesk;

public sealed class TicketOperationsTests : ZendeskFixture
{
    [Test]
    public async Task A_created_ticket_can_be_seen_on_the_wire_and_in_the_test()
    {
        var body = Ticket(new JsonObject
        {
            ["subject"] = "Printer",
            ["comment"] = new JsonObject { ["body"] = "It burns – ありがとう" },
            ["priority"] = "high",
            ["requester"] = new JsonObject { ["name"] = "Mia", ["email"] = "mia@example.com" },
            ["tags"] = new JsonArray("Printer", "hot stuff"),
            ["custom_fields"] = new JsonArray(new JsonObject { ["id"] = 9_000_000_000_000, ["value"] = true }),
        });

        using var response = await SendAsync(HttpMethod.Post, "tickets.json", body);
        var created = (await response.JsonAsync())["ticket"]!;
        var shown = (await GetAsync($"tickets/{created["id"]}"))["ticket"]!;
        var ticket = Local.Zendesk.Tickets[(long)created["id"]!];

        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(response.Headers.Location!.AbsoluteUri, Is.EqualTo($"{Api}/tickets/{ticket.Id}.json"));
            Assert.That((string?)shown["description"], Is.EqualTo("It burns – ありがとう"));
            Assert.That((string?)shown["status"], Is.EqualTo("new"));
            Assert.That((bool)shown["custom_fields"]![0]!["value"]!, Is.True);
            Assert.That(ticket.Tags, Is.EqualTo(new[] { "hot", "printer", "stuff" }));
            Assert.That(ticket.Priority, Is.EqualTo("high"));
            Assert.That(Local.Zendesk.Users.Single(user => user.Id == ticket.RequesterId).Email, Is.EqualTo("mia@example.com"));
        });
    }

    [TestCase("{\"ticket\":{\"subject\":\"x\"}}", ExpectedResult = "422 RecordInvalid base")]
    [TestCase("{\"ticket\":{\"comment\":{\"body\":\"\"}}}", ExpectedResult = "422 RecordInvalid comment")]
    [TestCase("{\"ticket\":{\"comment\":{\"body\":\"x\"},\"status\":\"burning\"}}", ExpectedResult = "422 RecordInvalid status")]
    [TestCase("{\"ticket\":{\"comment\":{\"body\":\"x\"},\"priority\":1}}", ExpectedResult = "422 RecordInvalid priority")]
    [TestCase("{\"ticket\":{\"comment\":{\"body\":\"x\"},\"requester_id\":7}}", ExpectedResult = "422 RecordInvalid requester_id")]
    public async Task<string> An_invalid_ticket_is_refused_with_details(string body)
    {
        using var response = await SendAsync(HttpMethod.Post, "tickets", JsonNode.Parse(body));
        var answer = await response.JsonAsync();

        return $"{(int)response.StatusCode} {answer["error"]} {((JsonObject)answer["details"]!).Single().Key}";
    }

    [TestCase("{}")]
    [TestCase("[]")]
    public async Task A_body_without_a_ticket_is_refused(string body)
    {
        using var response = await SendAsync(HttpMethod.Post, "tickets", JsonNode.Parse(body));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task A_form_is_no_ticket()
    {
        var request = Wire.Form($"{Api}/tickets", ("ticket", "x"));
        request.Headers.Authorization = Authorization;

        using var response = await Client.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
    }

    [Test]
    public async Task The_same_idempotency_key_creates_once()
    {
        using var first = await CreateAsync("key", "x");
        using var again = await CreateAsync("key", "x");
        using var other = await CreateAsync("key", "y");
        using var fresh = await CreateAsync("key 2", "x");

        Assert.Multiple(async () =>
        {
            Assert.That(first.Headers.GetValues("x-idempotency-lookup").Single(), Is.EqualTo("miss"));
            Assert.That(again.Headers.GetValues("x-idempotency-lookup").Single(), Is.EqualTo("hit"));
            Assert.That(await again.Content.ReadAsStringAsync(), Is.EqualTo(await first.Content.ReadAsStringAsync()));
            Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(fresh.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(Local.Zendesk.Tickets, Has.Count.EqualTo(2));
        });
    }

    [Test]
    public async Task A_refused_ticket_does_not_use_up_its_idempotency_key()
    {
        using var refused = await CreateAsync("key", string.Empty);
        using var created = await CreateAsync("key", "x");

        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(created.StatusCode, Is.EqualTo(HttpStatusCode.Created));
    }

    [Test]
    public async Task An_update_changes_what_it_names_and_nothing_else()
    {
        var ticket = Local.Zendesk.Tickets.Add("Printer", priority: "low", tags: ["a", "b"]);

        using var response = await SendAsync(HttpMethod.Put, $"tickets/{ticket.Id}", Ticket(new JsonObject
        {
            ["priority"] = null,
            ["status"] = "pending",
            ["additional_tags"] = new JsonArray("C"),
            ["remove_tags"] = new JsonArray("a"),
            ["comment"] = new JsonObject { ["body"] = "Looking into it.", ["public"] = false },
        }));
        var changed = Local.Zendesk.Tickets[ticket.Id];

        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(changed.Subject, Is.EqualTo("Printer"));
            Assert.That(changed.Priority, Is.Null);
            Assert.That(changed.Status, Is.EqualTo("pending"));
            Assert.That(changed.Tags, Is.EqualTo(new[] { "b", "c" }));
            Assert.That(changed.Comments, Has.Count.EqualTo(2));
            Assert.That(changed.Comments[1].Body, Is.EqualTo("Looking into it."));
            Assert.That(changed.Comments[1].IsPublic, Is.False);
            Assert.That(ticket.Comments, Has.Count.EqualTo(1), "what the test was given before doesn't change");
        });
    }

    [Test]
    public async Task What_the_service_makes_nothing_of_comes_back_as_it_was_given()
    {
        const string Others = """{"due_at":"2030-02-01T00:00:00Z","group_id":9000000000007,"follower_ids":[1,2],"brand_id":3}""";
        Local.Zendesk.Tickets.Add("Printer");
        using var given = await SendAsync(HttpMethod.Put, "tickets/1", Ticket(JsonNode.Parse(Others)!.AsObject()));
        using var emptied = await SendAsync(HttpMethod.Put, "tickets/1", Ticket(new JsonObject { ["due_at"] = null }));
        using var refused = await SendAsync(HttpMethod.Put, "tickets/1", Ticket(new JsonObject { ["group_id"] = "support" }));

        var ticket = (await GetAsync("tickets/1"))["ticket"]!;

        Assert.That((ticket["due_at"], (long)ticket["group_id"]!, ticket["follower_ids"]!.ToJsonString(), (long)ticket["brand_id"]!), Is.EqualTo(((JsonNode?)null, 9_000_000_000_007, "[1,2]", 3)));
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    [Test]
    public async Task Tickets_are_found_by_the_id_that_they_have_elsewhere()
    {
        Local.Zendesk.Tickets.Add("one");
        Local.Zendesk.Tickets.Add("two");
        using var named = await SendAsync(HttpMethod.Put, "tickets/2", Ticket(new JsonObject { ["external_id"] = "e 2" }));

        var found = (await GetAsync("tickets?external_id=e%202&page[size]=10"))["tickets"]!.AsArray();

        Assert.That(found.Select(static ticket => (long)ticket!["id"]!), Is.EqualTo(new[] { 2L }));
    }

    [Test]
    public async Task The_tags_of_all_tickets_are_counted_the_commonest_first()
    {
        Local.Zendesk.Tickets.Add("one", tags: ["b", "a"]);
        Local.Zendesk.Tickets.Add("two", tags: ["b"]);

        var tags = (await GetAsync("tags?page[size]=1"));
        var rest = await GetAsync((string)tags["links"]!["next"]!);

        Assert.That(tags["tags"]!.ToJsonString() + rest["tags"]!.ToJsonString(), Is.EqualTo("""[{"name":"b","count":2}][{"name":"a","count":1}]"""));
        Assert.That((int)(await GetAsync("tags/count"))["count"]!["value"]!, Is.EqualTo(2));
    }

    [Test]
    public async Task Comments_are_listed_with_their_visibility()
    {
        var ticket = Local.Zendesk.Tickets.Add("Printer", "It <burns>");
        using var update = await SendAsync(HttpMethod.Put, $"tickets/{ticket.Id}", Ticket(new JsonObject { ["comment"] = new JsonObject { ["body"] = "Note", ["public"] = false } }));

        var comments = (JsonArray)(await GetAsync($"tickets/{ticket.Id}/comments?page[size]=10"))["comments"]!;

        Assert.That(comments.Select(comment => ((string?)comment!["body"], (bool)comment["public"]!)), Is.EqualTo(new[] { ("It <burns>", true), ("Note", false) }));
        Assert.That((string?)comments[0]!["html_body"], Does.Contain("&lt;burns&gt;"));
    }

    [Test]
    public async Task A_safe_update_with_an_old_stamp_conflicts_even_while_the_clock_stands_still()
    {
        var ticket = Local.Zendesk.Tickets.Add("Printer");
        var stamp = ticket.UpdatedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null);

        using var first = await SafeUpdateAsync(ticket.Id, stamp);
        using var second = await SafeUpdateAsync(ticket.Id, stamp);

        Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((string?)(await second.JsonAsync())["error"], Is.EqualTo("UpdateConflict"));
    }

    [Test]
    public async Task A_safe_update_whose_stamp_is_no_text_is_refused()
    {
        using var response = await SafeUpdateAsync(Local.Zendesk.Tickets.Add("Printer").Id, 1_700_000_000);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    [Test]
    public async Task A_closed_ticket_refuses_updates()
    {
        var ticket = Local.Zendesk.Tickets.Add("Printer", status: "closed");

        using var response = await SendAsync(HttpMethod.Put, $"tickets/{ticket.Id}", Ticket(new JsonObject { ["priority"] = "low" }));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    [Test]
    public async Task A_deleted_ticket_is_gone()
    {
        var ticket = Local.Zendesk.Tickets.Add("Printer");

        using var deleted = await SendAsync(HttpMethod.Delete, $"tickets/{ticket.Id}");
        using var again = await SendAsync(HttpMethod.Delete, $"tickets/{ticket.Id}");
        using var shown = await SendAsync(HttpMethod.Get, $"tickets/{ticket.Id}");

        Assert.That(deleted.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((string?)(await shown.JsonAsync())["error"], Is.EqualTo("RecordNotFound"));
        Assert.That(() => Local.Zendesk.Tickets[ticket.Id], Throws.InstanceOf<KeyNotFoundException>());
    }

    [TestCase("tickets/999")]
    [TestCase("tickets/999/comments")]
    [TestCase("tickets/999/tags")]
    [TestCase("users/999")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path);

        Assert.That((string?)(await response.JsonAsync())["error"], Is.EqualTo("RecordNotFound"));
    }

    [TestCase("nonsense")]
    [TestCase("tickets/x")]
    public async Task An_unknown_path_is_an_invalid_endpoint(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path);

        Assert.That((string?)(await response.JsonAsync())["error"], Is.EqualTo("InvalidEndpoint"));
    }

    [Test]
    public async Task Show_many_passes_over_ids_that_are_not_there()
    {
        Local.Zendesk.Tickets.Add("one");
        Local.Zendesk.Tickets.Add("two");

        var answer = await GetAsync("tickets/show_many?ids=2,7,1");
        using var tooMany = await SendAsync(HttpMethod.Get, "tickets/show_many?ids=" + string.Join(',', Enumerable.Range(1, 101)));

        Assert.That(((JsonArray)answer["tickets"]!).Select(ticket => (string?)ticket!["subject"]), Is.EquivalentTo(new[] { "one", "two" }));
        Assert.That(tooMany.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Tickets_are_counted()
    {
        Local.Zendesk.Tickets.Add("one");

        Assert.That((int)(await GetAsync("tickets/count"))["count"]!["value"]!, Is.EqualTo(1));
    }

    [Test]
    public async Task Tags_are_added_set_and_removed()
    {
        var ticket = Local.Zendesk.Tickets.Add("Printer", tags: ["a"]);
        var path = $"tickets/{ticket.Id}/tags";

        using var added = await SendAsync(HttpMethod.Put, path, Tags("B"));
        Assert.That(Local.Zendesk.Tickets[ticket.Id].Tags, Is.EqualTo(new[] { "a", "b" }));
        using var removed = await SendAsync(HttpMethod.Delete, path, Tags("a"));
        Assert.That(Local.Zendesk.Tickets[ticket.Id].Tags, Is.EqualTo(new[] { "b" }));
        using var set = await SendAsync(HttpMethod.Post, path, Tags("c", "d"));

        Assert.Multiple(async () =>
        {
            Assert.That(((JsonArray)(await GetAsync(path))["tags"]!).Select(tag => (string?)tag), Is.EqualTo(new[] { "c", "d" }));
            Assert.That(added.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(removed.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
            Assert.That(set.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        });
    }

    private static JsonObject Ticket(JsonObject ticket) => new() { ["ticket"] = ticket };

    private static JsonObject Tags(params string[] tags) => new() { ["tags"] = new JsonArray([.. tags.Select(tag => JsonValue.Create(tag))]) };

    private Task<HttpResponseMessage> SafeUpdateAsync(long id, JsonNode? stamp) =>
        SendAsync(HttpMethod.Put, $"tickets/{id}", Ticket(new JsonObject { ["subject"] = "x", ["safe_update"] = true, ["updated_stamp"] = stamp }));

    private Task<HttpResponseMessage> CreateAsync(string key, string body)
    {
        var request = Wire.Request(HttpMethod.Post, $"{Api}/tickets", Ticket(new JsonObject { ["comment"] = new JsonObject { ["body"] = body } }), Authorization);
        request.Headers.Add("Idempotency-Key", key);
        return Client.SendAsync(request);
    }
}
