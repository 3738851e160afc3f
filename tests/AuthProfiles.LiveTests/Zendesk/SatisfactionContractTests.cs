using AuthProfiles.Zendesk;

namespace AuthProfiles.LiveTests.Zendesk;

/// <summary>The official description, as a server, takes every operation on ratings and suspended tickets, and refuses what it does not allow.</summary>
/// <remarks>Copying the files of a suspended ticket has no place for the id in it.</remarks>
[TestFixture]
public sealed class SatisfactionContractTests : ContractTests
{
    private static IEnumerable<TestCaseData> Operations()
    {
        yield return Of("ratings", client => client.Satisfaction.ListPageAsync(filter: new() { Score = "bad", From = DateTimeOffset.UnixEpoch, To = DateTimeOffset.UnixEpoch }));
        yield return Of("first rating", client => FirstAsync(client.Satisfaction.ListAsync()), "example=cursor_last");
        yield return Of("rating", client => client.Satisfaction.GetAsync(1));
        yield return Of("count ratings", client => client.Satisfaction.CountAsync());
        yield return Of("rate", client => client.Satisfaction.RateAsync(1, new("bad", "c") { ReasonCode = 1000 }));
        yield return Of("reasons", client => client.Satisfaction.ListReasonsAsync());
        yield return Of("reason", client => client.Satisfaction.GetReasonAsync(1));
        yield return Of("suspended tickets", client => client.SuspendedTickets.ListPageAsync(new() { Sort = "-cause" }), "example=cursor_first");
        yield return Of("first suspended ticket", client => FirstAsync(client.SuspendedTickets.ListAsync()), "example=cursor_last");
        yield return Of("suspended ticket", client => client.SuspendedTickets.GetAsync(1));
        yield return Of("recover", client => client.SuspendedTickets.RecoverAsync(1));
        yield return Of("recover many", client => client.SuspendedTickets.RecoverManyAsync([1, 2]));
        yield return Of("delete suspended ticket", client => client.SuspendedTickets.DeleteAsync(1));
        yield return Of("delete suspended tickets", client => client.SuspendedTickets.DeleteManyAsync([1, 2]));
        yield return Of("export suspended tickets", client => client.SuspendedTickets.ExportAsync());
    }

    private static IEnumerable<TestCaseData<string, string, string?>> Refused()
    {
        yield return Bad("a rating by a word", "GET", "satisfaction_ratings/first", null);
        yield return Bad("a rating of a word", "POST", "tickets/first/satisfaction_rating", "{}");
        yield return Bad("a recovery of no id", "PUT", "suspended_tickets/recover_many", null);
        yield return Bad("a deletion of no id", "DELETE", "suspended_tickets/destroy_many", null);
        yield return Bad("a suspended ticket by a word", "GET", "suspended_tickets/first", null);
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_is_taken_and_its_answer_is_read(Func<ZendeskClient, Task> call, string? prefer) => IsTakenAsync(call, prefer);

    [TestCaseSource(nameof(Refused))]
    public Task What_is_not_allowed_is_refused(string method, string path, string? body) => IsRefusedAsync(method, path, body);
}
