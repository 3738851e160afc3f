using AuthProfiles.Zendesk;

namespace AuthProfiles.LiveTests.Zendesk;

/// <summary>The official description, as a server, takes every operation on groups that it has, and refuses what it does not allow.</summary>
[TestFixture]
public sealed class GroupContractTests : ContractTests
{
    private static IEnumerable<TestCaseData> Operations()
    {
        yield return Of("create", client => client.Groups.CreateAsync(new() { Name = "First", Description = "d", IsPublic = true }));
        yield return Of("show", client => client.Groups.GetAsync(1));
        yield return Of("show with others", client => client.Groups.GetAsync(1, [Includes.Users]));
        yield return Of("list", client => FirstAsync(client.Groups.ListAsync()), "example=cursor_last");
        yield return Of("list without deleted", client => client.Groups.ListPageAsync(withoutDeleted: true), "example=cursor_first");
        yield return Of("list assignable", client => FirstAsync(client.Groups.ListAssignableAsync()));
        yield return Of("count", client => client.Groups.CountAsync());
        yield return Of("update", client => client.Groups.UpdateAsync(1, new() { Name = "Second", Description = null }));
        yield return Of("delete", client => client.Groups.DeleteAsync(1));
        yield return Of("memberships", client => FirstAsync(client.Groups.Memberships.ListAsync()));
        yield return Of("membership page", client => client.Groups.Memberships.ListPageAsync(new() { Include = [Includes.Users, Includes.Groups] }));
        yield return Of("assignable memberships", client => FirstAsync(client.Groups.Memberships.ListAssignableAsync()));
        yield return Of("membership", client => client.Groups.Memberships.GetAsync(1));
        yield return Of("create membership", client => client.Groups.Memberships.CreateAsync(new(3, 4) { IsDefault = true }));
        yield return Of("create memberships", client => client.Groups.Memberships.CreateManyAsync([new(3, 4)]));
        yield return Of("make default", client => client.Groups.Memberships.MakeDefaultAsync(3, 1));
        yield return Of("delete membership", client => client.Groups.Memberships.DeleteAsync(1));
        yield return Of("delete memberships", client => client.Groups.Memberships.DeleteManyAsync([1, 2]));
    }

    /// <summary>Gets requests that the contract does not allow.</summary>
    private static IEnumerable<TestCaseData<string, string, string?>> Refused()
    {
        yield return Bad("a flag that is a word", "GET", "groups?exclude_deleted=maybe", null);
        yield return Bad("a group by a word", "GET", "groups/first", null);
        yield return Bad("a membership by a word", "GET", "group_memberships/first", null);
        yield return Bad("a group that is a text", "POST", "groups", "\"First\"");
        yield return Bad("a page of no size", "GET", "groups?per_page=0", null);
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_is_taken_and_its_answer_is_read(Func<ZendeskClient, Task> call, string? prefer) => IsTakenAsync(call, prefer);

    [TestCaseSource(nameof(Refused))]
    public Task What_is_not_allowed_is_refused(string method, string path, string? body) => IsRefusedAsync(method, path, body);
}
