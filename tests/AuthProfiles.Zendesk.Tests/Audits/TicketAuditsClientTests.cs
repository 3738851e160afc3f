using System.Globalization;
using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Audits;

[TestFixture]
public sealed class TicketAuditsClientTests
{
    private const string None = """{"audits":[],"meta":{"has_more":false}}""";

    private static IEnumerable<TestCaseData> Operations()
    {
        yield return OperationCase.Of("list", client => client.TicketAudits.ListAsync().CollectAsync(), None, "GET", "api/v2/ticket_audits?page%5Bsize%5D=100");
        yield return OperationCase.Of("page", client => client.TicketAudits.ListPageAsync(new() { PageSize = 2, Sort = "-created_at" }), None, "GET", "api/v2/ticket_audits?page%5Bsize%5D=2");
        yield return OperationCase.Of("list of a ticket", client => client.TicketAudits.ListForTicketAsync(1, new() { Sort = "-created_at" }).CollectAsync(), None, "GET", "api/v2/tickets/1/audits?page%5Bsize%5D=100&sort=-created_at");
        yield return OperationCase.Of("page of a ticket", client => client.TicketAudits.ListForTicketPageAsync(1, new() { PageSize = 2 }), None, "GET", "api/v2/tickets/1/audits?page%5Bsize%5D=2");
        yield return OperationCase.Of("get", client => client.TicketAudits.GetAsync(1, 2), """{"audit":{"id":2}}""", "GET", "api/v2/tickets/1/audits/2");
        yield return OperationCase.Of("count", client => client.TicketAudits.CountAsync(1), """{"count":{"value":5}}""", "GET", "api/v2/tickets/1/audits/count");
        yield return OperationCase.Of("make private", client => client.TicketAudits.MakePrivateAsync(1, 2), "\"\"", "PUT", "api/v2/tickets/1/audits/2/make_private");
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_asks_for_what_it_says(Func<ZendeskClient, Task> call, string answer, string method, string path, string? body) => OperationCase.AsksAsync(call, answer, method, path, body);

    [Test]
    public void An_audit_without_id_is_not_asked_for() => OperationCase.IsNotSent(client => client.TicketAudits.GetAsync(1, 0));

    [Test]
    public async Task A_walk_goes_back_to_the_oldest_by_the_cursor_beside_the_audits()
    {
        using var service = new StubService(request => StubService.JsonAnswer(request.Path.Contains("cursor=", StringComparison.Ordinal)
            ? """{"audits":[{"id":1}],"after_url":"x","after_cursor":"bmV3","before_url":null,"before_cursor":null}"""
            : """{"audits":[{"id":2}],"after_url":"x","after_cursor":"bmV3","before_url":"https://evil.example/api/v2/ticket_audits?cursor=fDE%3D&limit=1000","before_cursor":"fD+E="}"""));

        var audits = await service.Client().TicketAudits.ListAsync(new() { PageSize = 50 }).CollectAsync();

        Assert.That(audits.Select(audit => audit.Id), Is.EqualTo(new long[] { 2, 1 }));
        Assert.That(service.Requests.Select(request => request.Path), Is.EqualTo(new[] { "api/v2/ticket_audits?page%5Bsize%5D=50", "api/v2/ticket_audits?limit=50&cursor=fD%2BE%3D" }));
    }

    [TestCase("""{"audits":[],"after_url":null,"after_cursor":null,"before_url":null,"before_cursor":null}""", null)]
    [TestCase("""{"audits":[],"after_url":"x","after_cursor":"a","before_url":"","before_cursor":""}""", null)]
    [TestCase("""{"audits":[],"after_url":null,"after_cursor":null,"before_url":"x","before_cursor":"b"}""", "cursor=b")]
    [TestCase("""{"audits":[],"meta":{"has_more":false,"before_cursor":"inner"},"before_url":"x","before_cursor":"b"}""", null)]
    public async Task The_list_ends_where_nothing_older_is_left(string body, string? next)
    {
        using var service = StubService.Json(body);

        Assert.That((await service.Client().TicketAudits.ListPageAsync()).Next, Is.EqualTo(next));
    }

    [TestCase("""{"audits":[],"before_url":"x","before_cursor":null}""")]
    [TestCase("""{"audits":[],"after_url":"x","after_cursor":"a","before_url":"x","before_cursor":""}""")]
    [TestCase("""{"audits":[],"next_page":"x"}""")]
    [TestCase("""{"audits":[],"next_page":"x","after_cursor":""}""")]
    public async Task A_list_that_would_end_early_is_an_error(string body)
    {
        using var service = StubService.Json(body);

        var exception = await Assert.CatchAsync<ZendeskException>(() => service.Client().TicketAudits.ListPageAsync());

        Assert.That(exception!.Kind, Is.EqualTo(ZendeskErrorKind.UnexpectedAnswer));
    }

    [Test]
    public async Task A_walk_goes_on_by_the_cursor_of_meta_where_there_is_one()
    {
        using var service = new StubService(request => StubService.JsonAnswer(request.Path.Contains("after", StringComparison.Ordinal)
            ? """{"audits":[{"id":2}],"meta":{"has_more":false,"after_cursor":"b"}}"""
            : """{"audits":[{"id":1}],"meta":{"has_more":true,"after_cursor":"a"},"after_url":"x"}"""));

        var audits = await service.Client().TicketAudits.ListAsync().CollectAsync();

        Assert.That(audits, Has.Count.EqualTo(2));
        Assert.That(service.Requests[1].Path, Is.EqualTo("api/v2/ticket_audits?page%5Bsize%5D=100&page%5Bafter%5D=a"));
    }

    [Test]
    public async Task A_page_goes_on_in_the_way_that_the_one_before_came()
    {
        using var service = StubService.Json("""{"audits":[],"before_url":"x","before_cursor":"c"}""");
        var client = service.Client();

        var first = await client.TicketAudits.ListPageAsync();
        await client.TicketAudits.ListPageAsync(new() { After = first.Next });

        Assert.That(service.Requests[1].Path, Is.EqualTo("api/v2/ticket_audits?limit=100&cursor=c"));
    }

    [Test]
    public void The_same_cursor_twice_ends_the_walk_with_an_error()
    {
        using var service = StubService.Json("""{"audits":[{"id":1}],"before_url":"x","before_cursor":"c"}""");

        Assert.That(() => service.Client().TicketAudits.ListAsync().CollectAsync(), Throws.InstanceOf<ZendeskException>().With.Property("Kind").EqualTo(ZendeskErrorKind.RepeatedPage));
    }

    [Test]
    public async Task Every_member_of_an_audit_is_read_and_events_stay_as_they_came()
    {
        using var service = StubService.Json("""
            {"audit":{"author_id":5246746,"created_at":"2011-09-25T22:35:44Z","events":[{"attachments":[],"body":"This is a new private comment","id":2127301148,"public":false,"type":"Comment"},
            {"field_name":"status","id":9000000000001,"previous_value":"new","type":"Change","value":"open","via":{"channel":"rule"}},{"type":"Hologram","depth":[1,{"x":null}]},{"id":"u","type":7},5],
            "id":2127301143,"metadata":{"custom":{"time_spent":"3m22s"},"system":{"ip_address":"76.218.201.212"}},"ticket_id":666,"via":{"channel":"web","source":{"rel":"trigger"}},"new":1}}
            """);

        var audit = await service.Client().KeepingUnknownMembers().TicketAudits.GetAsync(666, 2127301143);

        Assert.That((audit.Id, audit.TicketId, audit.AuthorId, audit.Channel, audit.Source), Is.EqualTo((2127301143L, 666L, 5246746L, TicketChannel.Web, new ViaSource { Relation = "trigger" })));
        Assert.That(audit.CreatedAt, Is.EqualTo(new DateTimeOffset(2011, 9, 25, 22, 35, 44, TimeSpan.Zero)));
        Assert.That(audit.Metadata["custom"].GetProperty("time_spent").GetString(), Is.EqualTo("3m22s"));
        Assert.That(audit.AdditionalProperties.Keys, Is.EqualTo(new[] { "new" }));
        Assert.That(audit.Events.Select(happened => (happened.Id, happened.Type)), Is.EqualTo(new (long?, string?)[] { (2127301148, "Comment"), (9_000_000_000_001, "Change"), (null, "Hologram"), (null, null) }));
        Assert.That((audit.Events[0].Members["public"].GetBoolean(), audit.Events[1].Members["value"].GetString()), Is.EqualTo((false, "open")));
        Assert.That(audit.Events[2].Members["depth"][1].GetProperty("x").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
        Assert.That(audit.Events[3].Members["type"].GetInt32(), Is.EqualTo(7));
    }

    [Test]
    public async Task Members_of_events_outlive_the_answer_and_its_memory()
    {
        var texts = Enumerable.Range(0, 50).Select(number => new string((char)('a' + (number % 26)), 2_000)).ToArray();
        using var service = new StubService(request => StubService.JsonAnswer(Answer(texts[int.Parse(request.Path.Split('/')[^1], CultureInfo.InvariantCulture) - 1])));
        var client = service.Client();
        var events = new List<AuditEvent>();
        for (var id = 1; id <= texts.Length; id++)
        {
            // The next answer is read into the memory that this one leaves.
            events.Add((await client.TicketAudits.GetAsync(1, id)).Events.Single());
        }

        Assert.That(events.Select(happened => happened.Members["body"].GetString()), Is.EqualTo(texts));

        static string Answer(string text) => $$$"""{"audit":{"id":1,"events":[{"type":"Comment","body":"{{{text}}}"}]}}""";
    }

    [Test]
    public async Task A_name_that_is_no_text_hides_no_other_member()
    {
        using var service = StubService.Json("""{"audit":{"id":1,"events":[{"\ud800":1,"type":"Change"}],"metadata":"none"}}""");

        var audit = await service.Client().TicketAudits.GetAsync(1, 1);

        Assert.That(audit.Events[0].Members.Keys, Is.EqualTo(new[] { "type" }));
        Assert.That(audit.Metadata, Is.Empty);
    }
}
