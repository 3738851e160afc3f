using AuthProfiles.LiveTests.Infrastructure;
using AuthProfiles.Zendesk;

namespace AuthProfiles.LiveTests.Zendesk;

/// <summary>The official description, as a server, takes every operation on requests, and refuses what it does not allow.</summary>
[TestFixture]
public sealed class RequestContractTests : ContractTests
{
    private static readonly NewRequest Fire = new() { Subject = "Fire", Comment = Comment.Public("The printer burns.") };

    private static IEnumerable<TestCaseData> Operations()
    {
        yield return Of("create", client => client.Requests.CreateAsync(Fire));
        yield return Of("create with all", client => client.Requests.CreateAsync(Fire with
        {
            Requester = new("Mia", "mia@acme.example"),
            Priority = TicketPriority.High,
            Type = TicketType.Task,
            CustomFields = [new(9000000000001, "v")],
            Collaborators = [Collaborator.Of(7), Collaborator.Of("a@b.example", "A")],
            TicketFormId = 2,
            CustomStatusId = 3,
            FollowUpSourceId = 4,
            Recipient = "help@acme.example",
            DueAt = DateTimeOffset.UnixEpoch,
        }));
        yield return Of("show", client => client.Requests.GetAsync(33));
        yield return Of("show with others", client => client.Requests.GetAsync(33, [Includes.Users]));
        yield return Of("list", client => client.Requests.ListPageAsync(new() { Sort = "-updated_at" }), "example=cursor_first");
        yield return Of("list numbered", client => client.Requests.ListPageAsync(new() { IsNumbered = true }), "example=offset");
        yield return Of("search", client => FirstAsync(client.Requests.SearchAsync("printer", new() { OrganizationId = 1, IsCopiedIn = true, Statuses = [TicketStatus.Hold, TicketStatus.Open] })));
        yield return Of("update", client => client.Requests.UpdateAsync(33, new() { Comment = Comment.Public("x"), IsSolved = true, AdditionalCollaborators = [Collaborator.Of(7)] }));
        yield return Of("comments", client => client.Requests.Comments.ListPageAsync(33, DateTimeOffset.UnixEpoch, CommentRole.EndUser), "example=cursor_last");
        yield return Of("comment", client => client.Requests.Comments.GetAsync(33, 43));
    }

    /// <summary>Gets requests that the contract does not allow.</summary>
    private static IEnumerable<TestCaseData<string, string, string?>> Refused()
    {
        yield return Bad("a request by a word", "GET", "requests/mine", null);
        yield return Bad("a comment by a word", "GET", "requests/1/comments/last", null);
        yield return Bad("a page of no number", "GET", "requests?page=first", null);
        yield return Bad("a text in place of a request", "POST", "requests", "\"x\"");
        yield return Bad("a deletion", "DELETE", "requests/1", null);
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_is_taken_and_its_answer_is_read(Func<ZendeskClient, Task> call, string? prefer) => IsTakenAsync(call, prefer);

    [TestCaseSource(nameof(Refused))]
    public Task What_is_not_allowed_is_refused(string method, string path, string? body) => IsRefusedAsync(method, path, body);

    [Test]
    public async Task The_operations_without_a_credential_are_taken()
    {
        // The description knows no anonymous call, so that the handler below puts a credential on these too.
        using var contract = new ContractHandler();
        using var http = new HttpClient(contract) { BaseAddress = LiveEnvironment.Require(LiveEnvironment.Zendesk) };
        var client = new ZendeskAnonymousClient(http);

        var request = await client.CreateRequestAsync(Fire with { Requester = new("Mia", "mia@acme.example") });
        Assert.That((request.Id, contract.Violations), Is.EqualTo((33L, string.Empty)));

        var caller = await client.GetCallerAsync();
        Assert.That((caller.Id, contract.Violations), Is.EqualTo(((long?)35436, string.Empty)));
    }
}
