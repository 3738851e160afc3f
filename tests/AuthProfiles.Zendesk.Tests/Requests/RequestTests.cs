using System.Net;
using AuthProfiles.Zendesk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace AuthProfiles.Zendesk.Tests.Requests;

[TestFixture]
public sealed class RequestTests
{
    [Test]
    public async Task The_members_of_a_request_are_read()
    {
        using var service = StubService.Json("""
            {"request":{"assignee_id":72983,"can_be_solved_by_me":false,"collaborator_ids":[1],"created_at":"2009-07-20T22:55:29Z","custom_fields":[{"id":9000000000001,"value":"v"}],"custom_status_id":123,
            "description":"The fire is very colorful.","due_at":"2011-05-24T12:00:00Z","email_cc_ids":[2],"fields":[{"id":9}],"followup_source_id":3,"group_id":8665,"id":35436,"is_public":true,"organization_id":509974,"priority":"normal",
            "recipient":"r","requester_id":1462,"solved":false,"status":"open","subject":"Help, my printer is on fire!","ticket_form_id":2,"type":"problem","updated_at":"2011-05-05T10:38:52Z",
            "url":"https://company.zendesk.com/api/v2/requests/35436.json","via":{"channel":"web","source":{"rel":"web_widget"}},"new_member":1}}
            """);

        var request = await service.Client().KeepingUnknownMembers().Requests.GetAsync(35436);

        Assert.That((request.Id, request.Subject, request.Description, request.Recipient), Is.EqualTo((35436L, "Help, my printer is on fire!", "The fire is very colorful.", "r")));
        Assert.That((request.Status, request.Priority, request.Type, request.Channel), Is.EqualTo(((TicketStatus?)TicketStatus.Open, (TicketPriority?)TicketPriority.Normal, (TicketType?)TicketType.Problem, (TicketChannel?)TicketChannel.Web)));
        Assert.That((request.Source!.Relation, request.IsSolved, request.CanBeSolvedByMe, request.IsPublic), Is.EqualTo(("web_widget", (bool?)false, (bool?)false, (bool?)true)));
        Assert.That((request.RequesterId, request.AssigneeId, request.GroupId, request.OrganizationId), Is.EqualTo(((long?)1462, (long?)72983, (long?)8665, (long?)509974)));
        Assert.That((request.TicketFormId, request.FollowUpSourceId, request.CustomStatusId), Is.EqualTo(((long?)2, (long?)3, (long?)123)));
        Assert.That((request.CollaboratorIds[0], request.EmailCcIds[0], request.CustomFields[0]), Is.EqualTo((1L, 2L, new CustomField(9000000000001, "v"))));
        Assert.That((request.DueAt?.Day, request.CreatedAt?.Year, request.UpdatedAt?.Hour), Is.EqualTo((24, 2009, 10)));
        Assert.That((request.Url, request.AdditionalProperties.Keys.Single()), Is.EqualTo(("https://company.zendesk.com/api/v2/requests/35436.json", "new_member")));
    }

    [Test]
    public async Task A_request_without_an_id_is_an_error()
    {
        using var service = StubService.Json("""{"request":{"subject":"x"}}""");

        var error = await Assert.CatchAsync<ZendeskException>(() => service.Client().Requests.GetAsync(1));

        Assert.That(error!.Kind, Is.EqualTo(ZendeskErrorKind.UnexpectedAnswer));
    }

    [Test]
    public async Task Comments_come_with_those_who_wrote_them()
    {
        using var service = StubService.Json("""{"comments":[{"id":43,"type":"Comment","request_id":1,"body":"Thanks","html_body":"<p>Thanks</p>","plain_body":"Thanks","public":true,"author_id":7,"attachments":[{"id":8}],"created_at":"2009-07-20T22:55:29Z"}],"users":[{"id":7,"name":"Mia","agent":false}],"meta":{"has_more":false}}""");

        var page = await service.Client().Requests.Comments.ListPageAsync(1, options: new() { Include = [Includes.Users] });

        var comment = page.Items.Single();
        Assert.That((comment.Id, comment.Body, comment.IsPublic, comment.AuthorId, comment.Attachments[0].Id), Is.EqualTo((43L, "Thanks", true, (long?)7, 8L)));
        Assert.That(page.Included.Of(Includes.Users).Single().Name, Is.EqualTo("Mia"));
    }

    [Test]
    public async Task A_search_ends_at_its_limit_with_the_advice()
    {
        using var service = StubService.Json("""{"requests":[{"id":1}],"count":2000,"next_page":"https://evil.example/"}""");
        var found = new List<Request>();

        var error = await Assert.CatchAsync<ZendeskException>(() => service.Client().Requests.SearchAsync("x").CollectAsync(found));

        Assert.That((error!.Kind, found.Count), Is.EqualTo((ZendeskErrorKind.SearchLimit, 10)));
    }

    [TestCase(true, 1)]
    [TestCase(false, 2)]
    public async Task A_change_with_a_comment_is_not_repeated_and_one_without_is(bool hasComment, int attempts)
    {
        await using var app = new ZendeskApp(
            static services => services.AddSingleton<TimeProvider>(new InstantClock()).AddZendesk("support"),
            ("AuthProfiles:Zendesk:support:Subdomain", "acme"),
            ("AuthProfiles:Zendesk:support:Token", "t"));
        app.Network.When("*").Respond(() => Task.FromResult(app.Requests.Count == 1 ? new HttpResponseMessage(HttpStatusCode.BadGateway) : StubService.JsonAnswer("""{"request":{"id":1}}""")));

        try
        {
            await app.Zendesk.Requests.UpdateAsync(1, new() { IsSolved = true, Comment = hasComment ? Comment.Public("x") : null });
        }
        catch (ZendeskException error) when (error.Kind == ZendeskErrorKind.Unavailable)
        {
            Assert.That(hasComment, Is.True);
        }

        Assert.That(app.Requests, Has.Count.EqualTo(attempts));
    }

    [Test]
    public async Task A_request_can_be_made_for_an_end_user()
    {
        using var service = StubService.Json("""{"request":{"id":1}}""", HttpStatusCode.Created);

        await service.Client().OnBehalfOf("mia@acme.example").Requests.CreateAsync(new() { Subject = "s", Comment = Comment.Public("x") });

        Assert.That(service.Only.Headers["X-On-Behalf-Of"], Is.EqualTo("mia@acme.example"));
    }
}
