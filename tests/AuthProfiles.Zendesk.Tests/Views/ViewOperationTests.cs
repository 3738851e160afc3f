using AuthProfiles.Zendesk.Tests.Support;
using static AuthProfiles.Zendesk.Tests.Support.OperationCase;

namespace AuthProfiles.Zendesk.Tests.Views;

/// <summary>What each operation on views sends, to the byte.</summary>
[TestFixture]
public sealed class ViewOperationTests
{
    private const string One = """{"view":{"id":1}}""";
    private const string Many = """{"views":[{"id":1}],"meta":{"has_more":false}}""";
    private const string Rows = """{"columns":[],"rows":[],"meta":{"has_more":false}}""";
    private const string Tickets = """{"tickets":[{"id":1}],"meta":{"has_more":false}}""";
    private const string Count = """{"view_count":{"value":1,"fresh":true}}""";

    private static readonly IReadOnlyList<ViewCondition> Open = [new("status", "less_than", "solved")];

    private static IEnumerable<TestCaseData> Operations()
    {
        yield return Of("list", client => client.Views.ListAsync().CollectAsync(), Many, "GET", "api/v2/views?page%5Bsize%5D=100");
        yield return Of("list some", client => client.Views.ListAsync(new() { Access = ViewAccess.Shared, IsActive = false, GroupId = 5 }, new() { IsNumbered = true, Sort = "-alphabetical" }).CollectAsync(), Many, "GET",
            "api/v2/views?access=shared&active=false&group_id=5&sort_by=alphabetical&sort_order=desc&per_page=100&page=1");
        yield return Of("list page", client => client.Views.ListPageAsync(options: new() { After = "a=", Include = [Includes.Raw("permissions")] }), Many, "GET", "api/v2/views?page%5Bsize%5D=100&page%5Bafter%5D=a%3D&include=permissions");
        yield return Of("active", client => client.Views.ListActiveAsync().CollectAsync(), Many, "GET", "api/v2/views/active?per_page=100&page=1");
        yield return Of("active of a group", client => client.Views.ListActiveAsync(ViewAccess.Account, 5, new() { Sort = "updated_at" }).CollectAsync(), Many, "GET", "api/v2/views/active?access=account&group_id=5&sort_by=updated_at&sort_order=asc&per_page=100&page=1");
        yield return Of("compact", client => client.Views.ListCompactAsync(), Many, "GET", "api/v2/views/compact");
        yield return Of("show", client => client.Views.GetAsync(1), One, "GET", "api/v2/views/1");
        yield return Of("show many", client => client.Views.GetManyAsync([1, 2, 1], isActive: true), Many, "GET", "api/v2/views/show_many?active=true&ids=1%2C2");
        yield return Of("search", client => client.Views.SearchAsync("a&b", new() { Access = ViewAccess.Personal }).CollectAsync(), Many, "GET", "api/v2/views/search?query=a%26b&access=personal&per_page=100&page=1");
        yield return Of("count views", client => client.Views.CountAsync(), """{"count":{"value":16}}""", "GET", "api/v2/views/count");
        yield return Of("tickets", client => client.Views.ListTicketsAsync(1, new() { Sort = "-updated" }).CollectAsync(), Tickets, "GET", "api/v2/views/1/tickets?page%5Bsize%5D=100&sort_by=updated&sort_order=desc");
        yield return Of("page of tickets", client => client.Views.ListTicketsPageAsync(1, new() { PageSize = 5, Include = [Includes.Users] }), Tickets, "GET", "api/v2/views/1/tickets?page%5Bsize%5D=5&include=users");
        yield return Of("execute", client => client.Views.ExecuteAsync(1).CollectAsync(), Rows, "GET", "api/v2/views/1/execute?page%5Bsize%5D=100");
        yield return Of("execute page", client => client.Views.ExecutePageAsync(1, new() { After = "a=", Sort = "5", Include = [Includes.Users] }), Rows, "GET", "api/v2/views/1/execute?page%5Bsize%5D=100&page%5Bafter%5D=a%3D&sort_by=5&sort_order=asc&include=users");
        yield return Of("execute numbered", client => client.Views.ExecutePageAsync(1, new() { IsNumbered = true, After = "3" }), Rows, "GET", "api/v2/views/1/execute?per_page=100&page=3");
        yield return Of("count tickets", client => client.Views.CountTicketsAsync(1), Count, "GET", "api/v2/views/1/count");
        yield return Of("count many", client => client.Views.CountManyAsync([25, 78]), """{"view_counts":[]}""", "GET", "api/v2/views/count_many?ids=25%2C78");
        yield return Of("export", client => client.Views.ExportAsync(1), """{"export":{"view_id":1,"status":"starting"}}""", "GET", "api/v2/views/1/export");
        yield return Of("preview", client => client.Views.PreviewAsync(new() { All = Open, Output = new() { Columns = ["subject"] } }), Rows, "POST", "api/v2/views/preview",
            """{"view":{"all":[{"field":"status","operator":"less_than","value":"solved"}],"output":{"columns":["subject"]}}}""");
        yield return Of("preview count", client => client.Views.PreviewCountAsync(new() { All = Open, Any = [new("current_tags", "includes", CustomFieldValue.FromStrings("a", "b"))] }), Count, "POST", "api/v2/views/preview/count",
            """{"view":{"all":[{"field":"status","operator":"less_than","value":"solved"}],"any":[{"field":"current_tags","operator":"includes","value":["a","b"]}]}}""");
        yield return Of("create", client => client.Views.CreateAsync(new() { Title = "Mine", All = Open }), One, "POST", "api/v2/views", """{"view":{"title":"Mine","all":[{"field":"status","operator":"less_than","value":"solved"}]}}""");
        yield return Of("create with all", client => client.Views.CreateAsync(Whole()), One, "POST", "api/v2/views",
            """{"view":{"title":"Mine","raw_title":"{{dc.x}}","description":"d","active":true,"position":3,"restriction":{"type":"Group","ids":[7,8]},"all":[{"field":"status","operator":"less_than","value":"solved"}],"any":[{"field":"x","operator":"is","value":null}],"output":{"columns":["status","5"],"group_by":"assignee","group_order":"desc","sort_by":"status","sort_order":"asc"}}}""");
        yield return Of("update", client => client.Views.UpdateAsync(1, new() { Title = "New", IsActive = false, Restriction = ViewRestriction.ToUser(9), Output = new() { SortBy = "-updated" } }), One, "PUT", "api/v2/views/1",
            """{"view":{"title":"New","active":false,"restriction":{"type":"User","id":9},"output":{"sort_by":"updated","sort_order":"desc"}}}""");
        yield return Of("empty members", client => client.Views.UpdateAsync(1, new() { Description = null, Restriction = null, RawTitle = "r", Position = 2, All = Open, Any = [] }), One, "PUT", "api/v2/views/1",
            """{"view":{"raw_title":"r","description":null,"position":2,"restriction":null,"all":[{"field":"status","operator":"less_than","value":"solved"}],"any":[]}}""");
        yield return Of("update many", client => client.Views.UpdateManyAsync([new(25) { Position = 3 }, new(23) { IsActive = false }]), Many, "PUT", "api/v2/views/update_many", """{"views":[{"id":25,"position":3},{"id":23,"active":false}]}""");
        yield return Of("delete", client => client.Views.DeleteAsync(1), "", "DELETE", "api/v2/views/1");
        yield return Of("delete many", client => client.Views.DeleteManyAsync([1, 2]), "", "DELETE", "api/v2/views/destroy_many?ids=1%2C2");
    }

    private static IEnumerable<TestCaseData> NotSent()
    {
        yield return Refused("no title", client => client.Views.CreateAsync(new() { Title = " ", All = Open }));
        yield return Refused("no condition", client => client.Views.CreateAsync(new() { Title = "t", All = [] }));
        yield return Refused("eleven columns", client => client.Views.CreateAsync(new() { Title = "t", All = Open, Output = new() { Columns = [.. Enumerable.Repeat("status", 11)] } }));
        yield return Refused("a preview of nothing", client => client.Views.PreviewAsync(new() { All = [] }));
        yield return Refused("a count of nothing", client => client.Views.PreviewCountAsync(new() { All = [] }));
        yield return Refused("no change", client => client.Views.UpdateAsync(1, new()));
        yield return Refused("no condition any more", client => client.Views.UpdateAsync(1, new() { All = [] }));
        yield return Refused("any without all", client => client.Views.UpdateAsync(1, new() { Any = Open }));
        yield return Refused("eleven columns more", client => client.Views.UpdateAsync(1, new() { Output = new() { Columns = [.. Enumerable.Repeat("status", 11)] } }));
        yield return Refused("no changes", client => client.Views.UpdateManyAsync([]));
        yield return Refused("a change of nothing", client => client.Views.UpdateManyAsync([new(1)]));
        yield return Refused("a change that is null", client => client.Views.UpdateManyAsync([null!]));
        yield return Refused("a change of no view", client => client.Views.UpdateManyAsync([new(0) { Position = 1 }]));
        yield return Refused("too many changes", client => client.Views.UpdateManyAsync([.. Enumerable.Range(1, 101).Select(id => new ViewChange(id) { Position = 1 })]));
        yield return Refused("no view to count", client => client.Views.CountManyAsync([]));
        yield return Refused("too many views to count", client => client.Views.CountManyAsync([.. Enumerable.Range(1, 21).Select(id => (long)id)]));
        yield return Refused("an empty search", client => client.Views.SearchAsync("").CollectAsync());
        yield return Refused("no id", client => client.Views.ExecutePageAsync(0));
        yield return Refused("no id of a group", client => client.Views.ListPageAsync(new() { GroupId = 0 }));
        yield return Refused("no ids", client => client.Views.DeleteManyAsync([]));
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_asks_for_what_it_says(Func<ZendeskClient, Task> call, string answer, string method, string path, string? body) => AsksAsync(call, answer, method, path, body);

    [TestCaseSource(nameof(NotSent))]
    public void What_Zendesk_would_refuse_or_misread_is_not_sent(Func<ZendeskClient, Task> call) => IsNotSent(call);

    [Test]
    public void A_restriction_to_no_group_is_none() => Assert.That(() => ViewRestriction.ToGroups(), Throws.InstanceOf<ArgumentException>());

    private static NewView Whole() => new()
    {
        Title = "Mine",
        RawTitle = "{{dc.x}}",
        Description = "d",
        IsActive = true,
        Position = 3,
        All = Open,
        Any = [new("x", "is", default)],
        Output = new() { Columns = ["status", "5"], GroupBy = "-assignee", SortBy = "status" },
        Restriction = ViewRestriction.ToGroups(7, 8),
    };
}
