using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Statuses;

[TestFixture]
public sealed class CustomStatusesClientTests
{
    private const string One = """{"custom_status":{"id":1}}""";
    private const string Many = """{"custom_statuses":[]}""";

    private static NewCustomStatus Fast => new() { Category = TicketStatus.Open, AgentLabel = "Fast" };

    private static IEnumerable<TestCaseData> Operations()
    {
        yield return OperationCase.Of("list", client => client.CustomStatuses.ListAsync(), Many, "GET", "api/v2/custom_statuses");
        yield return OperationCase.Of("list some", client => client.CustomStatuses.ListAsync([TicketStatus.Open, TicketStatus.Hold], active: true, isDefault: false), Many, "GET", "api/v2/custom_statuses?status_categories=open%2Chold&active=true&default=false");
        yield return OperationCase.Of("list of none", client => client.CustomStatuses.ListAsync([]), Many, "GET", "api/v2/custom_statuses");
        yield return OperationCase.Of("get", client => client.CustomStatuses.GetAsync(1), One, "GET", "api/v2/custom_statuses/1");
        yield return OperationCase.Of("create", client => client.CustomStatuses.CreateAsync(Fast with { EndUserLabel = "e", Description = "d", EndUserDescription = "x", IsActive = true }), One, "POST", "api/v2/custom_statuses",
            """{"custom_status":{"status_category":"open","agent_label":"Fast","end_user_label":"e","description":"d","end_user_description":"x","active":true}}""");
        yield return OperationCase.Of("update", client => client.CustomStatuses.UpdateAsync(1, new() { AgentLabel = "a", IsActive = false }), One, "PUT", "api/v2/custom_statuses/1", """{"custom_status":{"agent_label":"a","active":false}}""");
        yield return OperationCase.Of("defaults", client => client.CustomStatuses.SetDefaultsAsync([1, 9_000_000_000_001]), "{}", "PUT", "api/v2/custom_status/default", """{"ids":"1,9000000000001"}""");
    }

    private static IEnumerable<TestCaseData> Refused()
    {
        yield return OperationCase.Refused("no label", client => client.CustomStatuses.CreateAsync(Fast with { AgentLabel = " " }));
        yield return OperationCase.Refused("no category", client => client.CustomStatuses.CreateAsync(Fast with { Category = default }));
        yield return OperationCase.Refused("no change", client => client.CustomStatuses.UpdateAsync(1, new()));
        yield return OperationCase.Refused("no defaults", client => client.CustomStatuses.SetDefaultsAsync([]));
        yield return OperationCase.Refused("no status as a default", client => client.CustomStatuses.SetDefaultsAsync([0]));
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_asks_for_what_it_says(Func<ZendeskClient, Task> call, string answer, string method, string path, string? body) => OperationCase.AsksAsync(call, answer, method, path, body);

    [TestCaseSource(nameof(Refused))]
    public void What_Zendesk_would_refuse_is_not_sent(Func<ZendeskClient, Task> call) => OperationCase.IsNotSent(call);

    [Test]
    public async Task Every_member_of_a_status_is_read()
    {
        using var service = StubService.Json("""
            {"custom_statuses":[{"active":true,"agent_label":"Responding quickly","created_at":"2021-07-20T22:55:29Z","default":true,"description":"Customer needs a response quickly","end_user_description":"Your ticket is being responded to",
            "end_user_label":"Urgent processing","id":35436,"raw_agent_label":"{{dc.a}}","raw_description":"{{dc.b}}","raw_end_user_description":"{{dc.c}}","raw_end_user_label":"{{dc.d}}","status_category":"open","updated_at":"2021-07-21T22:55:29Z"}]}
            """);

        var statuses = await service.Client().KeepingUnknownMembers().CustomStatuses.ListAsync();

        Assert.That(statuses, Is.EqualTo(new[]
        {
            new CustomStatus
            {
                Id = 35436,
                Category = TicketStatus.Open,
                AgentLabel = "Responding quickly",
                RawAgentLabel = "{{dc.a}}",
                EndUserLabel = "Urgent processing",
                RawEndUserLabel = "{{dc.d}}",
                Description = "Customer needs a response quickly",
                RawDescription = "{{dc.b}}",
                EndUserDescription = "Your ticket is being responded to",
                RawEndUserDescription = "{{dc.c}}",
                IsActive = true,
                IsDefault = true,
                CreatedAt = new(2021, 7, 20, 22, 55, 29, TimeSpan.Zero),
                UpdatedAt = new(2021, 7, 21, 22, 55, 29, TimeSpan.Zero),
            },
        }));
    }
}
