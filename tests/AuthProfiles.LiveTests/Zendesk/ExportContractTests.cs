using AuthProfiles.Zendesk;

namespace AuthProfiles.LiveTests.Zendesk;

/// <summary>The official description, as a server, takes every export that it knows, and refuses what it does not allow.</summary>
/// <remarks>Its copy here has no samples and no events of ticket metrics.</remarks>
[TestFixture]
public sealed class ExportContractTests : ContractTests
{
    private static readonly DateTimeOffset Since = DateTimeOffset.FromUnixTimeSeconds(1_332_034_771);

    private static IEnumerable<TestCaseData> Operations()
    {
        yield return Of("tickets", client => FirstAsync(client.Exports.TicketsAsync(Since)));
        yield return Of("tickets by time", client => FirstAsync(client.Exports.TicketsByTimeAsync(Since)));
        yield return Of("users", client => FirstAsync(client.Exports.UsersAsync(Since)));
        yield return Of("users by time", client => FirstAsync(client.Exports.UsersByTimeAsync(Since)));
        yield return Of("users on", client => client.Exports.UsersByTimePageAsync(Since, new() { After = "1601357503" }));
        yield return Of("organizations", client => FirstAsync(client.Exports.OrganizationsAsync(Since)));
        yield return Of("ticket events", client => FirstAsync(client.Exports.TicketEventsAsync(Since, new() { Include = [Includes.Raw("comment_events")] })));
        yield return Of("found tickets", client => client.Search.ExportTicketsPageAsync("fire", new() { PageSize = 1000 }));
        yield return Of("found users", client => client.Search.ExportUsersPageAsync("role:agent"));
        yield return Of("found organizations", client => client.Search.ExportOrganizationsPageAsync("acme"));
        yield return Of("found groups", client => client.Search.ExportGroupsPageAsync("support"));
    }

    /// <summary>Gets requests that the contract does not allow.</summary>
    private static IEnumerable<TestCaseData<string, string, string?>> Refused()
    {
        yield return Bad("no time", "GET", "incremental/users", null);
        yield return Bad("a time in words", "GET", "incremental/organizations?start_time=yesterday", null);
        yield return Bad("no time of events", "GET", "incremental/ticket_events", null);
        yield return Bad("no query", "GET", "search/export?filter%5Btype%5D=user", null);
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_is_taken_and_its_answer_is_read(Func<ZendeskClient, Task> call, string? prefer) => IsTakenAsync(call, prefer);

    [TestCaseSource(nameof(Refused))]
    public Task What_is_not_allowed_is_refused(string method, string path, string? body) => IsRefusedAsync(method, path, body);
}
