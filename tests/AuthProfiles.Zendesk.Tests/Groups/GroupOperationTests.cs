using AuthProfiles.Zendesk.Tests.Support;
using static AuthProfiles.Zendesk.Tests.Support.OperationCase;

namespace AuthProfiles.Zendesk.Tests.Groups;

/// <summary>What each operation on groups sends, to the byte.</summary>
[TestFixture]
public sealed class GroupOperationTests
{
    private const string Job = """{"job_status":{"id":"j1","status":"queued"}}""";
    private const string Group = """{"group":{"id":1}}""";
    private const string Groups = """{"groups":[{"id":1}],"meta":{"has_more":false}}""";
    private const string Membership = """{"group_membership":{"id":1}}""";
    private const string Memberships = """{"group_memberships":[{"id":1}],"meta":{"has_more":false}}""";

    private static IEnumerable<TestCaseData> Operations()
    {
        yield return Of("create", client => client.Groups.CreateAsync(new() { Name = "First" }), Group, "POST", "api/v2/groups", """{"group":{"name":"First"}}""");
        yield return Of("show", client => client.Groups.GetAsync(1), Group, "GET", "api/v2/groups/1");
        yield return Of("show with others", client => client.Groups.GetAsync(1, [Includes.Users]), Group, "GET", "api/v2/groups/1?include=users");
        yield return Of("list", client => client.Groups.ListAsync().CollectAsync(), Groups, "GET", "api/v2/groups?page%5Bsize%5D=100");
        yield return Of("list without deleted", client => client.Groups.ListPageAsync(new() { PageSize = 2 }, withoutDeleted: true), Groups, "GET", "api/v2/groups?exclude_deleted=true&page%5Bsize%5D=2");
        yield return Of("list of an agent", client => client.Groups.ListOfUserAsync(3).CollectAsync(), Groups, "GET", "api/v2/users/3/groups?page%5Bsize%5D=100");
        yield return Of("page of an agent", client => client.Groups.ListOfUserPageAsync(3, new() { PageSize = 2 }), Groups, "GET", "api/v2/users/3/groups?page%5Bsize%5D=2");
        yield return Of("list assignable", client => client.Groups.ListAssignableAsync().CollectAsync(), Groups, "GET", "api/v2/groups/assignable?page%5Bsize%5D=100");
        yield return Of("page assignable", client => client.Groups.ListAssignablePageAsync(new() { PageSize = 2 }), Groups, "GET", "api/v2/groups/assignable?page%5Bsize%5D=2");
        yield return Of("count", client => client.Groups.CountAsync(), """{"count":{"value":5}}""", "GET", "api/v2/groups/count");
        yield return Of("update", client => client.Groups.UpdateAsync(1, new() { Name = "Second" }), Group, "PUT", "api/v2/groups/1", """{"group":{"name":"Second"}}""");
        yield return Of("delete", client => client.Groups.DeleteAsync(1), "", "DELETE", "api/v2/groups/1");
        yield return Of("memberships", client => client.Groups.Memberships.ListAsync().CollectAsync(), Memberships, "GET", "api/v2/group_memberships?page%5Bsize%5D=100");
        yield return Of("membership page", client => client.Groups.Memberships.ListPageAsync(new() { PageSize = 2 }), Memberships, "GET", "api/v2/group_memberships?page%5Bsize%5D=2");
        yield return Of("memberships of an agent", client => client.Groups.Memberships.ListOfUserAsync(3).CollectAsync(), Memberships, "GET", "api/v2/users/3/group_memberships?page%5Bsize%5D=100");
        yield return Of("membership page of an agent", client => client.Groups.Memberships.ListOfUserPageAsync(3, new() { PageSize = 2 }), Memberships, "GET", "api/v2/users/3/group_memberships?page%5Bsize%5D=2");
        yield return Of("memberships of a group", client => client.Groups.Memberships.ListOfGroupAsync(4).CollectAsync(), Memberships, "GET", "api/v2/groups/4/memberships?page%5Bsize%5D=100");
        yield return Of("membership page of a group", client => client.Groups.Memberships.ListOfGroupPageAsync(4, new() { PageSize = 2 }), Memberships, "GET", "api/v2/groups/4/memberships?page%5Bsize%5D=2");
        yield return Of("assignable memberships", client => client.Groups.Memberships.ListAssignableAsync().CollectAsync(), Memberships, "GET", "api/v2/group_memberships/assignable?page%5Bsize%5D=100");
        yield return Of("assignable membership page", client => client.Groups.Memberships.ListAssignablePageAsync(new() { PageSize = 2 }), Memberships, "GET", "api/v2/group_memberships/assignable?page%5Bsize%5D=2");
        yield return Of("membership", client => client.Groups.Memberships.GetAsync(1), Membership, "GET", "api/v2/group_memberships/1");
        yield return Of("create membership", client => client.Groups.Memberships.CreateAsync(new(9_000_000_000_003, 4)), Membership, "POST", "api/v2/group_memberships", """{"group_membership":{"user_id":9000000000003,"group_id":4}}""");
        yield return Of("create memberships", client => client.Groups.Memberships.CreateManyAsync([new(3, 4) { IsDefault = true }, new(5, 4)]), Job, "POST", "api/v2/group_memberships/create_many",
            """{"group_memberships":[{"user_id":3,"group_id":4,"default":true},{"user_id":5,"group_id":4}]}""");
        yield return Of("make default", client => client.Groups.Memberships.MakeDefaultAsync(3, 1), Memberships, "PUT", "api/v2/users/3/group_memberships/1/make_default");
        yield return Of("delete membership", client => client.Groups.Memberships.DeleteAsync(1), "", "DELETE", "api/v2/group_memberships/1");
        yield return Of("delete memberships", client => client.Groups.Memberships.DeleteManyAsync([1, 2]), Job, "DELETE", "api/v2/group_memberships/destroy_many?ids=1%2C2");
    }

    private static IEnumerable<TestCaseData> NotSent()
    {
        yield return Refused("no name", client => client.Groups.CreateAsync(new() { Name = " " }));
        yield return Refused("no change", client => client.Groups.UpdateAsync(1, new()));
        yield return Refused("a group without id", client => client.Groups.GetAsync(0));
        yield return Refused("a membership of nobody", client => client.Groups.Memberships.CreateAsync(new(0, 1)));
        yield return Refused("a membership in nothing", client => client.Groups.Memberships.CreateAsync(new(1, 0)));
        yield return Refused("no memberships", client => client.Groups.Memberships.CreateManyAsync([]));
        yield return Refused("a membership that is null", client => client.Groups.Memberships.CreateManyAsync([null!]));
        yield return Refused("a membership in nothing among many", client => client.Groups.Memberships.CreateManyAsync([new(1, 1), new(1, 0)]));
        yield return Refused("no ids", client => client.Groups.Memberships.DeleteManyAsync([]));
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_asks_for_what_it_says(Func<ZendeskClient, Task> call, string answer, string method, string path, string? body) => AsksAsync(call, answer, method, path, body);

    [TestCaseSource(nameof(NotSent))]
    public void What_Zendesk_would_refuse_or_misread_is_not_sent(Func<ZendeskClient, Task> call) => IsNotSent(call);
}
