using AuthProfiles.Zendesk;

namespace AuthProfiles.LiveTests.Zendesk;

/// <summary>The official description, as a server, takes every operation on audits and metrics, and refuses what it does not allow.</summary>
/// <remarks>The metrics by a ticket's id are in it as a sentence only.</remarks>
[TestFixture]
public sealed class AuditContractTests : ContractTests
{
    private static IEnumerable<TestCaseData> Operations()
    {
        yield return Of("all audits", client => client.TicketAudits.ListPageAsync());
        yield return Of("next audits", client => client.TicketAudits.ListPageAsync(new() { After = "cursor=MTU=" }));
        yield return Of("audits", client => client.TicketAudits.ListForTicketPageAsync(1));
        yield return Of("audits by cursor", client => client.TicketAudits.ListForTicketPageAsync(1), "example=cursor_first");
        yield return Of("first audit", client => FirstAsync(client.TicketAudits.ListForTicketAsync(1)), "example=cursor_last");
        yield return Of("audit", client => client.TicketAudits.GetAsync(1, 2));
        yield return Of("count audits", client => client.TicketAudits.CountAsync(1));
        yield return Of("make private", client => client.TicketAudits.MakePrivateAsync(1, 2));
        yield return Of("all metrics", client => client.TicketMetrics.ListPageAsync(), "example=cursor_first");
        yield return Of("first metrics", client => FirstAsync(client.TicketMetrics.ListAsync()), "example=cursor_last");
        yield return Of("metrics", client => client.TicketMetrics.GetAsync(1));
    }

    private static IEnumerable<TestCaseData<string, string, string?>> Refused()
    {
        yield return Bad("audits of a word", "GET", "tickets/first/audits", null);
        yield return Bad("an audit by a word", "GET", "tickets/1/audits/first", null);
        yield return Bad("a page of no size", "GET", "ticket_audits?per_page=0", null);
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_is_taken_and_its_answer_is_read(Func<ZendeskClient, Task> call, string? prefer) => IsTakenAsync(call, prefer);

    [TestCaseSource(nameof(Refused))]
    public Task What_is_not_allowed_is_refused(string method, string path, string? body) => IsRefusedAsync(method, path, body);
}
