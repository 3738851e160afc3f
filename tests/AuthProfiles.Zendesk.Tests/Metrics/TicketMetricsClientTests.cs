using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Metrics;

[TestFixture]
public sealed class TicketMetricsClientTests
{
    private const string One = """{"ticket_metric":{"id":33}}""";

    private static IEnumerable<TestCaseData> Operations()
    {
        yield return OperationCase.Of("list", client => client.TicketMetrics.ListAsync().CollectAsync(), """{"ticket_metrics":[],"meta":{"has_more":false}}""", "GET", "api/v2/ticket_metrics?page%5Bsize%5D=100");
        yield return OperationCase.Of("page", client => client.TicketMetrics.ListPageAsync(new() { After = "a" }), """{"ticket_metrics":[]}""", "GET", "api/v2/ticket_metrics?page%5Bsize%5D=100&page%5Bafter%5D=a");
        yield return OperationCase.Of("get", client => client.TicketMetrics.GetAsync(33), One, "GET", "api/v2/ticket_metrics/33");
        yield return OperationCase.Of("get of a ticket", client => client.TicketMetrics.GetForTicketAsync(1517), One, "GET", "api/v2/tickets/1517/metrics");
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_asks_for_what_it_says(Func<ZendeskClient, Task> call, string answer, string method, string path, string? body) => OperationCase.AsksAsync(call, answer, method, path, body);

    [Test]
    public async Task Every_member_of_the_metrics_is_read()
    {
        using var service = StubService.Json("""
            {"ticket_metric":{"agent_wait_time_in_minutes":{"business":1,"calendar":2},"assigned_at":"2020-07-20T06:21:01Z","assignee_stations":3,"assignee_updated_at":"2020-07-20T06:21:02Z","created_at":"2020-07-20T06:21:03Z","custom_status_updated_at":"2020-07-20T06:21:04Z",
            "first_resolution_time_in_minutes":{"business":5,"calendar":6},"full_resolution_time_in_minutes":{"business":7,"calendar":8},"group_stations":9,"id":33,"initially_assigned_at":"2020-07-20T06:21:10Z","latest_comment_added_at":"2020-07-20T06:21:11Z",
            "on_hold_time_in_minutes":{"business":12,"calendar":13},"reopens":14,"replies":15,"reply_time_in_minutes":{"business":16,"calendar":17},"reply_time_in_seconds":{"calendar":960,"x":[1]},"requester_updated_at":"2020-07-20T06:21:18Z",
            "requester_wait_time_in_minutes":{"business":null,"calendar":19},"solved_at":"2020-07-20T06:21:20Z","status_updated_at":"2020-07-20T06:21:21Z","ticket_id":1517,"updated_at":"2020-07-20T06:21:22Z","url":"u"}}
            """);

        var metrics = await service.Client().KeepingUnknownMembers().TicketMetrics.GetAsync(33);

        Assert.That(metrics, Is.EqualTo(new TicketMetrics
        {
            Id = 33,
            TicketId = 1517,
            ReplyTime = new(17, 16),
            ReplyTimeInSeconds = new(960, null),
            FirstResolutionTime = new(6, 5),
            FullResolutionTime = new(8, 7),
            AgentWaitTime = new(2, 1),
            RequesterWaitTime = new(19, null),
            OnHoldTime = new(13, 12),
            AssigneeStations = 3,
            GroupStations = 9,
            Reopens = 14,
            Replies = 15,
            InitiallyAssignedAt = At(10),
            AssignedAt = At(1),
            AssigneeUpdatedAt = At(2),
            RequesterUpdatedAt = At(18),
            StatusUpdatedAt = At(21),
            CustomStatusUpdatedAt = At(4),
            LatestCommentAddedAt = At(11),
            SolvedAt = At(20),
            CreatedAt = At(3),
            UpdatedAt = At(22),
            Url = "u",
        }));
    }

    [TestCase("""{"ticket_metric":{"id":33}}""")]
    [TestCase("""{"ticket_metric":[{"id":33},{"id":34}]}""")]
    [TestCase("""{"x":[1],"ticket_metrics":[{"id":33}],"ticket_metric":{"id":34}}""")]
    public async Task One_record_comes_by_itself_or_as_a_list(string answer)
    {
        using var service = StubService.Json(answer);

        Assert.That((await service.Client().TicketMetrics.GetAsync(33)).Id, Is.EqualTo(33));
    }

    [TestCase("""{"ticket_metric":[]}""")]
    [TestCase("""{"ticket_metric":null}""")]
    [TestCase("""{"other":{"id":33}}""")]
    [TestCase("""[{"id":33}]""")]
    public void No_record_is_an_error(string answer)
    {
        using var service = StubService.Json(answer);

        Assert.That(() => service.Client().TicketMetrics.GetAsync(33), Throws.InstanceOf<ZendeskException>().With.Property("Kind").EqualTo(ZendeskErrorKind.UnexpectedAnswer));
    }

    private static DateTimeOffset At(int second) => new(2020, 7, 20, 6, 21, second, TimeSpan.Zero);
}
