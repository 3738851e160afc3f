using AuthProfiles.Zendesk;

namespace AuthProfiles.LiveTests.Zendesk;

/// <summary>The official description, as a server, takes every operation on users that it has, and refuses what it does not allow.</summary>
[TestFixture]
public sealed class UserContractTests : ContractTests
{
    private static readonly NewUser Mia = new() { Name = "Mia", Email = "mia@acme.example" };

    private static IEnumerable<TestCaseData> Operations()
    {
        yield return Of("create", client => client.Users.CreateAsync(Mia with
        {
            Role = UserRole.Agent,
            CustomRoleId = 1,
            OrganizationId = 2,
            OrganizationName = "VIP",
            DefaultGroupId = 3,
            AgentBrandIds = [4],
            ExternalId = "e",
            Identities = [new(UserIdentityType.Twitter, "t")],
            Fields = new Dictionary<string, CustomFieldValue> { ["f"] = "v" },
            Tags = ["a"],
            TicketRestriction = TicketRestriction.Groups,
            SkipsVerifyEmail = true,
        }));
        yield return Of("create or update, new", client => IsCreatedAsync(client, true), "code=201");
        yield return Of("create or update, there", client => IsCreatedAsync(client, false), "code=200");
        yield return Of("create many", client => client.Users.CreateManyAsync([Mia, Mia]));
        yield return Of("create or update many", client => client.Users.CreateOrUpdateManyAsync([Mia]));
        yield return Of("show", client => client.Users.GetAsync(1));
        yield return Of("show with others", client => client.Users.GetAsync(1, [Includes.Organizations]));
        yield return Of("me", client => client.Users.GetMeAsync());
        yield return Of("show many", client => client.Users.GetManyAsync([1, 2]));
        yield return Of("show many by external id", client => client.Users.GetManyByExternalIdAsync(["a", "b"]));
        yield return Of("list", client => client.Users.ListPageAsync(new() { Include = [Includes.Organizations] }, new() { Roles = [UserRole.Agent] }));
        yield return Of("list of roles", client => FirstAsync(client.Users.ListAsync(filter: new() { Roles = [UserRole.Agent, UserRole.Admin], CustomRoleId = 7 })));
        yield return Of("list by cursor", client => client.Users.ListPageAsync(), "example=cursor_first");
        yield return Of("search", client => client.Users.SearchPageAsync("jdoe"));
        yield return Of("search through", client => FirstAsync(client.Users.SearchAsync("jdoe")));
        yield return Of("find by external id", client => client.Users.FindByExternalIdAsync("abc124"));
        yield return Of("autocomplete", client => client.Users.AutocompleteAsync("gil"));
        yield return Of("count", client => client.Users.CountAsync(new() { Roles = [UserRole.EndUser] }));
        yield return Of("update", client => client.Users.UpdateAsync(1, new() { Name = "Mia II", OrganizationId = null, TicketRestriction = null }));
        yield return Of("update many alike", client => client.Users.UpdateManyAsync([1, 2], new UserUpdate { OrganizationId = 1 }));
        yield return Of("update many apart", client => client.Users.UpdateManyAsync([new UserChange(1, new() { Name = "a" }), new UserChange(2, new() { Notes = null })]));
        yield return Of("delete", client => client.Users.DeleteAsync(1));
        yield return Of("delete many", client => client.Users.DeleteManyAsync([1, 2]));
        yield return Of("merge", client => client.Users.MergeAsync(1, 2));
        yield return Of("related", client => client.Users.GetRelationsAsync(1));
        yield return Of("identities", client => FirstAsync(client.Users.Identities.ListAsync(1)));
        yield return Of("identity page", client => client.Users.Identities.ListPageAsync(1, new() { PageSize = 5 }));
        yield return Of("identity", client => client.Users.Identities.GetAsync(1, 2));
        yield return Of("create identity", client => client.Users.Identities.CreateAsync(1, new(UserIdentityType.Email, "m@b.example") { IsPrimary = true, SkipsVerifyEmail = true }));
        yield return Of("update identity", client => client.Users.Identities.UpdateAsync(1, 2, new() { VerificationMethod = VerificationMethod.Low }));
        yield return Of("make primary", client => client.Users.Identities.MakePrimaryAsync(1, 2));
        yield return Of("verify", client => client.Users.Identities.VerifyAsync(1, 2));
        yield return Of("request verification", client => client.Users.Identities.RequestVerificationAsync(1, 2));
        yield return Of("delete identity", client => client.Users.Identities.DeleteAsync(1, 2));

        static async Task IsCreatedAsync(ZendeskClient client, bool isCreated) => Assert.That((await client.Users.CreateOrUpdateAsync(Mia)).IsCreated, Is.EqualTo(isCreated));
    }

    /// <summary>Gets requests that the contract does not allow.</summary>
    private static IEnumerable<TestCaseData<string, string, string?>> Refused()
    {
        yield return Bad("no user", "POST", "users", """{"name":"Mia"}""");
        yield return Bad("a user that is a text", "POST", "users", """{"user":"Mia"}""");
        yield return Bad("users without a list", "POST", "users/create_many", """{"users":{"name":"Mia"}}""");
        yield return Bad("many users that are one", "POST", "users/create_or_update_many", """{"user":{"name":"Mia"}}""");
        yield return Bad("no body", "PUT", "users/1", null);
        yield return Bad("a role that is none", "GET", "users?role=owner", null);
        yield return Bad("a permission set that is a word", "GET", "users?permission_set=all", null);
        yield return Bad("a user by a word", "GET", "users/first", null);
        yield return Bad("a beginning of nothing", "GET", "users/autocomplete", null);
        yield return Bad("a merge of nobody", "PUT", "users/1/merge", "{}");
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_is_taken_and_its_answer_is_read(Func<ZendeskClient, Task> call, string? prefer) => IsTakenAsync(call, prefer);

    [TestCaseSource(nameof(Refused))]
    public Task What_is_not_allowed_is_refused(string method, string path, string? body) => IsRefusedAsync(method, path, body);
}
