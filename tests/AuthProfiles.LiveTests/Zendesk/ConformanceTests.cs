using System.Text;
using System.Text.RegularExpressions;
using AuthProfiles.LiveTests.Infrastructure;
using AuthProfiles.Zendesk;

namespace AuthProfiles.LiveTests.Zendesk;

/// <summary>What the official description's own server answers, and the local Zendesk, has the shape that the description says: so the local one can't drift from the real one.</summary>
[TestFixture(Prism)]
[TestFixture(Local)]
public sealed class ConformanceTests(string server)
{
    public const string Prism = "Prism";
    public const string Local = "Local";

    // The envelope of numbered pages, where only that of cursors is described.
    private static readonly Regex NumberedPage = new(@"^\$\.(count|next_page|previous_page) is not in the contract\.$");

    // The other way round: what is advised is described as a sentence only.
    private static readonly Regex CursorPage = new(@"^\$\.(meta|links) is not in the contract\.$");

    // A result of a search has the members of its record, of whichever type that is.
    private static readonly Regex OfRecord = new(@"^\$\.results\[\d+\]\.[a-z_]+ is not in the contract\.$");

    private static readonly NewTicket Fire = new() { Subject = "Fire", Comment = Comment.Public("The printer burns."), Tags = ["fire"] };

    private Contract _contract = null!;
    private ContractHandler? _prism;
    private LocalAccount? _local;
    private KeptAnswers _answers = null!;
    private HttpClient _http = null!;
    private ZendeskClient _client = null!;
    private Subjects _known = null!;

    /// <summary>Gets the calls, under the operations that they are of.</summary>
    private static IEnumerable<TestCaseData> Operations()
    {
        yield return Of("GET /api/v2/tickets", static (client, _) => client.Tickets.ListPageAsync());
        yield return Of("GET /api/v2/tickets, numbered", static (client, _) => client.Tickets.ListPageAsync(new() { IsNumbered = true }), "example=offset");
        yield return Of("POST /api/v2/tickets", static (client, _) => client.Tickets.CreateAsync(Fire));
        yield return Of("GET /api/v2/tickets/count", static (client, _) => client.Tickets.CountAsync());
        yield return Of("GET /api/v2/tickets/show_many", static (client, _) => client.Tickets.GetManyAsync([1, 2]));
        yield return Of("POST /api/v2/tickets/create_many", static (client, _) => client.Tickets.CreateManyAsync([Fire]));
        yield return Of("PUT /api/v2/tickets/update_many", static (client, _) => client.Tickets.UpdateManyAsync([1, 2], new TicketUpdate { AddedTags = ["a"] }));
        yield return Of("DELETE /api/v2/tickets/destroy_many", static (client, _) => client.Tickets.DeleteManyAsync([1, 2]));
        yield return Of("PUT /api/v2/tickets/mark_many_as_spam", static (client, _) => client.Tickets.MarkManyAsSpamAsync([1]));
        yield return Of("GET /api/v2/tickets/{ticket_id}", static (client, _) => client.Tickets.GetAsync(1));
        yield return Of("PUT /api/v2/tickets/{ticket_id}", static (client, _) => client.Tickets.UpdateAsync(1, new() { Status = TicketStatus.Solved, Comment = Comment.Internal("x") }));
        yield return Of("DELETE /api/v2/tickets/{ticket_id}", static (client, _) => client.Tickets.DeleteAsync(1));
        yield return Of("PUT /api/v2/tickets/{ticket_id}/mark_as_spam", static (client, _) => client.Tickets.MarkAsSpamAsync(1));
        yield return Of("POST /api/v2/tickets/{ticket_id}/merge", static (client, _) => client.Tickets.MergeAsync(1, [2], new() { TargetComment = "t" }));
        yield return Of("GET /api/v2/tickets/{ticket_id}/comments", static (client, _) => client.Tickets.Comments.ListPageAsync(1));
        yield return Of("GET /api/v2/tickets/{ticket_id}/comments/count", static (client, _) => client.Tickets.Comments.CountAsync(1));
        yield return Of("PUT /api/v2/tickets/{ticket_id}/comments/{ticket_comment_id}/make_private", static (client, known) => client.Tickets.Comments.MakePrivateAsync(1, known.Comment));
        yield return Of("PUT /api/v2/tickets/{ticket_id}/comments/{ticket_comment_id}/redact", static (client, known) => client.Tickets.Comments.RedactAsync(1, known.Comment, "printer"));
        yield return Of("GET /api/v2/tickets/{ticket_id}/tags", static (client, _) => client.Tickets.Tags.GetAsync(1));
        yield return Of("PUT /api/v2/tickets/{ticket_id}/tags", static (client, _) => client.Tickets.Tags.AddAsync(1, ["a"]));
        yield return Of("POST /api/v2/tickets/{ticket_id}/tags", static (client, _) => client.Tickets.Tags.SetAsync(1, ["a"]));
        yield return Of("DELETE /api/v2/tickets/{ticket_id}/tags", static (client, _) => client.Tickets.Tags.RemoveAsync(1, ["a"]));
        yield return Of("GET /api/v2/tickets/{ticket_id}/related", static (client, _) => client.Tickets.GetRelationsAsync(1));
        yield return Of("GET /api/v2/tickets/{ticket_id}/incidents", static (client, _) => SendAsync(client, "GET", "tickets/1/incidents"));
        yield return Of("GET /api/v2/problems", static (client, _) => SendAsync(client, "GET", "problems"));
        yield return Of("POST /api/v2/problems/autocomplete", static (client, _) => client.Tickets.Problems.FindAsync("fire"));
        yield return Of("GET /api/v2/tags", static (client, _) => client.Tags.ListPageAsync());
        yield return Of("GET /api/v2/tags/count", static (client, _) => client.Tags.CountAsync());
        yield return Of("POST /api/v2/imports/tickets", static (client, _) => client.Tickets.Imports.CreateAsync(new() { Ticket = Fire, Comments = [new("x")] }));
        yield return Of("POST /api/v2/imports/tickets/create_many", static (client, _) => client.Tickets.Imports.CreateManyAsync([new() { Ticket = Fire }]));
        yield return Of("GET /api/v2/deleted_tickets", static (client, _) => client.Tickets.Deleted.ListPageAsync());
        yield return Of("GET /api/v2/deleted_tickets, numbered", static (client, _) => client.Tickets.Deleted.ListPageAsync(new() { IsNumbered = true }));
        yield return Of("PUT /api/v2/deleted_tickets/{ticket_id}/restore", static (client, _) => client.Tickets.Deleted.RestoreAsync(4));
        yield return Of("PUT /api/v2/deleted_tickets/restore_many", static (client, _) => client.Tickets.Deleted.RestoreManyAsync([4]));
        yield return Of("DELETE /api/v2/deleted_tickets/{ticket_id}", static (client, _) => client.Tickets.Deleted.DeletePermanentlyAsync(4));
        yield return Of("DELETE /api/v2/deleted_tickets/destroy_many", static (client, _) => client.Tickets.Deleted.DeletePermanentlyManyAsync([4]));
        yield return Of("GET /api/v2/job_statuses", static (client, _) => client.Jobs.ListPageAsync());
        yield return Of("GET /api/v2/job_statuses/show_many", static (client, _) => client.Jobs.GetManyAsync([LocalAccount.Job]));
        yield return Of("GET /api/v2/job_statuses/{job_status_id}", static (client, _) => client.Jobs.GetAsync(LocalAccount.Job));
        yield return Of("GET /api/v2/incremental/tickets", static (client, _) => client.Exports.TicketsByTimePageAsync(DateTimeOffset.UnixEpoch));
        yield return Of("GET /api/v2/incremental/tickets/cursor", static (client, _) => client.Exports.TicketsPageAsync(DateTimeOffset.UnixEpoch));
        yield return Of("GET /api/v2/search", static (client, _) => client.Tickets.SearchPageAsync("fire"));
        yield return Of("GET /api/v2/search/count", static (client, _) => client.Search.CountAsync("fire"));
        yield return Of("GET /api/v2/search/export", static (client, _) => client.Search.ExportTicketsPageAsync("fire"));
        yield return Of("POST /api/v2/uploads", static (client, _) => SendAsync(client, "POST", "uploads?filename=x", new StringContent("x", Encoding.UTF8, "text/plain")));
        yield return Of("DELETE /api/v2/uploads/{token}", static (client, known) => SendAsync(client, "DELETE", "uploads/" + known.Upload));
        yield return Of("GET /api/v2/attachments/{attachment_id}", static (client, known) => SendAsync(client, "GET", $"attachments/{known.Attachment}"));
        yield return Raw("GET", "/api/v2/oauth/tokens/current", "oauth/tokens/current");
        yield return Raw("DELETE", "/api/v2/oauth/tokens/current", "oauth/tokens/current");
        yield return Raw("GET", "/api/v2/users", "users?page[size]=2");
        yield return Raw("POST", "/api/v2/users", "users", """{"user":{"name":"Joe","email":"joe@acme.example"}}""");
        yield return Raw("GET", "/api/v2/users/count", "users/count");
        yield return Raw("GET", "/api/v2/users/me", "users/me");
        yield return Raw("GET", "/api/v2/users/search", "users/search?query=mia");
        yield return Raw("GET", "/api/v2/users/show_many", "users/show_many?ids=9000000000002");
        yield return Raw("POST", "/api/v2/users/create_or_update", "users/create_or_update", """{"user":{"name":"Mia","email":"mia@acme.example"}}""");
        yield return Raw("GET", "/api/v2/users/{user_id}", "users/9000000000002");
        yield return Raw("PUT", "/api/v2/users/{user_id}", "users/9000000000002", """{"user":{"name":"Mia"}}""");
    }

    private static IEnumerable<TestCaseData<int, string, string, string?>> Refusals()
    {
        yield return new(400, "GET", "tickets?page[size]=100&page[after]=nonsense", null);
        yield return new(404, "GET", "tickets/999", null);
        yield return new(409, "PUT", "tickets/1", """{"ticket":{"safe_update":true,"updated_stamp":"2000-01-01T00:00:00Z"}}""");
        yield return new(422, "PUT", "tickets/3", """{"ticket":{"subject":"closed"}}""");
        yield return new(422, "GET", "search?query=type:ticket&page=11&per_page=100", null);
        yield return new(422, "GET", "incremental/tickets?start_time=4000000000", null);
    }

    /// <summary>Gets the operations that the calls are of.</summary>
    public static IEnumerable<string> Covered => Operations().Select(static operation => ((string)operation.Arguments[0]!).Split(',')[0]);

    [OneTimeSetUp]
    public void Read() => _contract = Contract.Load();

    [SetUp]
    public async Task ConnectAsync()
    {
        (_prism, _local) = server == Prism ? (new ContractHandler(), (LocalAccount?)null) : (null, new LocalAccount());
        var address = server == Prism ? LiveEnvironment.Require(LiveEnvironment.Zendesk) : new("https://acme.zendesk.com/");
        _answers = new KeptAnswers((HttpMessageHandler?)_prism ?? _local!);
        _http = new HttpClient(_answers) { BaseAddress = address };
        _client = new ZendeskClient(_http);
        _known = _local is null ? Subjects.Any : await _local.LiveAsync(_http);
    }

    [TearDown]
    public void Disconnect()
    {
        _http?.Dispose();
        _answers?.Dispose();
        _prism?.Dispose();
        _local?.Dispose();
    }

    [TestCaseSource(nameof(Operations))]
    public async Task An_answer_has_the_shape_that_the_contract_says(string operation, Func<ZendeskClient, Subjects, Task> call, string? prefer)
    {
        if (_prism is not null)
        {
            _prism.Prefer = prefer;
        }

        await call(_client, _known);

        var asked = _contract.OperationOf(_answers.Method, _answers.Path);
        Assert.That(operation, Does.StartWith(asked));
        Assert.That(_prism?.Violations, Is.Null.Or.Empty);
        Assert.That(Unexplained(asked, _contract.Check(asked, _answers.Status, _answers.Body)), Is.Empty);
    }

    [TestCaseSource(nameof(Refusals))]
    public async Task A_refusal_has_the_shape_that_the_contract_says(int status, string method, string path, string? body)
    {
        if (_prism is not null)
        {
            _prism.Prefer = $"code={status}";
        }

        using var request = new HttpRequestMessage(new HttpMethod(method), "api/v2/" + path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        using var response = await _client.SendAsync(request);

        Assert.That(_answers.Status, Is.EqualTo(status));
        Assert.That(_contract.Check(_contract.OperationOf(_answers.Method, _answers.Path), _answers.Status, _answers.Body), Is.Empty);
    }

    // What the description leaves out, though Zendesk's own examples and pages have it.
    private static IEnumerable<string> Unexplained(string operation, IEnumerable<string> problems) => problems.Where(problem =>
        !(NumberedPage.IsMatch(problem)
            || (operation == "GET /api/v2/deleted_tickets" && CursorPage.IsMatch(problem))
            || (operation == "POST /api/v2/tickets" && problem.StartsWith("$.audit ", StringComparison.Ordinal))
            || (operation is "GET /api/v2/search" or "GET /api/v2/search/export" && OfRecord.IsMatch(problem))));

    private static TestCaseData Of(string name, Func<ZendeskClient, Subjects, Task> call, string? prefer = null) => new(name, call, prefer) { TestName = "{m}(" + name + ")" };

    private static TestCaseData Raw(string method, string template, string path, string? body = null) =>
        Of($"{method} {template}", (client, _) => SendAsync(client, method, path, body is null ? null : new StringContent(body, Encoding.UTF8, "application/json")));

    private static async Task SendAsync(ZendeskClient client, string method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "api/v2/" + path) { Content = content };
        using var response = await client.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }
}
