using System.Text.Json;
using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Tickets;

[TestFixture]
public sealed class TicketChecksTests
{
    [TestCase("""{"comment":{"body":"x"}}""", false)]
    [TestCase("""{"safe_update":true}""", false)]
    [TestCase("""{"custom_member":1}""", true)]
    public async Task A_comment_by_another_way_is_a_comment(string members, bool isRepeatable)
    {
        using var service = StubService.Json("""{"ticket":{"id":1}}""");
        var update = new TicketUpdate { Subject = "s", AdditionalProperties = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(members)! };

        await service.Client().Tickets.UpdateAsync(1, update);

        Assert.That(service.Only.IsRepeatable, Is.EqualTo(isRepeatable));
    }

    [Test]
    public void An_id_that_is_none_is_not_sent()
    {
        using var service = StubService.Json("{}");
        var tickets = service.Client().Tickets;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => tickets.UpdateManyAsync([new TicketChange(0, new() { Subject = "s" })]), Throws.ArgumentException);
            Assert.That(() => tickets.MergeAsync(1, [2, -5]), Throws.ArgumentException);
            Assert.That(() => tickets.MergeAsync(1, [2, 1]), Throws.ArgumentException.With.Message.Contains("itself"));
            Assert.That(service.Requests, Is.Empty);
        }
    }
}
