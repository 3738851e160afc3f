using AuthProfiles.Zendesk;

namespace AuthProfiles.LiveTests.Zendesk;

/// <summary>The official description, as a server, takes every operation on organizations that it has, and refuses what it does not allow.</summary>
[TestFixture]
public sealed class OrganizationContractTests : ContractTests
{
    private static readonly NewOrganization Acme = new() { Name = "Acme", ExternalId = "a1" };

    private static IEnumerable<TestCaseData> Operations()
    {
        yield return Of("create", client => client.Organizations.CreateAsync(Acme with
        {
            Details = "d",
            Notes = "n",
            GroupId = 1,
            DomainNames = ["acme.example"],
            Tags = ["t"],
            Fields = new Dictionary<string, CustomFieldValue> { ["f"] = 5.2m },
            HasSharedTickets = true,
            HasSharedComments = false,
        }));
        yield return Of("create or update, new", client => IsCreatedAsync(client, true), "code=201");
        yield return Of("create or update, there", client => IsCreatedAsync(client, false), "code=200");
        yield return Of("create many", client => client.Organizations.CreateManyAsync([Acme, new() { Name = "B" }]));
        yield return Of("show", client => client.Organizations.GetAsync(1));
        yield return Of("show with others", client => client.Organizations.GetAsync(1, [Includes.Users]));
        yield return Of("show many", client => client.Organizations.GetManyAsync([1, 2]));
        yield return Of("show many by external id", client => client.Organizations.GetManyByExternalIdAsync(["a", "b"]));
        yield return Of("list", client => FirstAsync(client.Organizations.ListAsync()), "example=cursor_last");
        yield return Of("list by cursor", client => client.Organizations.ListPageAsync(), "example=cursor_first");
        yield return Of("find by external id", client => client.Organizations.FindByExternalIdAsync("1234"));
        yield return Of("find by name", client => client.Organizations.FindByNameAsync("Acme"));
        yield return Of("autocomplete", client => client.Organizations.AutocompleteAsync("imp"));
        yield return Of("count", client => client.Organizations.CountAsync());
        yield return Of("update", client => client.Organizations.UpdateAsync(1, new() { Notes = "n", GroupId = null }));
        yield return Of("update many alike", client => client.Organizations.UpdateManyAsync([1, 2], new OrganizationUpdate { Notes = "n" }));
        yield return Of("update many apart", client => client.Organizations.UpdateManyAsync([new OrganizationChange(1, new() { Name = "a" })]));
        yield return Of("delete", client => client.Organizations.DeleteAsync(1));
        yield return Of("delete many", client => client.Organizations.DeleteManyAsync([1, 2]));
        yield return Of("related", client => client.Organizations.GetRelationsAsync(1));
        yield return Of("merge", client => client.Organizations.Merges.CreateAsync(1, 2));
        yield return Of("merges", client => FirstAsync(client.Organizations.Merges.ListAsync(1)));
        yield return Of("memberships", client => FirstAsync(client.Organizations.Memberships.ListAsync()));
        yield return Of("membership page", client => client.Organizations.Memberships.ListPageAsync(new() { Include = [Includes.Users, Includes.Organizations] }));
        yield return Of("membership", client => client.Organizations.Memberships.GetAsync(1));
        yield return Of("create membership", client => client.Organizations.Memberships.CreateAsync(new(3, 4) { IsDefault = true }));
        yield return Of("create memberships", client => client.Organizations.Memberships.CreateManyAsync([new(3, 4)]));
        yield return Of("make default", client => client.Organizations.Memberships.MakeDefaultAsync(3, 1));
        yield return Of("delete membership", client => client.Organizations.Memberships.DeleteAsync(1));

        // The description has a list without saying how it is written, for which Prism wants ids=1&ids=2. Zendesk's own examples have commas, as everywhere else.
        yield return Of("delete memberships", client => client.Organizations.Memberships.DeleteManyAsync([1]));

        static async Task IsCreatedAsync(ZendeskClient client, bool isCreated) => Assert.That((await client.Organizations.CreateOrUpdateAsync(Acme)).IsCreated, Is.EqualTo(isCreated));
    }

    /// <summary>Gets requests that the contract does not allow.</summary>
    private static IEnumerable<TestCaseData<string, string, string?>> Refused()
    {
        yield return Bad("no organization", "POST", "organizations", """{"name":"Acme"}""");
        yield return Bad("no name", "POST", "organizations", """{"organization":{"notes":"n"}}""");
        yield return Bad("domains in one text", "POST", "organizations", """{"organization":{"name":"Acme","domain_names":"acme.example"}}""");
        yield return Bad("a group that is a word", "POST", "organizations", """{"organization":{"name":"Acme","group_id":"first"}}""");
        yield return Bad("a beginning of nothing", "GET", "organizations/autocomplete", null);
        yield return Bad("an external id that is a word", "GET", "organizations/search?external_id=a", null);
        yield return Bad("an organization by a word", "GET", "organizations/first", null);
        yield return Bad("a merge of words", "POST", "organizations/1/merge", """{"organization_merge":{"winner_id":"a"}}""");
        yield return Bad("a membership by a word", "GET", "organization_memberships/first", null);
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_is_taken_and_its_answer_is_read(Func<ZendeskClient, Task> call, string? prefer) => IsTakenAsync(call, prefer);

    [TestCaseSource(nameof(Refused))]
    public Task What_is_not_allowed_is_refused(string method, string path, string? body) => IsRefusedAsync(method, path, body);
}
