using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Satisfaction;

[TestFixture]
public sealed class SatisfactionClientTests
{
    private const string One = """{"satisfaction_rating":{"id":1}}""";

    private static IEnumerable<TestCaseData> Operations()
    {
        yield return OperationCase.Of("list", client => client.Satisfaction.ListAsync().CollectAsync(), """{"satisfaction_ratings":[],"meta":{"has_more":false}}""", "GET", "api/v2/satisfaction_ratings?page%5Bsize%5D=100");
        yield return OperationCase.Of("page", client => client.Satisfaction.ListPageAsync(new() { PageSize = 2 }, new() { Score = "bad_with_comment", From = DateTimeOffset.FromUnixTimeSeconds(5), To = DateTimeOffset.FromUnixTimeSeconds(9) }), """{"satisfaction_ratings":[]}""", "GET",
            "api/v2/satisfaction_ratings?score=bad_with_comment&start_time=5&end_time=9&page%5Bsize%5D=2");
        yield return OperationCase.Of("get", client => client.Satisfaction.GetAsync(1), One, "GET", "api/v2/satisfaction_ratings/1");
        yield return OperationCase.Of("count", client => client.Satisfaction.CountAsync(), """{"count":{"value":5}}""", "GET", "api/v2/satisfaction_ratings/count");
        yield return OperationCase.Of("rate", client => client.Satisfaction.RateAsync(9, new("good")), One, "POST", "api/v2/tickets/9/satisfaction_rating", """{"satisfaction_rating":{"score":"good"}}""");
        yield return OperationCase.Of("rate badly", client => client.Satisfaction.RateAsync(9, new("bad", "Slow.") { ReasonCode = 1000, ReasonId = 7 }), One, "POST", "api/v2/tickets/9/satisfaction_rating",
            """{"satisfaction_rating":{"score":"bad","comment":"Slow.","reason_code":1000,"reason_id":7}}""");
        yield return OperationCase.Of("reasons", client => client.Satisfaction.ListReasonsAsync(), """{"reasons":[]}""", "GET", "api/v2/satisfaction_reasons");
        yield return OperationCase.Of("reason", client => client.Satisfaction.GetReasonAsync(1), """{"reason":{"id":1}}""", "GET", "api/v2/satisfaction_reasons/1");
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_asks_for_what_it_says(Func<ZendeskClient, Task> call, string answer, string method, string path, string? body) => OperationCase.AsksAsync(call, answer, method, path, body);

    [Test]
    public void A_rating_without_a_score_is_not_sent() => OperationCase.IsNotSent(client => client.Satisfaction.RateAsync(9, new(" ")));

    [TestCase("{0}")]
    [TestCase("[{0}]")]
    public async Task Every_member_of_a_rating_is_read_by_itself_or_in_a_list(string shape)
    {
        var rating = """{"assignee_id":135,"comment":"Awesome support!","created_at":"2011-07-20T22:55:29Z","group_id":44,"id":35436,"reason":"Slow","reason_code":1000,"reason_id":7,"requester_id":7881,"score":"good","ticket_id":208,"updated_at":"2011-07-21T22:55:29Z","url":"u"}""";
        using var service = StubService.Json("{\"satisfaction_rating\":" + shape.Replace("{0}", rating, StringComparison.Ordinal) + "}");

        var read = await service.Client().KeepingUnknownMembers().Satisfaction.GetAsync(35436);

        Assert.That(read, Is.EqualTo(new SatisfactionRating
        {
            Id = 35436,
            Score = "good",
            Comment = "Awesome support!",
            Reason = "Slow",
            ReasonCode = 1000,
            ReasonId = 7,
            TicketId = 208,
            RequesterId = 7881,
            AssigneeId = 135,
            GroupId = 44,
            CreatedAt = new(2011, 7, 20, 22, 55, 29, TimeSpan.Zero),
            UpdatedAt = new(2011, 7, 21, 22, 55, 29, TimeSpan.Zero),
            Url = "u",
        }));
    }

    [Test]
    public async Task Every_member_of_a_reason_is_read()
    {
        using var service = StubService.Json("""{"reasons":[{"created_at":"2011-07-20T22:55:29Z","id":35436,"raw_value":"{{dc.reason}}","reason_code":1000,"updated_at":"2011-07-21T22:55:29Z","deleted_at":"2011-07-22T22:55:29Z","url":"u","value":"Agent did not respond quickly."}]}""");

        Assert.That(await service.Client().KeepingUnknownMembers().Satisfaction.ListReasonsAsync(), Is.EqualTo(new[]
        {
            new SatisfactionReason
            {
                Id = 35436,
                Value = "Agent did not respond quickly.",
                RawValue = "{{dc.reason}}",
                ReasonCode = 1000,
                CreatedAt = new(2011, 7, 20, 22, 55, 29, TimeSpan.Zero),
                UpdatedAt = new(2011, 7, 21, 22, 55, 29, TimeSpan.Zero),
                DeletedAt = new(2011, 7, 22, 22, 55, 29, TimeSpan.Zero),
                Url = "u",
            },
        }));
    }
}
