using AuthProfiles.Zendesk;

namespace AuthProfiles.LiveTests.Zendesk;

/// <summary>The official description, as a server, takes every operation on tickets, and refuses what it does not allow.</summary>
[TestFixture]
public sealed class TicketContractTests : ContractTests
{
    private static readonly NewTicket Fire = new() { Subject = "Fire", Comment = Comment.Public("The printer burns.") };

    private static IEnumerable<TestCaseData> Operations()
    {
        yield return Of("create", client => client.Tickets.CreateAsync(Fire));
        yield return Of("create with all", client => client.Tickets.CreateAsync(Fire with
        {
            Status = TicketStatus.Open,
            Priority = TicketPriority.Urgent,
            Type = TicketType.Task,
            Requester = new("Mia", "mia@acme.example"),
            RequesterId = 1,
            SubmitterId = 2,
            AssigneeId = 3,
            GroupId = 4,
            OrganizationId = 5,
            BrandId = 6,
            TicketFormId = 7,
            ProblemId = 8,
            CustomStatusId = 9,
            FollowUpSourceId = 10,
            ExternalId = "e",
            Recipient = "r@acme.example",
            RawSubject = "{{dc.x}}",
            Channel = TicketChannel.Web,
            DueAt = DateTimeOffset.UnixEpoch,
            Tags = ["a"],
            FollowerIds = [11],
            EmailCcIds = [12],
            Collaborators = [Collaborator.Of("a@b.example", "A")],
            MacroIds = [13],
            Followers = [ParticipantChange.Add(14)],
            EmailCcs = [ParticipantChange.Add("h@i.example", "H"), ParticipantChange.Remove(15)],
            CollaboratorIds = [16],
            AdditionalCollaborators = [Collaborator.Of("c@d.example")],
            AttributeValueIds = [17],
            SharingAgreementIds = [18],
            AssigneeEmail = "x@y.example",
        }));
        yield return Of("show", client => client.Tickets.GetAsync(1));
        yield return Of("show with others", client => client.Tickets.GetAsync(1, [Includes.Raw("users")]));
        yield return Of("show many", client => client.Tickets.GetManyAsync([1, 2]));
        yield return Of("list", client => client.Tickets.ListPageAsync(new() { Sort = "-updated_at", Include = [Includes.Raw("users")] }));
        yield return Of("list numbered", client => client.Tickets.ListPageAsync(new() { IsNumbered = true }), "example=offset");
        yield return Of("list by external id", client => FirstAsync(client.Tickets.ListByExternalIdAsync("e")));
        yield return Of("update", client => client.Tickets.UpdateAsync(1, new() { Status = TicketStatus.Solved, Comment = Comment.Internal("x"), UpdatedStamp = DateTimeOffset.UnixEpoch, DueAt = null }));
        yield return Of("delete", client => client.Tickets.DeleteAsync(1));
        yield return Of("count", client => client.Tickets.CountAsync());
        yield return Of("create many", client => client.Tickets.CreateManyAsync([Fire, Fire]));
        yield return Of("update many alike", client => client.Tickets.UpdateManyAsync([1, 2], new TicketUpdate { AddedTags = ["a"] }));
        yield return Of("update many apart", client => client.Tickets.UpdateManyAsync([new TicketChange(1, new() { Subject = "s" })]));
        yield return Of("delete many", client => client.Tickets.DeleteManyAsync([1, 2]));
        yield return Of("merge", client => client.Tickets.MergeAsync(1, [2, 3], new() { TargetComment = "t", SourceComment = "s" }));
        yield return Of("spam", client => client.Tickets.MarkAsSpamAsync(1));
        yield return Of("spam many", client => client.Tickets.MarkManyAsSpamAsync([1]));
        yield return Of("related", client => client.Tickets.GetRelationsAsync(1));
        yield return Of("search", client => client.Tickets.SearchPageAsync(new TicketQuery().WithStatus(TicketStatus.Open)));
        yield return Of("count of a search", client => client.Search.CountAsync("type:ticket fire"));
        yield return Of("export of a search", client => client.Search.ExportTicketsPageAsync("fire"));
        yield return Of("export", client => client.Exports.TicketsPageAsync(DateTimeOffset.UnixEpoch));
        yield return Of("export by time", client => client.Exports.TicketsByTimePageAsync(DateTimeOffset.UnixEpoch));
        yield return Of("comments", client => client.Tickets.Comments.ListPageAsync(1, new() { Include = [Includes.Raw("users")] }, withInlineImages: true));
        yield return Of("add comment", client => client.Tickets.Comments.AddAsync(1, Comment.PublicHtml("<b>x</b>") with { Uploads = ["u"], AuthorId = 7 }));
        yield return Of("count comments", client => client.Tickets.Comments.CountAsync(1));
        yield return Of("make private", client => client.Tickets.Comments.MakePrivateAsync(1, 2));
        yield return Of("redact", client => client.Tickets.Comments.RedactAsync(1, 2, "4111"));
        yield return Of("redact attachment", client => client.Tickets.Comments.RedactAttachmentAsync(1, 2, 3));
        yield return Of("tags of a ticket", client => client.Tickets.Tags.GetAsync(1));
        yield return Of("add tags", client => client.Tickets.Tags.AddAsync(1, ["a"], DateTimeOffset.UnixEpoch));
        yield return Of("set tags", client => client.Tickets.Tags.SetAsync(1, []));
        yield return Of("remove tags", client => client.Tickets.Tags.RemoveAsync(1, ["a"]));
        yield return Of("problems", client => FirstAsync(client.Tickets.Problems.ListAsync()));
        yield return Of("incidents", client => FirstAsync(client.Tickets.Problems.ListIncidentsAsync(1)));
        yield return Of("find problems", client => client.Tickets.Problems.FindAsync("fire"));
        yield return Of("deleted tickets", client => client.Tickets.Deleted.ListPageAsync(new() { Sort = "-deleted_at" }));
        yield return Of("restore", client => client.Tickets.Deleted.RestoreAsync(1));
        yield return Of("restore many", client => client.Tickets.Deleted.RestoreManyAsync([1]));
        yield return Of("delete for good", client => client.Tickets.Deleted.DeletePermanentlyAsync(1));
        yield return Of("delete many for good", client => client.Tickets.Deleted.DeletePermanentlyManyAsync([1]));
        yield return Of("import", client => client.Tickets.Imports.CreateAsync(new() { Ticket = Fire, Comments = [new("x") { AuthorId = 1 }] }, archiveImmediately: true));
        yield return Of("import many", client => client.Tickets.Imports.CreateManyAsync([new() { Ticket = Fire }]));
        yield return Of("tags", client => client.Tags.ListPageAsync());
        yield return Of("count tags", client => client.Tags.CountAsync());
        yield return Of("job", client => client.Jobs.GetAsync("82de0b044094f0c67893ac9fe64f1a99"));
        yield return Of("jobs by id", client => client.Jobs.GetManyAsync(["a", "b"]));
        yield return Of("jobs", client => client.Jobs.ListPageAsync());
    }

    /// <summary>Gets requests that the contract does not allow.</summary>
    private static IEnumerable<TestCaseData<string, string, string?>> Refused()
    {
        yield return Bad("a priority that is none", "POST", "tickets", """{"ticket":{"comment":{"body":"x"},"priority":"huge"}}""");
        yield return Bad("a status that is none", "POST", "tickets", """{"ticket":{"comment":{"body":"x"},"status":"on_ice"}}""");
        yield return Bad("a type that is none", "PUT", "tickets/1", """{"ticket":{"type":"wish"}}""");
        yield return Bad("an id that is a word", "PUT", "tickets/1", """{"ticket":{"assignee_id":"me"}}""");
        yield return Bad("tags in one text", "PUT", "tickets/1", """{"ticket":{"tags":"a b"}}""");
        yield return Bad("a flag that is a word", "PUT", "tickets/1", """{"ticket":{"safe_update":"yes"}}""");
        yield return Bad("a comment that is a text", "PUT", "tickets/1", """{"ticket":{"comment":"x"}}""");
        yield return Bad("followers without a list", "PUT", "tickets/1", """{"ticket":{"followers":{"user_id":"1"}}}""");
        yield return Bad("an action that is none", "PUT", "tickets/1", """{"ticket":{"followers":[{"user_id":"1","action":"add"}]}}""");
        yield return Bad("tickets without a list", "POST", "tickets/create_many", """{"tickets":{"subject":"s"}}""");
        yield return Bad("a merge of nothing", "POST", "tickets/1/merge", """{"target_comment":"x"}""");
        yield return Bad("a merge of words", "POST", "tickets/1/merge", """{"ids":["a"]}""");
        yield return Bad("an import that is a text", "POST", "imports/tickets", """{"ticket":"x"}""");
        yield return Bad("a search for nothing", "GET", "search", null);
        yield return Bad("a count of nothing", "GET", "search/count", null);
        yield return Bad("an export of nothing", "GET", "search/export", null);
        yield return Bad("many tickets of no id", "GET", "tickets/show_many", null);
        yield return Bad("a deletion of no id", "DELETE", "tickets/destroy_many", null);
        yield return Bad("a ticket by a word", "GET", "tickets/first", null);
        yield return Bad("a page of no size", "GET", "tickets?per_page=0", null);
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_is_taken_and_its_answer_is_read(Func<ZendeskClient, Task> call, string? prefer) => IsTakenAsync(call, prefer);

    [TestCaseSource(nameof(Refused))]
    public Task What_is_not_allowed_is_refused(string method, string path, string? body) => IsRefusedAsync(method, path, body);

    [Test]
    public async Task A_rate_limit_is_read_off_its_answer()
    {
        Prefer("code=429");

        var error = await Assert.ThrowsAsync<ZendeskException>(() => Client.Tickets.GetAsync(1));

        Assert.That((error!.Kind, error.IsTransient), Is.EqualTo((ZendeskErrorKind.RateLimited, true)));
        Assert.That(error.RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(41)));
    }
}
