using System.Net;
using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Tickets;

[TestFixture]
public sealed class TicketsClientTests
{
    private const string OneTicket = """{"ticket":{"id":35436,"subject":"Fire"},"audit":{"id":1}}""";

    [Test]
    public async Task Creating_posts_the_ticket_and_only_what_was_given()
    {
        using var service = StubService.Json(OneTicket, HttpStatusCode.Created);

        var created = await service.Client().Tickets.CreateAsync(new() { Subject = "Fire", Comment = Comment.Public("The printer \"burns\" — schön") });

        Assert.That(created.Id, Is.EqualTo(35436));
        Assert.That(service.Only, Has.Property("Method").EqualTo("POST").And.Property("Path").EqualTo("api/v2/tickets"));
        Assert.That(service.Only.ContentType, Is.EqualTo("application/json"));
        Assert.That(service.Only.Body, Is.EqualTo("""{"ticket":{"subject":"Fire","comment":{"body":"The printer \"burns\" — schön","public":true}}}"""));
    }

    [Test]
    public async Task Creating_writes_every_member()
    {
        using var service = StubService.Json(OneTicket, HttpStatusCode.Created);

        await service.Client().Tickets.CreateAsync(new()
        {
            Subject = "s",
            Comment = Comment.InternalHtml("<b>b</b>") with { AuthorId = 9, Uploads = ["u1", "u2"] },
            Status = TicketStatus.Open,
            Priority = TicketPriority.Urgent,
            Type = TicketType.Task,
            Requester = new("Mia", "mia@acme.example"),
            RequesterId = 1,
            AssigneeId = 2,
            GroupId = 3,
            OrganizationId = 4,
            BrandId = 5,
            TicketFormId = 6,
            ExternalId = "e",
            DueAt = new(2026, 11, 21, 12, 0, 0, TimeSpan.FromHours(2)),
            Tags = ["a", "b"],
            CustomFields = [new(7, "x"), new(8, CustomFieldValue.FromStrings("p", "q")), new(9, 1.5m), new(10, true), new(11, default)],
        });

        Assert.That(service.Only.Body, Is.EqualTo(
            """
            {"ticket":{"subject":"s","comment":{"html_body":"<b>b</b>","public":false,"author_id":9,"uploads":["u1","u2"]},"status":"open","priority":"urgent","type":"task",
            "requester":{"name":"Mia","email":"mia@acme.example"},"requester_id":1,"assignee_id":2,"group_id":3,"organization_id":4,"brand_id":5,"ticket_form_id":6,"external_id":"e",
            "due_at":"2026-11-21T10:00:00Z","tags":["a","b"],"custom_fields":[{"id":7,"value":"x"},{"id":8,"value":["p","q"]},{"id":9,"value":1.5},{"id":10,"value":true},{"id":11,"value":null}]}}
            """.ReplaceLineEndings(string.Empty)));
    }

    [Test]
    public async Task Every_creation_has_a_key_of_its_own()
    {
        using var service = StubService.Json(OneTicket, HttpStatusCode.Created);
        var ticket = new NewTicket { Comment = Comment.Public("x") };

        await service.Client().Tickets.CreateAsync(ticket);
        await service.Client().Tickets.CreateAsync(ticket);

        var keys = service.Requests.Select(request => request.Headers["Idempotency-Key"]).ToArray();
        Assert.That(keys, Is.Unique);
        Assert.That(keys, Has.All.Length.EqualTo(36));
    }

    [Test]
    public async Task A_handler_that_repeats_a_creation_repeats_its_key()
    {
        var attempts = 0;
        using var service = new StubService(_ => ++attempts == 1
            ? StubService.JsonAnswer("{}", HttpStatusCode.ServiceUnavailable)
            : StubService.JsonAnswer(OneTicket, HttpStatusCode.Created));
        using var http = new HttpClient(new Repeating { InnerHandler = service }) { BaseAddress = new("https://acme.zendesk.com/mounted/") };

        await new ZendeskClient(http).Tickets.CreateAsync(new() { Comment = Comment.Public("x") });

        Assert.That(service.Requests, Has.Count.EqualTo(2));
        Assert.That(service.Requests.Select(request => request.Headers["Idempotency-Key"]).Distinct().Count(), Is.EqualTo(1));
        Assert.That(service.Requests[1].Body, Is.EqualTo(service.Requests[0].Body));
    }

    [Test]
    public async Task A_caller_may_give_the_key()
    {
        using var service = StubService.Json(OneTicket, HttpStatusCode.Created);

        await service.Client().Tickets.CreateAsync(new() { Comment = Comment.Public("x"), IdempotencyKey = "order-7" });

        Assert.That(service.Only.Headers["Idempotency-Key"], Is.EqualTo("order-7"));
    }

    [TestCase("")]
    [TestCase("a b")]
    [TestCase("a\r\nHost: evil.example")]
    [TestCase("ä")]
    public void A_key_that_no_header_can_carry_is_refused(string key)
    {
        using var service = StubService.Json(OneTicket);

        Assert.That(
            () => service.Client().Tickets.CreateAsync(new() { Comment = Comment.Public("x"), IdempotencyKey = key }),
            Throws.ArgumentException.With.Message.Contains("IdempotencyKey"));
        Assert.That(service.Requests, Is.Empty);
    }

    [Test]
    public async Task Reading_one_gets_it_by_its_id()
    {
        using var service = StubService.Json("""{"ticket":{"id":9223372036854775807}}""");

        var ticket = await service.Client().Tickets.GetAsync(long.MaxValue);

        Assert.That(ticket.Id, Is.EqualTo(long.MaxValue));
        Assert.That(service.Only.Method, Is.EqualTo("GET"));
        Assert.That(service.Only.Path, Is.EqualTo("api/v2/tickets/9223372036854775807"));
        Assert.That(service.Only.Body, Is.Null);
    }

    [Test]
    public async Task Reading_many_asks_for_a_hundred_at_a_time_and_for_each_once()
    {
        using var service = new StubService(request => StubService.JsonAnswer(
            $$"""{"tickets":[{{string.Join(',', request.Path.Split("ids=")[1].Split("%2C").Select(id => $$"""{"id":{{id}}}"""))}}],"count":1}"""));

        var tickets = await service.Client().Tickets.GetManyAsync(Enumerable.Range(1, 250).Concat([7, 8]).Select(id => (long)id));

        Assert.That(tickets.Select(ticket => ticket.Id), Is.EqualTo(Enumerable.Range(1, 250)));
        Assert.That(service.Requests.Select(request => request.Path.Split("%2C").Length), Is.EqualTo(new[] { 100, 100, 50 }));
        Assert.That(service.Requests[2].Path, Does.StartWith("api/v2/tickets/show_many?ids=201%2C202%2C"));
    }

    [Test]
    public async Task Reading_none_asks_nobody()
    {
        using var service = StubService.Json("{}");

        Assert.That(await service.Client().Tickets.GetManyAsync([]), Is.Empty);
        Assert.That(service.Requests, Is.Empty);
    }

    [Test]
    public async Task Deleting_needs_no_body_in_the_answer()
    {
        using var service = new StubService(_ => new HttpResponseMessage(HttpStatusCode.NoContent));

        await service.Client().Tickets.DeleteAsync(5);

        Assert.That(service.Only, Has.Property("Method").EqualTo("DELETE").And.Property("Path").EqualTo("api/v2/tickets/5"));
        Assert.That(service.Only.Headers["Accept"], Is.EqualTo("application/json"));
    }

    [TestCase("GET")]
    [TestCase("PUT")]
    [TestCase("POST")]
    [TestCase("DELETE")]
    public async Task Every_verb_of_the_tags_has_its_method(string method)
    {
        using var service = StubService.Json("""{"tags":["a","b"]}""");
        var tickets = service.Client().Tickets;

        IReadOnlyList<string> tags = ["a", "b"];
        switch (method)
        {
            case "GET":
                tags = await tickets.Tags.GetAsync(5);
                break;
            case "PUT":
                tags = await tickets.Tags.AddAsync(5, ["b"]);
                break;
            case "POST":
                tags = await tickets.Tags.SetAsync(5, ["b"]);
                break;
            default:
                await tickets.Tags.RemoveAsync(5, ["b"]);
                break;
        }

        Assert.That(tags, Is.EqualTo(new[] { "a", "b" }));
        Assert.That(service.Only.Method, Is.EqualTo(method));
        Assert.That(service.Only.Path, Is.EqualTo("api/v2/tickets/5/tags"));
        Assert.That(service.Only.Body, Is.EqualTo(method == "GET" ? null : """{"tags":["b"]}"""));
    }

    [Test]
    public async Task All_tags_can_be_taken_away()
    {
        using var service = StubService.Json("""{"tags":[]}""");

        Assert.That(await service.Client().Tickets.Tags.SetAsync(5, []), Is.Empty);
        Assert.That(service.Only.Body, Is.EqualTo("""{"tags":[]}"""));
    }

    [TestCase("needs review")]
    [TestCase("")]
    [TestCase("a\tb")]
    [TestCase("a\u00A0b")]
    public void A_tag_that_would_become_two_is_refused(string tag)
    {
        using var service = StubService.Json("{}");
        var tickets = service.Client().Tickets;

        Assert.That(() => tickets.Tags.AddAsync(5, [tag]), Throws.ArgumentException);
        Assert.That(() => tickets.Tags.SetAsync(5, [tag]), Throws.ArgumentException);
        Assert.That(() => tickets.Tags.RemoveAsync(5, [tag]), Throws.ArgumentException);
        Assert.That(() => tickets.UpdateAsync(5, new() { Tags = [tag] }), Throws.ArgumentException);
        Assert.That(() => tickets.CreateAsync(new() { Comment = Comment.Public("x"), Tags = [tag] }), Throws.ArgumentException);
        Assert.That(() => tickets.Tags.AddAsync(5, []), Throws.ArgumentException);
        Assert.That(service.Requests, Is.Empty);
    }

    [TestCase(0)]
    [TestCase(-1)]
    public async Task An_id_that_is_none_is_refused(long id)
    {
        using var service = StubService.Json("{}");
        var tickets = service.Client().Tickets;

        Assert.That(() => tickets.GetAsync(id), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => tickets.DeleteAsync(id), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => tickets.Tags.GetAsync(id), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => tickets.Comments.ListAsync(id), Throws.InstanceOf<ArgumentOutOfRangeException>());
        await Assert.CatchAsync<ArgumentOutOfRangeException>(() => tickets.GetManyAsync([1, id]));
        Assert.That(service.Requests, Is.Empty);
    }

    [Test]
    public void A_comment_says_something() => Assert.That(() => Comment.Public(" "), Throws.ArgumentException);

    private sealed class Repeating : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            return response.StatusCode == HttpStatusCode.ServiceUnavailable ? await base.SendAsync(request, cancellationToken) : response;
        }
    }
}
