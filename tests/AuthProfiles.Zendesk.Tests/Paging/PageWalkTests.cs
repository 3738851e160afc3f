using System.Net;
using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Paging;

[TestFixture]
public sealed class PageWalkTests
{
    [Test]
    public async Task A_list_is_walked_by_its_cursors_to_the_end()
    {
        using var service = new StubService(request => request.Path switch
        {
            "api/v2/tickets?page%5Bsize%5D=2" => Page([1, 2], "a+b/c=&d"),
            "api/v2/tickets?page%5Bsize%5D=2&page%5Bafter%5D=a%2Bb%2Fc%3D%26d" => Page([], "z"),
            "api/v2/tickets?page%5Bsize%5D=2&page%5Bafter%5D=z" => Page([3], null),
            _ => new HttpResponseMessage(HttpStatusCode.NotFound),
        });

        var tickets = await service.Client().Tickets.ListAsync(new() { PageSize = 2 }).CollectAsync();

        Assert.That(tickets.Select(ticket => ticket.Id), Is.EqualTo(new[] { 1L, 2, 3 }));
        Assert.That(service.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_page_is_read_only_when_the_caller_comes_to_it()
    {
        using var service = new StubService(_ => Page([1, 2], "next"));

        await foreach (var ticket in service.Client().Tickets.ListAsync())
        {
            if (ticket.Id == 2)
            {
                break;
            }
        }

        Assert.That(service.Only.Path, Is.EqualTo("api/v2/tickets?page%5Bsize%5D=100"));
    }

    [Test]
    public async Task A_walk_can_begin_in_the_middle()
    {
        using var service = new StubService(_ => Page([9], null));

        await service.Client().Tickets.ListAsync(new() { After = "c5" }).CollectAsync();

        Assert.That(service.Only.Path, Does.EndWith("page%5Bafter%5D=c5"));
    }

    [TestCase("a,a")]
    [TestCase("a,b,c,a")]
    [TestCase("start,start")]
    public async Task A_cursor_that_comes_again_ends_the_walk_with_an_error(string cursors)
    {
        var script = new Queue<string>(cursors.Split(','));
        var id = 0;
        using var service = new StubService(_ => Page([++id], script.Dequeue()));
        var found = new List<Ticket>();

        var exception = await Assert.CatchAsync<ZendeskException>(() => service.Client().Tickets.ListAsync(cursors[0] == 's' ? new() { After = "start" } : null).CollectAsync(found));

        Assert.That(exception!.Kind, Is.EqualTo(ZendeskErrorKind.RepeatedPage));
        Assert.That(found.Select(ticket => ticket.Id), Is.Unique);
    }

    [TestCase("""{"tickets":[{"id":1}],"meta":{"has_more":true}}""")]
    [TestCase("""{"tickets":[{"id":1}],"meta":{"has_more":true,"after_cursor":null}}""")]
    [TestCase("""{"tickets":[{"id":1}],"next_page":"https://acme.zendesk.com/api/v2/tickets.json?page=2","count":300}""")]
    [TestCase("""{"meta":{"has_more":false}}""")]
    public async Task A_list_that_would_end_early_is_an_error_not_a_short_list(string body)
    {
        using var service = StubService.Json(body);

        var exception = await Assert.CatchAsync<ZendeskException>(() => service.Client().Tickets.ListAsync().CollectAsync());

        Assert.That(exception!.Kind, Is.EqualTo(ZendeskErrorKind.UnexpectedAnswer));
    }

    [Test]
    public async Task Pages_can_be_read_by_themselves()
    {
        using var service = new StubService(_ => Page([1, 2], "n"));

        var page = await service.Client().Tickets.ListPageAsync(new() { PageSize = 2 });

        Assert.That(page.Items, Has.Count.EqualTo(2));
        Assert.That(page.Next, Is.EqualTo("n"));
    }

    [TestCase(0)]
    [TestCase(1001)]
    public void A_page_has_1_to_1000_items(int size) =>
        Assert.That(() => new PageOptions { PageSize = size }, Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public async Task Comments_are_walked_like_tickets()
    {
        using var service = new StubService(request => StubService.JsonAnswer(request.Path.EndsWith("after%5D=n", StringComparison.Ordinal)
            ? """{"comments":[{"id":2,"body":"b","public":false}],"meta":{"has_more":false}}"""
            : """{"comments":[{"attachments":[{"content_type":"text/plain","content_url":"https://company.zendesk.com/attachments/crash.log","file_name":"crash.log","id":498483,"size":2532,"thumbnails":[]}],"audit_id":432567,"author_id":123123,"body":"Thanks!","html_body":"<p>Thanks!</p>","plain_body":"Thanks","created_at":"2009-07-20T22:55:29Z","id":1274,"metadata":{"system":{"ip_address":"1.1.1.1"}},"public":true,"type":"Comment","via":{"channel":"email"}}],"meta":{"has_more":true,"after_cursor":"n"}}"""));

        var comments = await service.Client().Tickets.Comments.ListAsync(5).CollectAsync();

        Assert.That(service.Requests[1].Path, Is.EqualTo("api/v2/tickets/5/comments?page%5Bsize%5D=100&page%5Bafter%5D=n"));
        Assert.That(comments.Select(comment => (comment.Id, comment.Body, comment.IsPublic)), Is.EqualTo(new[] { (1274L, "Thanks!", true), (2L, "b", false) }));
        Assert.That(comments[0] with { Attachments = [] }, Is.EqualTo(new TicketComment
        {
            Id = 1274,
            AuditId = 432567,
            AuthorId = 123123,
            Body = "Thanks!",
            HtmlBody = "<p>Thanks!</p>",
            PlainBody = "Thanks",
            IsPublic = true,
            Channel = TicketChannel.Email,
            Type = "Comment",
            CreatedAt = new(2009, 7, 20, 22, 55, 29, TimeSpan.Zero),
            Attachments = [],
        }));
        Assert.That(comments[0].Attachments, Is.EqualTo(new[] { new Attachment { Id = 498483, FileName = "crash.log", ContentType = "text/plain", Size = 2532, ContentUrl = "https://company.zendesk.com/attachments/crash.log" } }));
    }

    [Test]
    public async Task A_walk_can_be_cancelled_between_pages()
    {
        using var cancellation = new CancellationTokenSource();
        var id = 0;
        using var service = new StubService(_ => Page([++id], $"c{id}"));
        var tickets = service.Client().Tickets.ListAsync(cancellationToken: cancellation.Token);

        await Assert.CatchAsync<OperationCanceledException>(async () =>
        {
            await foreach (var ticket in tickets)
            {
                await cancellation.CancelAsync();
            }
        });

        Assert.That(service.Requests, Has.Count.EqualTo(1));
    }

    private static HttpResponseMessage Page(long[] ids, string? next) => StubService.JsonAnswer(
        $$"""{"tickets":[{{string.Join(',', ids.Select(id => $$"""{"id":{{id}}}"""))}}],"meta":{"has_more":{{(next is null ? "false" : "true")}},"after_cursor":{{(next is null ? "null" : $"\"{next}\"")}} },"links":{"next":"https://evil.example/steal"} }""");
}
