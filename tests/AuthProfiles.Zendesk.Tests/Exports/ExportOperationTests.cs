using AuthProfiles.Zendesk.Tests.Support;
using static AuthProfiles.Zendesk.Tests.Support.OperationCase;

namespace AuthProfiles.Zendesk.Tests.Exports;

/// <summary>What each export sends, to the byte.</summary>
[TestFixture]
public sealed class ExportOperationTests
{
    private const string End = """ "count":1,"end_of_stream":true,"end_time":1700000500,"after_cursor":"a","next_page":null} """;
    private const string Found = """{"results":[{"id":1}],"meta":{"has_more":false}}""";

    private static readonly DateTimeOffset Since = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
    private static readonly PageOptions Thousand = new() { PageSize = 1000 };

    private static IEnumerable<TestCaseData> Operations()
    {
        yield return Of("tickets in large pages", client => client.Exports.TicketsAsync(Since, Thousand).CollectAsync(), Answer("tickets"), "GET", "api/v2/incremental/tickets/cursor?per_page=1000&start_time=1700000000");
        yield return Of("tickets by time", client => client.Exports.TicketsByTimeAsync(Since, Thousand).CollectAsync(), Answer("tickets"), "GET", "api/v2/incremental/tickets?per_page=1000&start_time=1700000000");
        yield return Of("users", client => client.Exports.UsersAsync(Since).CollectAsync(), Answer("users"), "GET", "api/v2/incremental/users/cursor?per_page=100&start_time=1700000000");
        yield return Of("users on", client => client.Exports.UsersPageAsync(Since, new() { After = "a+=" }), Answer("users"), "GET", "api/v2/incremental/users/cursor?per_page=100&cursor=a%2B%3D");
        yield return Of("users by time", client => client.Exports.UsersByTimeAsync(Since).CollectAsync(), Answer("users"), "GET", "api/v2/incremental/users?per_page=100&start_time=1700000000");
        yield return Of("users by time on", client => client.Exports.UsersByTimePageAsync(Since, new() { After = "1700000500" }), Answer("users"), "GET", "api/v2/incremental/users?per_page=100&start_time=1700000500");
        yield return Of("organizations", client => client.Exports.OrganizationsAsync(Since, Thousand).CollectAsync(), Answer("organizations"), "GET", "api/v2/incremental/organizations?per_page=1000&start_time=1700000000");
        yield return Of("page of organizations", client => client.Exports.OrganizationsPageAsync(Since), Answer("organizations"), "GET", "api/v2/incremental/organizations?per_page=100&start_time=1700000000");
        yield return Of("ticket events", client => client.Exports.TicketEventsAsync(Since, new() { Include = [Includes.Raw("comment_events")] }).CollectAsync(), Answer("ticket_events"), "GET",
            "api/v2/incremental/ticket_events?per_page=100&start_time=1700000000&include=comment_events");
        yield return Of("page of ticket events", client => client.Exports.TicketEventsPageAsync(Since), Answer("ticket_events"), "GET", "api/v2/incremental/ticket_events?per_page=100&start_time=1700000000");
        yield return Of("ticket metric events", client => client.Exports.TicketMetricEventsAsync(Since).CollectAsync(), Answer("ticket_metric_events"), "GET", "api/v2/incremental/ticket_metric_events?start_time=1700000000");
        yield return Of("ticket metric events with changes", client => client.Exports.TicketMetricEventsPageAsync(Since, withChanges: true), Answer("ticket_metric_events"), "GET", "api/v2/incremental/ticket_metric_events?include_changes=true&start_time=1700000000");
        yield return Of("sample of tickets", client => client.Exports.Samples.TicketsAsync(Since), Answer("tickets"), "GET", "api/v2/incremental/tickets/sample?start_time=1700000000");
        yield return Of("sample of ticket events", client => client.Exports.Samples.TicketEventsAsync(Since), Answer("ticket_events"), "GET", "api/v2/incremental/ticket_events/sample?start_time=1700000000");
        yield return Of("sample of users", client => client.Exports.Samples.UsersAsync(Since), Answer("users"), "GET", "api/v2/incremental/users/sample?start_time=1700000000");
        yield return Of("sample of organizations", client => client.Exports.Samples.OrganizationsAsync(Since), Answer("organizations"), "GET", "api/v2/incremental/organizations/sample?start_time=1700000000");
        yield return Of("found tickets in large pages", client => client.Search.ExportTicketsAsync("x", Thousand).CollectAsync(), Found, "GET", "api/v2/search/export?query=x&filter%5Btype%5D=ticket&page%5Bsize%5D=1000");
        yield return Of("found users", client => client.Search.ExportUsersAsync("role:agent").CollectAsync(), Found, "GET", "api/v2/search/export?query=role%3Aagent&filter%5Btype%5D=user&page%5Bsize%5D=100");
        yield return Of("page of found users", client => client.Search.ExportUsersPageAsync("x", new() { After = "a=" }), Found, "GET", "api/v2/search/export?query=x&filter%5Btype%5D=user&page%5Bsize%5D=100&page%5Bafter%5D=a%3D");
        yield return Of("found organizations", client => client.Search.ExportOrganizationsAsync("acme").CollectAsync(), Found, "GET", "api/v2/search/export?query=acme&filter%5Btype%5D=organization&page%5Bsize%5D=100");
        yield return Of("page of found organizations", client => client.Search.ExportOrganizationsPageAsync("acme"), Found, "GET", "api/v2/search/export?query=acme&filter%5Btype%5D=organization&page%5Bsize%5D=100");
        yield return Of("found groups", client => client.Search.ExportGroupsAsync("support").CollectAsync(), Found, "GET", "api/v2/search/export?query=support&filter%5Btype%5D=group&page%5Bsize%5D=100");
        yield return Of("page of found groups", client => client.Search.ExportGroupsPageAsync("support"), Found, "GET", "api/v2/search/export?query=support&filter%5Btype%5D=group&page%5Bsize%5D=100");
    }

    private static IEnumerable<TestCaseData> NotSent()
    {
        yield return Refused("a page of a list that is too large", client => client.Tickets.ListPageAsync(new() { PageSize = 101 }));
        yield return Refused("a walk in pages that are too large", client => client.Tickets.ListAsync(Thousand).CollectAsync());
        yield return Refused("numbered pages that are too large", client => client.Tickets.ListPageAsync(new() { PageSize = 101, IsNumbered = true }));
        yield return Refused("pages of a search that are too large", client => client.Tickets.SearchPageAsync("x", Thousand));
        yield return Refused("pages of a view that are too large", client => client.Views.ExecutePageAsync(1, Thousand));
        yield return Refused("an export of no query", client => client.Search.ExportUsersPageAsync(" "));
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_asks_for_what_it_says(Func<ZendeskClient, Task> call, string answer, string method, string path, string? body) => AsksAsync(call, answer, method, path, body);

    [TestCaseSource(nameof(NotSent))]
    public void What_Zendesk_would_refuse_or_misread_is_not_sent(Func<ZendeskClient, Task> call) => IsNotSent(call);

    private static string Answer(string name) => $$"""{"{{name}}":[{"id":1}],{{End}}""";
}
