using AuthProfiles.Zendesk.Tests.Support;
using static AuthProfiles.Zendesk.Tests.Support.OperationCase;

namespace AuthProfiles.Zendesk.Tests.Requests;

/// <summary>What each operation on requests sends, to the byte.</summary>
[TestFixture]
public sealed class RequestOperationTests
{
    private const string One = """{"request":{"id":1}}""";
    private const string Many = """{"requests":[{"id":1}],"meta":{"has_more":false}}""";
    private const string Comments = """{"comments":[{"id":2}],"meta":{"has_more":false}}""";

    private static readonly NewRequest Fire = new() { Subject = "Fire", Comment = Comment.Public("It burns.") };

    private static IEnumerable<TestCaseData> Operations()
    {
        yield return Of("create", client => client.Requests.CreateAsync(Fire), One, "POST", "api/v2/requests", """{"request":{"subject":"Fire","comment":{"body":"It burns."}}}""");
        yield return Of("create with all", client => client.Requests.CreateAsync(Whole()), One, "POST", "api/v2/requests",
            """{"request":{"subject":"Fire","comment":{"html_body":"<b>x</b>","uploads":["u"]},"requester":{"name":"Mia","email":"mia@acme.example"},"priority":"high","type":"incident","custom_fields":[{"id":9000000000001,"value":"v"}],"collaborators":[7,{"email":"a@b.example"}],"ticket_form_id":2,"custom_status_id":3,"via_followup_source_id":4,"recipient":"r","due_at":"1970-01-01T00:00:00Z"}}""");
        yield return Of("show", client => client.Requests.GetAsync(1), One, "GET", "api/v2/requests/1");
        yield return Of("show with others", client => client.Requests.GetAsync(1, [Includes.Users]), One, "GET", "api/v2/requests/1?include=users");
        yield return Of("list", client => client.Requests.ListAsync(new() { Sort = "-updated_at" }).CollectAsync(), Many, "GET", "api/v2/requests?page%5Bsize%5D=100&sort_by=updated_at&sort_order=desc");
        yield return Of("list page", client => client.Requests.ListPageAsync(new() { After = "a+=", PageSize = 2 }), Many, "GET", "api/v2/requests?page%5Bsize%5D=2&page%5Bafter%5D=a%2B%3D");
        yield return Of("search", client => client.Requests.SearchAsync("printer & co").CollectAsync(), Many, "GET", "api/v2/requests/search?query=printer%20%26%20co&per_page=100&page=1");
        yield return Of("search narrowed", client => client.Requests.SearchPageAsync("x", new() { OrganizationId = 5, IsCopiedIn = true, Statuses = [TicketStatus.Hold, TicketStatus.Open] }, new() { PageSize = 10, After = "2" }), Many, "GET",
            "api/v2/requests/search?query=x&organization_id=5&cc_id=true&status=hold%2Copen&per_page=10&page=2");
        yield return Of("solve", client => client.Requests.UpdateAsync(1, new() { IsSolved = true }), One, "PUT", "api/v2/requests/1", """{"request":{"solved":true}}""");
        yield return Of("update", client => client.Requests.UpdateAsync(1, new() { Comment = Comment.Public("x"), AdditionalCollaborators = [Collaborator.Of(7)] }), One, "PUT", "api/v2/requests/1",
            """{"request":{"comment":{"body":"x"},"additional_collaborators":[7]}}""");
        yield return Of("comments", client => client.Requests.Comments.ListAsync(1).CollectAsync(), Comments, "GET", "api/v2/requests/1/comments?page%5Bsize%5D=100");
        yield return Of("comments of agents", client => client.Requests.Comments.ListPageAsync(1, new DateTimeOffset(2026, 11, 21, 1, 0, 0, TimeSpan.FromHours(1)), CommentRole.Agent, new() { Sort = "-created_at" }), Comments, "GET",
            "api/v2/requests/1/comments?since=2026-11-21T00%3A00%3A00Z&role=agent&page%5Bsize%5D=100&sort=-created_at");
        yield return Of("comment", client => client.Requests.Comments.GetAsync(1, 2), """{"comment":{"id":2}}""", "GET", "api/v2/requests/1/comments/2");
        yield return Of("add comment", client => client.Requests.Comments.AddAsync(1, Comment.Public("x")), One, "PUT", "api/v2/requests/1", """{"request":{"comment":{"body":"x"}}}""");
    }

    private static IEnumerable<TestCaseData> NotSent()
    {
        yield return Refused("no subject", client => client.Requests.CreateAsync(Fire with { Subject = " " }));
        yield return Refused("an internal comment", client => client.Requests.CreateAsync(Fire with { Comment = Comment.Internal("x") }));
        yield return Refused("another's comment", client => client.Requests.CreateAsync(Fire with { Comment = Comment.Public("x") with { AuthorId = 7 } }));
        yield return Refused("no change", client => client.Requests.UpdateAsync(1, new()));
        yield return Refused("an internal comment more", client => client.Requests.UpdateAsync(1, new() { Comment = Comment.Internal("x") }));
        yield return Refused("no comment", client => client.Requests.Comments.AddAsync(1, null!));
        yield return Refused("no id", client => client.Requests.GetAsync(0));
        yield return Refused("no id of a comment", client => client.Requests.Comments.GetAsync(1, 0));
        yield return Refused("an empty query", client => client.Requests.SearchPageAsync(""));
        yield return Refused("no id of an organization", client => client.Requests.SearchPageAsync("x", new() { OrganizationId = 0 }));
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_asks_for_what_it_says(Func<ZendeskClient, Task> call, string answer, string method, string path, string? body) => AsksAsync(call, answer, method, path, body);

    [TestCaseSource(nameof(NotSent))]
    public void What_Zendesk_would_refuse_or_misread_is_not_sent(Func<ZendeskClient, Task> call) => IsNotSent(call);

    private static NewRequest Whole() => Fire with
    {
        Comment = Comment.PublicHtml("<b>x</b>") with { Uploads = ["u"] },
        Requester = new("Mia", "mia@acme.example"),
        Priority = TicketPriority.High,
        Type = TicketType.Incident,
        CustomFields = [new(9000000000001, "v")],
        Collaborators = [Collaborator.Of(7), Collaborator.Of("a@b.example")],
        TicketFormId = 2,
        CustomStatusId = 3,
        FollowUpSourceId = 4,
        Recipient = "r",
        DueAt = DateTimeOffset.UnixEpoch,
    };
}
