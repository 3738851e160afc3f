using AuthProfiles.Zendesk.Tests.Support;
using static AuthProfiles.Zendesk.Tests.Support.OperationCase;

namespace AuthProfiles.Zendesk.Tests.Organizations;

/// <summary>What each operation on organizations sends, to the byte.</summary>
[TestFixture]
public sealed class OrganizationOperationTests
{
    private const string Job = """{"job_status":{"id":"j1","status":"queued"}}""";
    private const string Organization = """{"organization":{"id":1}}""";
    private const string Organizations = """{"organizations":[{"id":1}],"meta":{"has_more":false}}""";
    private const string Membership = """{"organization_membership":{"id":1}}""";
    private const string Memberships = """{"organization_memberships":[{"id":1}],"meta":{"has_more":false}}""";
    private const string Merge = """{"organization_merge":{"id":"m1"}}""";
    private const string Merges = """{"organization_merges":[{"id":"m1"}],"meta":{"has_more":false}}""";
    private const string Tags = """{"tags":["a"]}""";

    private static readonly NewOrganization Acme = new() { Name = "Acme", ExternalId = "a1" };

    private static IEnumerable<TestCaseData> Operations()
    {
        yield return Of("create", client => client.Organizations.CreateAsync(new() { Name = "Acme" }), Organization, "POST", "api/v2/organizations", """{"organization":{"name":"Acme"}}""");
        yield return Of("create or update", client => client.Organizations.CreateOrUpdateAsync(Acme), Organization, "POST", "api/v2/organizations/create_or_update", """{"organization":{"name":"Acme","external_id":"a1"}}""");
        yield return Of("create many", client => client.Organizations.CreateManyAsync([Acme, new() { Name = "B" }]), Job, "POST", "api/v2/organizations/create_many", """{"organizations":[{"name":"Acme","external_id":"a1"},{"name":"B"}]}""");
        yield return Of("show", client => client.Organizations.GetAsync(1), Organization, "GET", "api/v2/organizations/1");
        yield return Of("show with others", client => client.Organizations.GetAsync(1, [Includes.Users]), Organization, "GET", "api/v2/organizations/1?include=users");
        yield return Of("show many", client => client.Organizations.GetManyAsync([1, 2]), Organizations, "GET", "api/v2/organizations/show_many?ids=1%2C2");
        yield return Of("show many by external id", client => client.Organizations.GetManyByExternalIdAsync(["a", "b"]), Organizations, "GET", "api/v2/organizations/show_many?external_ids=a%2Cb");
        yield return Of("list", client => client.Organizations.ListAsync().CollectAsync(), Organizations, "GET", "api/v2/organizations?page%5Bsize%5D=100");
        yield return Of("list page", client => client.Organizations.ListPageAsync(new() { PageSize = 2 }), Organizations, "GET", "api/v2/organizations?page%5Bsize%5D=2");
        yield return Of("list of a user", client => client.Organizations.ListOfUserAsync(3).CollectAsync(), Organizations, "GET", "api/v2/users/3/organizations?page%5Bsize%5D=100");
        yield return Of("page of a user", client => client.Organizations.ListOfUserPageAsync(3, new() { PageSize = 2 }), Organizations, "GET", "api/v2/users/3/organizations?page%5Bsize%5D=2");
        yield return Of("find by external id", client => client.Organizations.FindByExternalIdAsync("a&b"), Organizations, "GET", "api/v2/organizations/search?external_id=a%26b");
        yield return Of("find by name", client => client.Organizations.FindByNameAsync("Acme & Co"), Organizations, "GET", "api/v2/organizations/search?name=Acme%20%26%20Co");
        yield return Of("autocomplete", client => client.Organizations.AutocompleteAsync("Ac"), Organizations, "GET", "api/v2/organizations/autocomplete?name=Ac");
        yield return Of("count", client => client.Organizations.CountAsync(), """{"count":{"value":5}}""", "GET", "api/v2/organizations/count");
        yield return Of("update", client => client.Organizations.UpdateAsync(1, new() { Notes = "n" }), Organization, "PUT", "api/v2/organizations/1", """{"organization":{"notes":"n"}}""");
        yield return Of("update many alike", client => client.Organizations.UpdateManyAsync([1, 2], new OrganizationUpdate { GroupId = null }), Job, "PUT", "api/v2/organizations/update_many?ids=1%2C2", """{"organization":{"group_id":null}}""");
        yield return Of("update many apart", client => client.Organizations.UpdateManyAsync([new OrganizationChange(1, new() { Name = "a" }), new OrganizationChange(2, new() { Notes = null })]), Job, "PUT", "api/v2/organizations/update_many",
            """{"organizations":[{"id":1,"name":"a"},{"id":2,"notes":null}]}""");
        yield return Of("delete", client => client.Organizations.DeleteAsync(1), "", "DELETE", "api/v2/organizations/1");
        yield return Of("delete many", client => client.Organizations.DeleteManyAsync([1, 2]), Job, "DELETE", "api/v2/organizations/destroy_many?ids=1%2C2");
        yield return Of("related", client => client.Organizations.GetRelationsAsync(1), """{"organization_related":{}}""", "GET", "api/v2/organizations/1/related");
        yield return Of("tags", client => client.Organizations.Tags.GetAsync(1), Tags, "GET", "api/v2/organizations/1/tags");
        yield return Of("add tags", client => client.Organizations.Tags.AddAsync(1, ["a"]), Tags, "PUT", "api/v2/organizations/1/tags", Tags);
        yield return Of("set tags", client => client.Organizations.Tags.SetAsync(1, []), Tags, "POST", "api/v2/organizations/1/tags", """{"tags":[]}""");
        yield return Of("remove tags", client => client.Organizations.Tags.RemoveAsync(1, ["a"]), "", "DELETE", "api/v2/organizations/1/tags", Tags);
        yield return Of("merge", client => client.Organizations.Merges.CreateAsync(1, 2), Merge, "POST", "api/v2/organizations/1/merge", """{"organization_merge":{"winner_id":2}}""");
        yield return Of("show merge", client => client.Organizations.Merges.GetAsync("01HP/.."), Merge, "GET", "api/v2/organization_merges/01HP%2F..");
        yield return Of("merges", client => client.Organizations.Merges.ListAsync(1).CollectAsync(), Merges, "GET", "api/v2/organizations/1/merges?page%5Bsize%5D=100");
        yield return Of("merge page", client => client.Organizations.Merges.ListPageAsync(1, new() { PageSize = 2 }), Merges, "GET", "api/v2/organizations/1/merges?page%5Bsize%5D=2");
        yield return Of("memberships", client => client.Organizations.Memberships.ListAsync().CollectAsync(), Memberships, "GET", "api/v2/organization_memberships?page%5Bsize%5D=100");
        yield return Of("membership page", client => client.Organizations.Memberships.ListPageAsync(new() { PageSize = 2 }), Memberships, "GET", "api/v2/organization_memberships?page%5Bsize%5D=2");
        yield return Of("memberships of a user", client => client.Organizations.Memberships.ListOfUserAsync(3).CollectAsync(), Memberships, "GET", "api/v2/users/3/organization_memberships?page%5Bsize%5D=100");
        yield return Of("membership page of a user", client => client.Organizations.Memberships.ListOfUserPageAsync(3, new() { PageSize = 2 }), Memberships, "GET", "api/v2/users/3/organization_memberships?page%5Bsize%5D=2");
        yield return Of("memberships of an organization", client => client.Organizations.Memberships.ListOfOrganizationAsync(4).CollectAsync(), Memberships, "GET", "api/v2/organizations/4/organization_memberships?page%5Bsize%5D=100");
        yield return Of("membership page of an organization", client => client.Organizations.Memberships.ListOfOrganizationPageAsync(4, new() { PageSize = 2 }), Memberships, "GET",
            "api/v2/organizations/4/organization_memberships?page%5Bsize%5D=2");
        yield return Of("membership", client => client.Organizations.Memberships.GetAsync(1), Membership, "GET", "api/v2/organization_memberships/1");
        yield return Of("create membership", client => client.Organizations.Memberships.CreateAsync(new(9_000_000_000_003, 4)), Membership, "POST", "api/v2/organization_memberships",
            """{"organization_membership":{"user_id":9000000000003,"organization_id":4}}""");
        yield return Of("create memberships", client => client.Organizations.Memberships.CreateManyAsync([new(3, 4) { IsDefault = true }, new(5, 4)]), Job, "POST", "api/v2/organization_memberships/create_many",
            """{"organization_memberships":[{"user_id":3,"organization_id":4,"default":true},{"user_id":5,"organization_id":4}]}""");
        yield return Of("make default", client => client.Organizations.Memberships.MakeDefaultAsync(3, 1), Memberships, "PUT", "api/v2/users/3/organization_memberships/1/make_default");
        yield return Of("delete membership", client => client.Organizations.Memberships.DeleteAsync(1), "", "DELETE", "api/v2/organization_memberships/1");
        yield return Of("delete memberships", client => client.Organizations.Memberships.DeleteManyAsync([1, 2]), Job, "DELETE", "api/v2/organization_memberships/destroy_many?ids=1%2C2");
    }

    private static IEnumerable<TestCaseData> NotSent()
    {
        var hundredAndOne = Enumerable.Range(1, 101).Select(id => (long)id).ToArray();
        yield return Refused("no name", client => client.Organizations.CreateAsync(new() { Name = "" }));
        yield return Refused("a tag of two words", client => client.Organizations.CreateAsync(Acme with { Tags = ["a b"] }));
        yield return Refused("nothing to be found by", client => client.Organizations.CreateOrUpdateAsync(new() { Name = "Acme" }));
        yield return Refused("no name to store", client => client.Organizations.CreateOrUpdateAsync(new() { Name = " ", ExternalId = "a" }));
        yield return Refused("no organizations", client => client.Organizations.CreateManyAsync([]));
        yield return Refused("an organization that is null", client => client.Organizations.CreateManyAsync([null!]));
        yield return Refused("too many organizations", client => client.Organizations.CreateManyAsync([.. hundredAndOne.Select(_ => Acme)]));
        yield return Refused("no name among many", client => client.Organizations.CreateManyAsync([Acme, new() { Name = "" }]));
        yield return Refused("no external id", client => client.Organizations.FindByExternalIdAsync(""));
        yield return Refused("no name to find", client => client.Organizations.FindByNameAsync(" "));
        yield return Refused("no beginning", client => client.Organizations.AutocompleteAsync(""));
        yield return Refused("no change", client => client.Organizations.UpdateAsync(1, new()));
        yield return Refused("a change to a tag of two words", client => client.Organizations.UpdateAsync(1, new() { Tags = ["a b"] }));
        yield return Refused("no ids", client => client.Organizations.UpdateManyAsync([], new OrganizationUpdate { Name = "a" }));
        yield return Refused("no change of many", client => client.Organizations.UpdateManyAsync([1], new OrganizationUpdate()));
        yield return Refused("no changes", client => client.Organizations.UpdateManyAsync([]));
        yield return Refused("no change among many", client => client.Organizations.UpdateManyAsync([new OrganizationChange(1, new())]));
        yield return Refused("a change of nothing among many", client => client.Organizations.UpdateManyAsync([new OrganizationChange(0, new() { Name = "n" })]));
        yield return Refused("too many ids", client => client.Organizations.DeleteManyAsync(hundredAndOne));
        yield return Refused("a merge into nothing", client => client.Organizations.Merges.CreateAsync(1, 0));
        yield return Refused("a merge above", client => client.Organizations.Merges.GetAsync(".."));
        yield return Refused("no tags to add", client => client.Organizations.Tags.AddAsync(1, []));
        yield return Refused("a membership of nobody", client => client.Organizations.Memberships.CreateAsync(new(0, 1)));
        yield return Refused("a membership in nothing", client => client.Organizations.Memberships.CreateAsync(new(1, 0)));
        yield return Refused("no memberships", client => client.Organizations.Memberships.CreateManyAsync([]));
        yield return Refused("a membership in nothing among many", client => client.Organizations.Memberships.CreateManyAsync([new(1, 1), new(1, 0)]));
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_asks_for_what_it_says(Func<ZendeskClient, Task> call, string answer, string method, string path, string? body) => AsksAsync(call, answer, method, path, body);

    [TestCaseSource(nameof(NotSent))]
    public void What_Zendesk_would_refuse_or_misread_is_not_sent(Func<ZendeskClient, Task> call) => IsNotSent(call);
}
