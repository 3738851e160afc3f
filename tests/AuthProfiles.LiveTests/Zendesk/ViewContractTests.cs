using AuthProfiles.Zendesk;

namespace AuthProfiles.LiveTests.Zendesk;

/// <summary>The official description, as a server, takes every operation on views, and refuses what it does not allow.</summary>
[TestFixture]
public sealed class ViewContractTests : ContractTests
{
    private static readonly IReadOnlyList<ViewCondition> Open = [new("status", "less_than", "solved")];

    private static IEnumerable<TestCaseData> Operations()
    {
        yield return Of("list", client => client.Views.ListPageAsync(new() { Access = ViewAccess.Shared, IsActive = true, GroupId = 1 }), "example=cursor_first");
        yield return Of("list numbered", client => client.Views.ListPageAsync(options: new() { IsNumbered = true, Sort = "alphabetical" }), "example=offset");
        yield return Of("active", client => FirstAsync(client.Views.ListActiveAsync(ViewAccess.Account, 1)), "example=offset");
        yield return Of("compact", client => client.Views.ListCompactAsync());
        yield return Of("show", client => client.Views.GetAsync(25));
        yield return Of("show many", client => client.Views.GetManyAsync([25, 23], isActive: true));
        yield return Of("search", client => FirstAsync(client.Views.SearchAsync("unassigned", new() { Access = ViewAccess.Personal, IsActive = true, GroupId = 1 }, new() { Sort = "-created_at" })));
        yield return Of("count views", client => client.Views.CountAsync());
        yield return Of("tickets", client => client.Views.ListTicketsPageAsync(25, new() { Sort = "-updated" }), "example=cursor_first");
        yield return Of("execute", client => FirstAsync(client.Views.ExecuteAsync(25)), "example=cursor_last");
        yield return Of("execute page", client => client.Views.ExecutePageAsync(25, new() { Sort = "status" }), "example=cursor_first");
        yield return Of("execute numbered", client => client.Views.ExecutePageAsync(25, new() { IsNumbered = true }), "example=offset");
        yield return Of("count tickets", client => client.Views.CountTicketsAsync(25));
        yield return Of("count many", client => client.Views.CountManyAsync([25, 78]));
        yield return Of("export", client => client.Views.ExportAsync(25));
        yield return Of("preview", client => client.Views.PreviewAsync(new() { All = Open, Output = new() { Columns = ["subject"] } }));
        yield return Of("preview count", client => client.Views.PreviewCountAsync(new() { All = Open }));
        yield return Of("create", client => client.Views.CreateAsync(new()
        {
            Title = "Mine",
            RawTitle = "{{dc.x}}",
            Description = "d",
            IsActive = true,
            Position = 3,
            All = Open,
            Any = [new("current_tags", "includes", "a")],
            Output = new() { Columns = ["status", "5"], GroupBy = "assignee", SortBy = "-status" },
            Restriction = ViewRestriction.ToGroups(7),
        }));
        yield return Of("update", client => client.Views.UpdateAsync(25, new() { Title = "New", Restriction = null }));
        yield return Of("update many", client => client.Views.UpdateManyAsync([new(25) { Position = 3, IsActive = true }]));
        yield return Of("delete", client => client.Views.DeleteAsync(25));
        yield return Of("delete many", client => client.Views.DeleteManyAsync([25, 23]));
    }

    /// <summary>Gets requests that the contract does not allow.</summary>
    private static IEnumerable<TestCaseData<string, string, string?>> Refused()
    {
        yield return Bad("a view by a word", "GET", "views/first", null);
        yield return Bad("a search for nothing", "GET", "views/search", null);
        yield return Bad("a count of no views", "GET", "views/count_many", null);
        yield return Bad("many views of no id", "GET", "views/show_many", null);
        yield return Bad("a deletion of no id", "DELETE", "views/destroy_many", null);
        yield return Bad("a group by a word", "GET", "views?group_id=support", null);
        yield return Bad("a state that is a word", "GET", "views?active=maybe", null);
        yield return Bad("a view that is a text", "POST", "views", "\"x\"");
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_is_taken_and_its_answer_is_read(Func<ZendeskClient, Task> call, string? prefer) => IsTakenAsync(call, prefer);

    [TestCaseSource(nameof(Refused))]
    public Task What_is_not_allowed_is_refused(string method, string path, string? body) => IsRefusedAsync(method, path, body);
}
