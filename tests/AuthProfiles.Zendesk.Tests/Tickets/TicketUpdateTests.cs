using System.Net;
using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Tickets;

[TestFixture]
public sealed class TicketUpdateTests
{
    private static IEnumerable<TestCaseData> Updates()
    {
        yield return Case("an internal comment", new() { Comment = Comment.Internal("Looking into it.") }, """{"comment":{"body":"Looking into it.","public":false}}""");
        yield return Case("set", new() { AssigneeId = 7 }, """{"assignee_id":7}""");
        yield return Case("emptied", new() { AssigneeId = null }, """{"assignee_id":null}""");
        yield return Case("emptied, every kind", new() { Priority = null, Type = null, GroupId = null, OrganizationId = null, ProblemId = null, ExternalId = null, DueAt = null },
            """{"priority":null,"type":null,"group_id":null,"organization_id":null,"problem_id":null,"external_id":null,"due_at":null}""");
        yield return Case("set, every kind", new()
        {
            Subject = "s",
            Status = TicketStatus.Solved,
            Priority = TicketPriority.Low,
            Type = TicketType.Incident,
            RequesterId = 1,
            GroupId = 2,
            OrganizationId = 3,
            ProblemId = 4,
            CustomStatusId = 9_007_199_254_740_993,
            ExternalId = "e",
            DueAt = DateTimeOffset.UnixEpoch,
            Tags = [],
            CustomFields = [new(9_000_000_000_001, "v")],
        }, """{"subject":"s","status":"solved","priority":"low","type":"incident","requester_id":1,"group_id":2,"organization_id":3,"problem_id":4,"custom_status_id":9007199254740993,"external_id":"e","due_at":"1970-01-01T00:00:00Z","tags":[],"custom_fields":[{"id":9000000000001,"value":"v"}]}""");
        yield return Case("a status of the account's own", new() { Status = new("waiting_for_parts") }, """{"status":"waiting_for_parts"}""");
        yield return Case("safe", new() { Subject = "s", UpdatedStamp = new(2011, 5, 5, 12, 38, 52, TimeSpan.FromHours(2)) }, """{"subject":"s","updated_stamp":"2011-05-05T10:38:52Z","safe_update":true}""");

        static TestCaseData Case(string name, TicketUpdate update, string body) => new TestCaseData(update, body).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Updates))]
    public async Task What_is_assigned_is_sent_and_nothing_else(TicketUpdate update, string ticket)
    {
        using var service = StubService.Json("""{"ticket":{"id":5},"audit":{}}""");

        await service.Client().Tickets.UpdateAsync(5, update);

        Assert.That(service.Only, Has.Property("Method").EqualTo("PUT").And.Property("Path").EqualTo("api/v2/tickets/5"));
        Assert.That(service.Only.Body, Is.EqualTo("{\"ticket\":" + ticket + "}"));
    }

    [Test]
    public async Task A_stamp_that_was_read_goes_back_as_it_came()
    {
        using var service = StubService.Json("""{"ticket":{"id":5,"updated_at":"2011-05-05T10:38:52.123Z"}}""");
        var tickets = service.Client().Tickets;

        var ticket = await tickets.GetAsync(5);
        await tickets.UpdateAsync(5, new() { Subject = "s", UpdatedStamp = ticket.UpdatedAt });

        Assert.That(service.Requests[1].Body, Does.Contain("\"2011-05-05T10:38:52.123Z\""));
    }

    [Test]
    public void An_update_of_nothing_is_refused()
    {
        using var service = StubService.Json("{}");

        Assert.That(() => service.Client().Tickets.UpdateAsync(5, new() { UpdatedStamp = DateTimeOffset.UnixEpoch }), Throws.ArgumentException);
        Assert.That(service.Requests, Is.Empty);
    }

    [Test]
    public async Task A_ticket_that_has_changed_since_is_a_conflict()
    {
        using var service = StubService.Json("""{"error":"UpdateConflict","description":"Safe Update prevented the update due to outdated ticket data"}""", HttpStatusCode.Conflict);

        var exception = await Assert.CatchAsync<ZendeskException>(
            () => service.Client().Tickets.UpdateAsync(5, new() { Subject = "s", UpdatedStamp = DateTimeOffset.UnixEpoch }));

        Assert.That(exception!.Kind, Is.EqualTo(ZendeskErrorKind.Conflict));
        Assert.That(exception.Message, Does.Contain("read it again"));
    }
}
