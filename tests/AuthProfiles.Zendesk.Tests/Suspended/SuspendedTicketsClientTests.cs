using System.Net;
using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Suspended;

[TestFixture]
public sealed class SuspendedTicketsClientTests
{
    private const string None = """{"suspended_tickets":[],"meta":{"has_more":false}}""";

    private static IEnumerable<TestCaseData> Operations()
    {
        yield return OperationCase.Of("list", client => client.SuspendedTickets.ListAsync().CollectAsync(), None, "GET", "api/v2/suspended_tickets?page%5Bsize%5D=100");
        yield return OperationCase.Of("page", client => client.SuspendedTickets.ListPageAsync(new() { PageSize = 2, Sort = "-created_at", After = "c" }), None, "GET", "api/v2/suspended_tickets?page%5Bsize%5D=2&page%5Bafter%5D=c&sort_by=created_at&sort_order=desc");
        yield return OperationCase.Of("get", client => client.SuspendedTickets.GetAsync(435), """{"suspended_ticket":{"id":435}}""", "GET", "api/v2/suspended_tickets/435");
        yield return OperationCase.Of("recover", client => client.SuspendedTickets.RecoverAsync(435), """{"ticket":{"id":1}}""", "PUT", "api/v2/suspended_tickets/435/recover");
        yield return OperationCase.Of("recover many", client => client.SuspendedTickets.RecoverManyAsync([435, 436]), """{"tickets":[]}""", "PUT", "api/v2/suspended_tickets/recover_many?ids=435%2C436");
        yield return OperationCase.Of("delete", client => client.SuspendedTickets.DeleteAsync(435), "", "DELETE", "api/v2/suspended_tickets/435");
        yield return OperationCase.Of("delete many", client => client.SuspendedTickets.DeleteManyAsync([435]), "", "DELETE", "api/v2/suspended_tickets/destroy_many?ids=435");
        yield return OperationCase.Of("copy files", client => client.SuspendedTickets.CopyAttachmentsAsync(435), """{"upload":{}}""", "POST", "api/v2/suspended_tickets/435/attachments");
        yield return OperationCase.Of("export", client => client.SuspendedTickets.ExportAsync(), """{"export":{"status":"enqueued","view_id":"suspended"}}""", "POST", "api/v2/suspended_tickets/export");
    }

    private static IEnumerable<TestCaseData> Refused()
    {
        yield return OperationCase.Refused("no id", client => client.SuspendedTickets.RecoverAsync(0));
        yield return OperationCase.Refused("no ids", client => client.SuspendedTickets.RecoverManyAsync([]));
        yield return OperationCase.Refused("too many ids", client => client.SuspendedTickets.DeleteManyAsync([.. Enumerable.Range(1, 101).Select(id => (long)id)]));
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_asks_for_what_it_says(Func<ZendeskClient, Task> call, string answer, string method, string path, string? body) => OperationCase.AsksAsync(call, answer, method, path, body);

    [TestCaseSource(nameof(Refused))]
    public void What_Zendesk_would_refuse_is_not_sent(Func<ZendeskClient, Task> call) => OperationCase.IsNotSent(call);

    [Test]
    public async Task Every_member_of_a_suspended_ticket_is_read()
    {
        using var service = StubService.Json("""
            {"suspended_tickets":[{"attachments":[{"id":367}],"author":{"email":"styx@example.com","id":1,"name":"Mr. Roboto","x":1},"brand_id":123,"cause":"Detected as spam","cause_id":4,"content":"Out Of Office Reply","created_at":"2009-07-20T22:55:29Z",
            "error_messages":[{"description":"no"}],"id":435,"message_id":"Spambot@spam.co.evil","recipient":"john@example.com","subject":"Help","ticket_id":67321,"updated_at":"2011-05-05T10:38:52Z","url":"u",
            "via":{"channel":"email","source":{"from":{"address":"totallylegit@emailaddress.com","name":"TotallyLegit"},"rel":null,"to":{}}}},{"id":436}]}
            """);

        var suspended = await service.Client().KeepingUnknownMembers().SuspendedTickets.GetAsync(435);

        Assert.That(suspended with { Attachments = [], ErrorMessages = null }, Is.EqualTo(new SuspendedTicket
        {
            Id = 435,
            Subject = "Help",
            Content = "Out Of Office Reply",
            Cause = "Detected as spam",
            CauseId = 4,
            Author = new(1, "Mr. Roboto", "styx@example.com"),
            Recipient = "john@example.com",
            MessageId = "Spambot@spam.co.evil",
            TicketId = 67321,
            BrandId = 123,
            Channel = TicketChannel.Email,
            Source = new() { From = new(null, "TotallyLegit", "totallylegit@emailaddress.com", null) },
            CreatedAt = new(2009, 7, 20, 22, 55, 29, TimeSpan.Zero),
            UpdatedAt = new(2011, 5, 5, 10, 38, 52, TimeSpan.Zero),
            Url = "u",
        }));
        Assert.That((suspended.Attachments.Single().Id, suspended.ErrorMessages!.Value[0].GetProperty("description").GetString()), Is.EqualTo((367L, "no")));
    }

    [TestCase("""{"ticket":{"id":35436}}""")]
    [TestCase("""{"ticket":[{"id":35436}]}""")]
    [TestCase("""{"tickets":[{"id":35436}]}""")]
    public async Task A_recovered_ticket_comes_in_any_of_three_shapes(string answer)
    {
        using var service = StubService.Json(answer);

        Assert.That((await service.Client().SuspendedTickets.RecoverAsync(435)).Id, Is.EqualTo(35436));
    }

    [Test]
    public async Task What_can_not_be_recovered_is_an_error_that_repeating_does_not_cure()
    {
        using var service = StubService.Json("""{"suspended_tickets":[{"id":435,"error_messages":[{"description":"no"}]}]}""", HttpStatusCode.UnprocessableEntity);

        var error = await Assert.ThrowsAsync<ZendeskException>(() => service.Client().SuspendedTickets.RecoverAsync(435));

        Assert.That((error!.Kind, error.IsTransient), Is.EqualTo((ZendeskErrorKind.Invalid, false)));
    }

    [Test]
    public async Task Of_many_those_that_stay_suspended_are_told_apart()
    {
        using var service = StubService.Json("""{"tickets":[{"id":1},{"id":2}],"suspended_tickets":[{"id":435}],"x":{}}""");

        var recovery = await service.Client().SuspendedTickets.RecoverManyAsync([434, 435, 436]);

        Assert.That((recovery.Tickets.Count, recovery.Failed.Single().Id), Is.EqualTo((2, 435L)));
    }

    [Test]
    public void An_answer_that_tells_of_neither_is_an_error()
    {
        using var service = StubService.Json("{}");

        Assert.That(() => service.Client().SuspendedTickets.RecoverManyAsync([1]), Throws.InstanceOf<ZendeskException>().With.Property("Kind").EqualTo(ZendeskErrorKind.UnexpectedAnswer));
    }

    [Test]
    public async Task Copies_of_files_come_with_the_token_for_a_comment()
    {
        using var service = StubService.Json("""{"upload":{"attachments":[{"id":367,"file_name":"calendar.ics"}],"token":"yrznqgjoa24iw2f"}}""");

        var upload = await service.Client().SuspendedTickets.CopyAttachmentsAsync(435);

        Assert.That((upload.Token, upload.Attachments.Single().FileName), Is.EqualTo(("yrznqgjoa24iw2f", "calendar.ics")));
    }

    [Test]
    public void The_token_of_copies_is_not_told_by_their_text() =>
        Assert.That($"{new SuspendedUpload("yrznqgjoa24iw2f", [new Attachment { Id = 367 }])}", Does.Not.Contain("yrznqgjoa24iw2f").And.Contain("SuspendedUpload"));
}
