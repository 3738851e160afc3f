using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Tickets;

[TestFixture]
public sealed class TicketReaderTests
{
    [Test]
    public async Task Every_member_is_read()
    {
        var ticket = await ReadAsync("""
            {"assignee_id":235323,"brand_id":11,"collaborator_ids":[35334,234],"created_at":"2009-07-20T22:55:29Z","custom_fields":[{"id":27642,"value":"745"},{"id":27648,"value":["yes","no"]},{"id":1,"value":12.5},{"id":2,"value":true},{"id":3,"value":null}],
            "custom_status_id":123,"description":"The fire is very colorful.","due_at":"2026-11-21T00:00:00+02:00","email_cc_ids":[9],"external_id":"ahg35h3jh","follower_ids":[1],"from_messaging_channel":false,"generated_timestamp":1304553600,"group_id":98738,
            "has_incidents":true,"id":35436,"is_public":true,"organization_id":509974,"priority":"high","problem_id":9873764,"raw_subject":"{{dc.printer_on_fire}}","recipient":"support@company.com","requester_id":20978392,
            "satisfaction_rating":{"comment":"Great support!","id":1234,"score":"good"},"sharing_agreement_ids":[84432],"status":"open","subject":"Help, my printer is on fire!","submitter_id":76872,"tags":["enterprise","other_tag"],
            "ticket_form_id":12,"type":"incident","updated_at":"2011-05-05T10:38:52Z","url":"https://company.zendesk.com/api/v2/tickets/35436.json","via":{"channel":"web","source":{"from":{},"rel":"web_widget","to":{}}}}
            """);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ticket.Id, Is.EqualTo(35436));
            Assert.That(ticket.Subject, Is.EqualTo("Help, my printer is on fire!"));
            Assert.That(ticket.Description, Is.EqualTo("The fire is very colorful."));
            Assert.That(ticket.Status, Is.EqualTo(TicketStatus.Open));
            Assert.That(ticket.Priority, Is.EqualTo(TicketPriority.High));
            Assert.That(ticket.Type, Is.EqualTo(TicketType.Incident));
            Assert.That(ticket.Channel, Is.EqualTo(TicketChannel.Web));
            Assert.That(ticket.Tags, Is.EqualTo(new[] { "enterprise", "other_tag" }));
            Assert.That(ticket.CustomFields, Is.EqualTo(new CustomField[] { new(27642, "745"), new(27648, CustomFieldValue.FromStrings("yes", "no")), new(1, 12.5m), new(2, true), new(3, default) }));
            Assert.That(ticket.RequesterId, Is.EqualTo(20978392));
            Assert.That(ticket.SubmitterId, Is.EqualTo(76872));
            Assert.That(ticket.AssigneeId, Is.EqualTo(235323));
            Assert.That(ticket.GroupId, Is.EqualTo(98738));
            Assert.That(ticket.OrganizationId, Is.EqualTo(509974));
            Assert.That(ticket.BrandId, Is.EqualTo(11));
            Assert.That(ticket.TicketFormId, Is.EqualTo(12));
            Assert.That(ticket.ProblemId, Is.EqualTo(9873764));
            Assert.That(ticket.CustomStatusId, Is.EqualTo(123));
            Assert.That(ticket.ExternalId, Is.EqualTo("ahg35h3jh"));
            Assert.That(ticket.Recipient, Is.EqualTo("support@company.com"));
            Assert.That(ticket.CollaboratorIds, Is.EqualTo(new[] { 35334L, 234 }));
            Assert.That(ticket.FollowerIds, Is.EqualTo(new[] { 1L }));
            Assert.That(ticket.EmailCcIds, Is.EqualTo(new[] { 9L }));
            Assert.That(ticket.HasIncidents, Is.True);
            Assert.That(ticket.IsPublic, Is.True);
            Assert.That(ticket.DueAt, Is.EqualTo(new DateTimeOffset(2026, 11, 20, 22, 0, 0, TimeSpan.Zero)));
            Assert.That(ticket.CreatedAt, Is.EqualTo(new DateTimeOffset(2009, 7, 20, 22, 55, 29, TimeSpan.Zero)));
            Assert.That(ticket.UpdatedAt, Is.EqualTo(new DateTimeOffset(2011, 5, 5, 10, 38, 52, TimeSpan.Zero)));
            Assert.That(ticket.Url, Is.EqualTo("https://company.zendesk.com/api/v2/tickets/35436.json"));
        }
    }

    [Test]
    public async Task A_ticket_with_nothing_but_an_id_is_a_ticket()
    {
        var ticket = await ReadAsync("""{"id":1}""");

        Assert.That(ticket, Is.EqualTo(new Ticket { Id = 1 }));
        Assert.That(ticket.Tags, Is.Empty);
        Assert.That(ticket.CustomFields, Is.Empty);
    }

    [Test]
    public async Task Members_of_unknown_names_and_types_are_passed_over()
    {
        var ticket = await ReadAsync("""
            {"unknown":{"id":9,"a":[1,{"b":2}]},"subject":{"a":1},"tags":"x","custom_fields":{"id":1},"collaborator_ids":[1,"2",null,{"x":[]},3.5],"via":"web","status":7,"priority":"","due_at":"tomorrow","assignee_id":[1],
             "has_incidents":"yes","created_at":12,"type":"\u0074ask","\u0069d":4,"custom_status_id":"77"}
            """);

        Assert.That(ticket.Id, Is.EqualTo(4));
        Assert.That(ticket.CollaboratorIds, Is.EqualTo(new[] { 1L, 2 }));
        Assert.That(ticket.Type, Is.EqualTo(TicketType.Task));
        Assert.That(ticket.CustomStatusId, Is.EqualTo(77));
        Assert.That((ticket.Subject, ticket.Status, ticket.Priority, ticket.Channel, ticket.DueAt, ticket.AssigneeId), Is.EqualTo(((string?)null, (TicketStatus?)null, (TicketPriority?)null, (TicketChannel?)null, (DateTimeOffset?)null, (long?)null)));
    }

    [Test]
    public async Task A_word_that_is_new_to_us_is_kept()
    {
        var ticket = await ReadAsync("""{"id":1,"status":"on_ice","via":{"channel":"telepathy"}}""");

        Assert.That(ticket.Status.ToString(), Is.EqualTo("on_ice"));
        Assert.That(ticket.Channel, Is.EqualTo(new TicketChannel("telepathy")));
    }

    [Test]
    public async Task Custom_values_of_odd_types_do_not_break_a_ticket()
    {
        var ticket = await ReadAsync("""{"id":1,"custom_fields":[{"id":9000000000001,"value":1e400},{"id":2,"value":[1,"a",null,{"x":1}]},{"id":3,"value":{"x":1}},{"value":"no id"},null,7,{"id":4}]}""");

        Assert.That(ticket.CustomFields, Is.EqualTo(new CustomField[] { new(9_000_000_000_001, "1e400"), new(2, CustomFieldValue.FromStrings("1", "a")), new(3, default), new(4, default) }));
    }

    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("""{"ticket":null}""")]
    [TestCase("""{"ticket":{"subject":"no id"}}""")]
    [TestCase("""{"ticket":{"id":1.5}}""")]
    [TestCase("""{"ticket":{"id":99999999999999999999}}""")]
    [TestCase("""{"ticket":{"id":1}} trailing""")]
    [TestCase("""{"ticket":{"id":1}""")]
    [TestCase("""{"ticket":{"id":1,"subject":"\ud800"}}""")]
    [TestCase("")]
    [TestCase("<html><body>Sign in</body></html>")]
    public async Task An_answer_of_another_shape_is_a_typed_error(string body)
    {
        using var service = StubService.Json(body);

        var exception = await Assert.CatchAsync<ZendeskException>(() => service.Client().Tickets.GetAsync(1));

        Assert.That(exception!.Kind, Is.EqualTo(ZendeskErrorKind.UnexpectedAnswer));
        Assert.That(exception.Message, Does.Contain("acme.zendesk.com").And.Contain("GET api/v2/tickets/1").And.Contain("subdomain"));
    }

    [Test]
    public async Task A_byte_order_mark_is_passed_over() =>
        Assert.That((await ReadAsync("""{"id":1}""", "\uFEFF")).Id, Is.EqualTo(1));

    private static async Task<Ticket> ReadAsync(string ticket, string before = "")
    {
        using var service = StubService.Json($$"""{{before}}{"audit":{"id":3},"ticket":{{ticket}} }""");
        return await service.Client().Tickets.GetAsync(1);
    }
}
