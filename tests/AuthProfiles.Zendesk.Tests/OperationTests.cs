using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests;

/// <summary>What each operation sends, to the byte.</summary>
[TestFixture]
public sealed class OperationTests
{
    private const string Job = """{"job_status":{"id":"j1","status":"queued"}}""";
    private const string Tickets = """{"tickets":[{"id":1}],"results":[{"id":1,"result_type":"ticket"}],"meta":{"has_more":false}}""";

    private static readonly DateTimeOffset Stamp = DateTimeOffset.UnixEpoch;

    private static IEnumerable<TestCaseData> Operations()
    {
        yield return Of("count", client => client.Tickets.CountAsync(), """{"count":{"value":5}}""", "GET", "api/v2/tickets/count");
        yield return Of("external id", client => client.Tickets.ListByExternalIdAsync("a&b").CollectAsync(), Tickets, "GET", "api/v2/tickets?external_id=a%26b&page%5Bsize%5D=100");
        yield return Of("create many", client => client.Tickets.CreateManyAsync([New("a"), New("b")]), Job, "POST", "api/v2/tickets/create_many",
            """{"tickets":[{"comment":{"body":"a","public":true}},{"comment":{"body":"b","public":true}}]}""");
        yield return Of("update many alike", client => client.Tickets.UpdateManyAsync([1, 2], new TicketUpdate { Status = TicketStatus.Solved, AddedTags = ["x"], RemovedTags = ["y"] }), Job, "PUT", "api/v2/tickets/update_many?ids=1%2C2",
            """{"ticket":{"status":"solved","additional_tags":["x"],"remove_tags":["y"]}}""");
        yield return Of("update many apart", client => client.Tickets.UpdateManyAsync([new TicketChange(1, new() { Subject = "s" }), new TicketChange(2, new() { AssigneeId = null })]), Job, "PUT", "api/v2/tickets/update_many",
            """{"tickets":[{"id":1,"subject":"s"},{"id":2,"assignee_id":null}]}""");
        yield return Of("delete many", client => client.Tickets.DeleteManyAsync([1, 2]), Job, "DELETE", "api/v2/tickets/destroy_many?ids=1%2C2");
        yield return Of("merge", client => client.Tickets.MergeAsync(1, [2, 3], new() { TargetComment = "t", IsTargetCommentPublic = true, SourceComment = "s" }), Job, "POST", "api/v2/tickets/1/merge",
            """{"ids":[2,3],"target_comment":"t","target_comment_is_public":true,"source_comment":"s","source_comment_is_public":false}""");
        yield return Of("merge silently", client => client.Tickets.MergeAsync(1, [2]), Job, "POST", "api/v2/tickets/1/merge", """{"ids":[2]}""");
        yield return Of("spam", client => client.Tickets.MarkAsSpamAsync(1), "\"\"", "PUT", "api/v2/tickets/1/mark_as_spam");
        yield return Of("spam many", client => client.Tickets.MarkManyAsSpamAsync([1]), Job, "PUT", "api/v2/tickets/mark_many_as_spam?ids=1");
        yield return Of("related", client => client.Tickets.GetRelationsAsync(1), "{}", "GET", "api/v2/tickets/1/related");
        yield return Of("comment", client => client.Tickets.Comments.AddAsync(1, Comment.Internal("x")), """{"ticket":{"id":1}}""", "PUT", "api/v2/tickets/1", """{"ticket":{"comment":{"body":"x","public":false}}}""");
        yield return Of("comments", client => client.Tickets.Comments.ListAsync(1, new() { Sort = "-created_at" }, withInlineImages: true).CollectAsync(), """{"comments":[],"meta":{"has_more":false}}""", "GET",
            "api/v2/tickets/1/comments?include_inline_images=true&page%5Bsize%5D=100&sort=-created_at");
        yield return Of("count comments", client => client.Tickets.Comments.CountAsync(1), """{"count":{"value":5}}""", "GET", "api/v2/tickets/1/comments/count");
        yield return Of("make private", client => client.Tickets.Comments.MakePrivateAsync(1, 2), "", "PUT", "api/v2/tickets/1/comments/2/make_private");
        yield return Of("redact", client => client.Tickets.Comments.RedactAsync(1, 2, "4111"), """{"comment":{"id":2}}""", "PUT", "api/v2/tickets/1/comments/2/redact", """{"text":"4111"}""");
        yield return Of("redact attachment", client => client.Tickets.Comments.RedactAttachmentAsync(1, 2, 3), """{"attachment":{"id":3}}""", "PUT", "api/v2/tickets/1/comments/2/attachments/3/redact");
        yield return Of("add tags", client => client.Tickets.Tags.AddAsync(1, ["a"], Stamp), """{"tags":["a"]}""", "PUT", "api/v2/tickets/1/tags", """{"tags":["a"],"updated_stamp":"1970-01-01T00:00:00Z","safe_update":"true"}""");
        yield return Of("remove tags", client => client.Tickets.Tags.RemoveAsync(1, ["a"], Stamp), "", "DELETE", "api/v2/tickets/1/tags", """{"tags":["a"],"updated_stamp":"1970-01-01T00:00:00Z","safe_update":"true"}""");
        yield return Of("problems", client => client.Tickets.Problems.ListAsync().CollectAsync(), Tickets, "GET", "api/v2/problems?page%5Bsize%5D=100");
        yield return Of("incidents", client => client.Tickets.Problems.ListIncidentsAsync(1).CollectAsync(), Tickets, "GET", "api/v2/tickets/1/incidents?page%5Bsize%5D=100");
        yield return Of("find problems", client => client.Tickets.Problems.FindAsync("fire"), Tickets, "POST", "api/v2/problems/autocomplete", """{"text":"fire"}""");
        yield return Of("deleted", client => client.Tickets.Deleted.ListAsync(new() { Sort = "-deleted_at" }).CollectAsync(), """{"deleted_tickets":[]}""", "GET", "api/v2/deleted_tickets?page%5Bsize%5D=100&sort_by=deleted_at&sort_order=desc");
        yield return Of("restore", client => client.Tickets.Deleted.RestoreAsync(1), "", "PUT", "api/v2/deleted_tickets/1/restore");
        yield return Of("restore many", client => client.Tickets.Deleted.RestoreManyAsync([1, 2]), "", "PUT", "api/v2/deleted_tickets/restore_many?ids=1%2C2");
        yield return Of("delete for good", client => client.Tickets.Deleted.DeletePermanentlyAsync(1), Job, "DELETE", "api/v2/deleted_tickets/1");
        yield return Of("delete many for good", client => client.Tickets.Deleted.DeletePermanentlyManyAsync([1, 2]), Job, "DELETE", "api/v2/deleted_tickets/destroy_many?ids=1%2C2");
        yield return Of("import", client => client.Tickets.Imports.CreateAsync(Import()), """{"ticket":{"id":1}}""", "POST", "api/v2/imports/tickets",
            """{"ticket":{"comment":{"body":"a","public":true},"created_at":"1970-01-01T00:00:00Z","updated_at":"1970-01-01T00:00:00Z","solved_at":"1970-01-01T00:00:00Z","comments":[{"value":"b","author_id":7,"created_at":"1970-01-01T00:00:00Z","public":false,"uploads":["u"]},{"value":"c","public":true}]}}""");
        yield return Of("import many", client => client.Tickets.Imports.CreateManyAsync([new() { Ticket = New("a") }], archiveImmediately: true), Job, "POST", "api/v2/imports/tickets/create_many?archive_immediately=true",
            """{"tickets":[{"comment":{"body":"a","public":true}}]}""");
        yield return Of("count search", client => client.Search.CountAsync("type:ticket a&b"), """{"count":5}""", "GET", "api/v2/search/count?query=type%3Aticket%20a%26b");
        yield return Of("export search", client => client.Search.ExportTicketsAsync(new TicketQuery().WithTag("a b")).CollectAsync(), Tickets, "GET", "api/v2/search/export?query=tags%3A%22a%20b%22&filter%5Btype%5D=ticket&page%5Bsize%5D=100");
        yield return Of("export search page", client => client.Search.ExportTicketsPageAsync("x", new() { After = "a+=" }), Tickets, "GET", "api/v2/search/export?query=x&filter%5Btype%5D=ticket&page%5Bsize%5D=100&page%5Bafter%5D=a%2B%3D");
        yield return Of("tags", client => client.Tags.ListAsync().CollectAsync(), """{"tags":[{"name":"a","count":1}],"meta":{"has_more":false}}""", "GET", "api/v2/tags?page%5Bsize%5D=100");
        yield return Of("tag page", client => client.Tags.ListPageAsync(new() { PageSize = 2 }), """{"tags":[]}""", "GET", "api/v2/tags?page%5Bsize%5D=2");
        yield return Of("count tags", client => client.Tags.CountAsync(), """{"count":{"value":5}}""", "GET", "api/v2/tags/count");
        yield return Of("job", client => client.Jobs.GetAsync("a/../b?c"), Job, "GET", "api/v2/job_statuses/a%2F..%2Fb%3Fc");
        yield return Of("jobs by id", client => client.Jobs.GetManyAsync(["a", "b"]), """{"job_statuses":[]}""", "GET", "api/v2/job_statuses/show_many?ids=a%2Cb");
        yield return Of("jobs", client => client.Jobs.ListAsync().CollectAsync(), """{"job_statuses":[]}""", "GET", "api/v2/job_statuses?page%5Bsize%5D=100");

        static TestCaseData Of(string name, Func<ZendeskClient, Task> call, string answer, string method, string path, string? body = null) =>
            new TestCaseData(call, answer, method, path, body).SetArgDisplayNames(name);
    }

    private static IEnumerable<TestCaseData> Refused()
    {
        var hundredAndOne = Enumerable.Range(1, 101).Select(id => (long)id).ToArray();
        yield return Of("no tickets", client => client.Tickets.CreateManyAsync([]));
        yield return Of("too many tickets", client => client.Tickets.CreateManyAsync([.. hundredAndOne.Select(_ => New("a"))]));
        yield return Of("a ticket that is null", client => client.Tickets.CreateManyAsync([New("a"), null!]));
        yield return Of("a change that is null", client => client.Tickets.UpdateManyAsync([null!]));
        yield return Of("an import that is null", client => client.Tickets.Imports.CreateManyAsync([null!]));
        yield return Of("a tag of two words", client => client.Tickets.CreateManyAsync([New("a") with { Tags = ["a b"] }]));
        yield return Of("too many ids", client => client.Tickets.DeleteManyAsync(hundredAndOne));
        yield return Of("no ids", client => client.Tickets.UpdateManyAsync([], new TicketUpdate { Subject = "s" }));
        yield return Of("no id", client => client.Tickets.DeleteManyAsync([0]));
        yield return Of("no change", client => client.Tickets.UpdateManyAsync([new TicketChange(1, new())]));
        yield return Of("a change for many", client => client.Tickets.UpdateAsync(1, new() { AddedTags = ["a"] }));
        yield return Of("an added tag of two words", client => client.Tickets.UpdateManyAsync([1], new TicketUpdate { AddedTags = ["a b"] }));
        yield return Of("no sources", client => client.Tickets.MergeAsync(1, []));
        yield return Of("no imports", client => client.Tickets.Imports.CreateManyAsync([]));
        yield return Of("nothing to redact", client => client.Tickets.Comments.RedactAsync(1, 2, " "));
        yield return Of("a comment without id", client => client.Tickets.Comments.MakePrivateAsync(1, 0));
        yield return Of("a job without id", client => client.Jobs.GetAsync(""));
        yield return Of("a job above", client => client.Jobs.GetAsync(".."));
        yield return Of("two jobs in one", client => client.Jobs.GetManyAsync(["a,b"]));
        yield return Of("an empty query", client => client.Search.CountAsync(" "));

        static TestCaseData Of(string name, Func<ZendeskClient, Task> call) => new TestCaseData(call).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Operations))]
    public async Task An_operation_asks_for_what_it_says(Func<ZendeskClient, Task> call, string answer, string method, string path, string? body)
    {
        using var service = StubService.Json(answer);

        await call(service.Client());

        Assert.That((service.Only.Method, service.Only.Path, service.Only.Body), Is.EqualTo((method, path, body)));
        Assert.That(service.Only.Headers["Accept"], Is.EqualTo("application/json"));
    }

    [TestCaseSource(nameof(Refused))]
    public void What_Zendesk_would_refuse_or_misread_is_not_sent(Func<ZendeskClient, Task> call)
    {
        using var service = StubService.Json("{}");

        Assert.That(() => call(service.Client()), Throws.InstanceOf<ArgumentException>());
        Assert.That(service.Requests, Is.Empty);
    }

    private static NewTicket New(string text) => new() { Comment = Comment.Public(text) };

    private static TicketImport Import() => new()
    {
        Ticket = New("a"),
        Comments = [new("b") { AuthorId = 7, CreatedAt = Stamp, IsPublic = false, Uploads = ["u"] }, new("c")],
        CreatedAt = Stamp,
        UpdatedAt = Stamp,
        SolvedAt = Stamp,
    };
}
