using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Tickets;

/// <summary>What is read and written beside the members that every ticket has.</summary>
[TestFixture]
public sealed class TicketRecordTests
{
    [Test]
    public async Task The_rarer_members_of_a_ticket_are_read()
    {
        using var service = StubService.Json("""
            {"ticket":{"id":1,"raw_subject":"{{dc.x}}","followup_ids":[2],"sharing_agreement_ids":[84432],"forum_topic_id":3,"generated_timestamp":1304553600,"from_messaging_channel":true,"allow_channelback":false,"allow_attachments":true,
            "satisfaction_rating":{"comment":"Great","id":1234,"score":"good"},"fields":[{"id":9}],
            "via":{"channel":"email","source":{"rel":"follow_up","from":{"id":9000000000001,"name":"Mia","address":"mia@acme.example","title":"T","x":[1]},"to":{}}}}}
            """);

        var ticket = await service.Client().KeepingUnknownMembers().Tickets.GetAsync(1);

        Assert.That((ticket.RawSubject, ticket.ForumTopicId, ticket.IsFromMessaging, ticket.AllowsChannelback, ticket.AllowsAttachments), Is.EqualTo(("{{dc.x}}", 3L, true, false, true)));
        Assert.That((ticket.FollowUpIds[0], ticket.SharingAgreementIds[0]), Is.EqualTo((2L, 84432L)));
        Assert.That(ticket.GeneratedAt, Is.EqualTo(DateTimeOffset.FromUnixTimeSeconds(1304553600)));
        Assert.That(ticket.Satisfaction, Is.EqualTo(new TicketSatisfaction("good", 1234, "Great")));
        Assert.That(ticket.Source, Is.EqualTo(new ViaSource { Relation = "follow_up", From = new(9_000_000_000_001, "Mia", "mia@acme.example", "T") }));
        Assert.That(ticket.AdditionalProperties, Is.Empty, "All of them have properties.");
    }

    [TestCase("99999999999999")]
    [TestCase("-1")]
    [TestCase("null")]
    public async Task A_time_that_is_none_is_absent(string generated)
    {
        using var service = StubService.Json($$$"""{"ticket":{"id":1,"generated_timestamp":{{{generated}}},"via":{"channel":"web","source":{"from":{},"to":{},"rel":null} } } }""");

        var ticket = await service.Client().Tickets.GetAsync(1);

        Assert.That((ticket.GeneratedAt, ticket.Source), Is.EqualTo(((DateTimeOffset?)null, (ViaSource?)null)));
    }

    [Test]
    public async Task Every_member_of_an_attachment_is_read()
    {
        using var service = StubService.Json("""
            {"attachment":{"id":1,"size":2,"file_name":"a.png","content_type":"image/png","content_url":"c","mapped_content_url":"m","url":"u","width":"80","height":60,"inline":true,"deleted":true,
            "malware_scan_result":"malware_found","malware_access_override":true,"thumbnails":[{"id":2}]}}
            """);

        var file = await service.Client().Tickets.Comments.RedactAttachmentAsync(1, 2, 3);

        Assert.That(file with { Thumbnails = [] }, Is.EqualTo(new Attachment
        {
            Id = 1,
            Size = 2,
            FileName = "a.png",
            ContentType = "image/png",
            ContentUrl = "c",
            MappedContentUrl = "m",
            Url = "u",
            Width = 80,
            Height = 60,
            IsInline = true,
            IsDeleted = true,
            MalwareScanResult = "malware_found",
            HasMalwareOverride = true,
        }));
        Assert.That(file.Thumbnails, Is.EqualTo(new[] { new Attachment { Id = 2 } }));
    }

    [Test]
    public async Task A_file_whose_second_name_is_no_text_keeps_its_other_members()
    {
        using var service = StubService.Json("""{"attachment":{"id":1,"file_name":"a.png","name":{"id":9,"size":3},"size":7}}""");

        var file = await service.Client().Uploads.GetAttachmentAsync(1);

        Assert.That((file.Id, file.FileName, file.Size), Is.EqualTo((1L, "a.png", (long?)7)));
    }

    [Test]
    public async Task Deleted_tickets_are_read()
    {
        using var service = StubService.Json("""{"count":2,"deleted_tickets":[{"actor":{"id":3946,"name":"Taz"},"deleted_at":"20140704T15:37:04Z","id":581,"previous_state":"open","subject":"Party"},{"id":582,"actor":null,"deleted_at":"2014-07-04T15:37:04Z"}],"next_page":null}""");

        var page = await service.Client().Tickets.Deleted.ListPageAsync();

        var when = new DateTimeOffset(2014, 7, 4, 15, 37, 4, TimeSpan.Zero);
        Assert.That(page.Total, Is.EqualTo(2));
        Assert.That(page.Items, Is.EqualTo(new DeletedTicket[]
        {
            new() { Id = 581, Subject = "Party", PreviousStatus = TicketStatus.Open, ActorId = 3946, ActorName = "Taz", DeletedAt = when },
            new() { Id = 582, DeletedAt = when },
        }));
    }

    [Test]
    public async Task A_walk_through_deleted_tickets_goes_further_than_numbered_pages_reach()
    {
        var pages = 0;
        using var service = new StubService(_ => StubService.JsonAnswer($$"""{"deleted_tickets":[{"id":{{++pages}}}],"meta":{"has_more":{{(pages == 102 ? "false" : "true")}},"after_cursor":"c{{pages}}"} }"""));

        var tickets = await service.Client().Tickets.Deleted.ListAsync().CollectAsync();

        Assert.That(tickets, Has.Count.EqualTo(102));
        Assert.That(service.Requests[101].Path, Is.EqualTo("api/v2/deleted_tickets?page%5Bsize%5D=100&page%5Bafter%5D=c101"));
    }

    [Test]
    public async Task Deleted_tickets_come_in_numbered_pages_too_and_end_with_advice_that_helps()
    {
        using var service = StubService.Json("""{"deleted_tickets":[],"count":20000,"next_page":"x"}""");
        var deleted = service.Client().Tickets.Deleted;

        var last = await deleted.ListPageAsync(new() { IsNumbered = true, Sort = "-deleted_at", After = "100" });
        var exception = await Assert.CatchAsync<ZendeskException>(() => deleted.ListPageAsync(new() { IsNumbered = true, After = last.Next }));

        Assert.That(service.Only.Path, Is.EqualTo("api/v2/deleted_tickets?sort_by=deleted_at&sort_order=desc&per_page=100&page=100"));
        Assert.That((exception!.Kind, last.Total), Is.EqualTo((ZendeskErrorKind.PageLimit, 20000L)));
        Assert.That(exception.Message, Does.Contain("IsNumbered"));
    }

    [Test]
    public async Task Relations_are_read()
    {
        using var service = StubService.Json("""{"followup_source_ids":["7"],"from_archive":true,"incidents":7,"jira_issue_ids":["J-1"],"topic_id":"t","x":{}}""");

        var relations = await service.Client().Tickets.GetRelationsAsync(1);

        Assert.That((relations.IncidentCount, relations.IsArchived, relations.TopicId), Is.EqualTo((7L, true, "t")));
        Assert.That((relations.FollowUpSourceIds[0], relations.JiraIssueIds[0]), Is.EqualTo(("7", "J-1")));
    }

    [TestCase("""{"count":{"value":102,"refreshed_at":"2020-04-06T02:18:17Z"}}""", 102, true)]
    [TestCase("""{"count":{"refreshed_at":null,"value":100000,"x":1}}""", 100000, false)]
    [TestCase("""{"count":6}""", 6, false)]
    public async Task Counts_come_with_or_without_their_time(string body, long value, bool hasTime)
    {
        using var service = StubService.Json(body);

        var count = await service.Client().Tickets.CountAsync();

        Assert.That((count.Value, count.RefreshedAt is not null), Is.EqualTo((value, hasTime)));
    }

    [Test]
    public async Task The_rarer_members_of_a_new_ticket_are_written()
    {
        using var service = StubService.Json("""{"ticket":{"id":1}}""");

        await service.Client().Tickets.CreateAsync(new()
        {
            Comment = Comment.Public("x"),
            SubmitterId = 1,
            ProblemId = 2,
            CustomStatusId = 3,
            FollowUpSourceId = 4,
            Recipient = "r",
            RawSubject = "{{dc.x}}",
            Channel = new("phone"),
            FollowerIds = [5],
            EmailCcIds = [6],
            Collaborators = [Collaborator.Of(7), Collaborator.Of("a@b.example", "A"), Collaborator.Of("c@d.example")],
            MacroIds = [8],
            AssigneeEmail = "e",
            Followers = [ParticipantChange.Add(9), ParticipantChange.Remove("f@g.example")],
            EmailCcs = [ParticipantChange.Add("h@i.example", "H"), ParticipantChange.Remove(10)],
            CollaboratorIds = [],
            AdditionalCollaborators = [Collaborator.Of(11)],
            AttributeValueIds = [12],
            SharingAgreementIds = [13],
            Metadata = Members("""{"order":"o-1"}"""),
            AdditionalProperties = Members("""{"voice_comment":{"from":"+1"}}"""),
        });

        Assert.That(service.Only.Body, Is.EqualTo(
            """
            {"ticket":{"comment":{"body":"x","public":true},"submitter_id":1,"problem_id":2,"custom_status_id":3,"via_followup_source_id":4,"recipient":"r","raw_subject":"{{dc.x}}","via":{"channel":"phone"},"follower_ids":[5],"email_cc_ids":[6],
            "collaborators":[7,{"name":"A","email":"a@b.example"},{"email":"c@d.example"}],"macro_ids":[8],"assignee_email":"e","followers":[{"user_id":"9","action":"put"},{"user_email":"f@g.example","action":"delete"}],
            "email_ccs":[{"user_email":"h@i.example","user_name":"H","action":"put"},{"user_id":"10","action":"delete"}],"collaborator_ids":[],"additional_collaborators":[11],"attribute_value_ids":[12],"sharing_agreement_ids":[13],
            "metadata":{"order":"o-1"},"voice_comment":{"from":"+1"}}}
            """.ReplaceLineEndings(string.Empty)));
    }

    [Test]
    public async Task The_rarer_members_of_a_change_are_written()
    {
        using var service = StubService.Json("""{"ticket":{"id":1}}""");

        await service.Client().Tickets.UpdateAsync(1, new()
        {
            BrandId = 1,
            TicketFormId = 2,
            AssigneeEmail = "e",
            Followers = [ParticipantChange.Remove(9)],
            EmailCcs = [ParticipantChange.Add(10)],
            CollaboratorIds = [3],
            AdditionalCollaborators = [Collaborator.Of("a@b.example")],
            AttributeValueIds = [4],
            SharingAgreementIds = [5],
            Metadata = Members("""{"a":1}"""),
            AdditionalProperties = Members("""{"b":null}"""),
        });

        Assert.That(service.Only.Body, Is.EqualTo(
            """
            {"ticket":{"brand_id":1,"ticket_form_id":2,"assignee_email":"e","followers":[{"user_id":"9","action":"delete"}],"email_ccs":[{"user_id":"10","action":"put"}],"collaborator_ids":[3],
            "additional_collaborators":[{"email":"a@b.example"}],"attribute_value_ids":[4],"sharing_agreement_ids":[5],"metadata":{"a":1},"b":null}}
            """.ReplaceLineEndings(string.Empty)));
    }

    private static Dictionary<string, System.Text.Json.JsonElement> Members(string json)
    {
        using var document = System.Text.Json.JsonDocument.Parse(json);
        return document.RootElement.Clone().EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
    }
}
