using AuthProfiles.Zendesk.Tests.Support;
using static AuthProfiles.Zendesk.Tests.Support.OperationCase;

namespace AuthProfiles.Zendesk.Tests.Users;

/// <summary>What each operation on users sends, to the byte.</summary>
[TestFixture]
public sealed class UserOperationTests
{
    private const string Job = """{"job_status":{"id":"j1","status":"queued"}}""";
    private const string User = """{"user":{"id":1}}""";
    private const string Users = """{"users":[{"id":1}],"meta":{"has_more":false}}""";
    private const string Deleted = """{"deleted_user":{"id":1}}""";
    private const string Identity = """{"identity":{"id":2}}""";
    private const string Identities = """{"identities":[{"id":2}],"meta":{"has_more":false}}""";
    private const string Tags = """{"tags":["a"]}""";

    private static readonly NewUser Mia = new() { Name = "Mia", Email = "mia@acme.example" };

    private static IEnumerable<TestCaseData> Operations()
    {
        yield return Of("create", client => client.Users.CreateAsync(new() { Name = "Mia" }), User, "POST", "api/v2/users", """{"user":{"name":"Mia"}}""");
        yield return Of("create or update", client => client.Users.CreateOrUpdateAsync(Mia), User, "POST", "api/v2/users/create_or_update", """{"user":{"name":"Mia","email":"mia@acme.example"}}""");
        yield return Of("create many", client => client.Users.CreateManyAsync([Mia, new() { Name = "Ben" }]), Job, "POST", "api/v2/users/create_many", """{"users":[{"name":"Mia","email":"mia@acme.example"},{"name":"Ben"}]}""");
        yield return Of("create or update many", client => client.Users.CreateOrUpdateManyAsync([new() { Name = "Ben", ExternalId = "b" }]), Job, "POST", "api/v2/users/create_or_update_many", """{"users":[{"name":"Ben","external_id":"b"}]}""");
        yield return Of("show", client => client.Users.GetAsync(1), User, "GET", "api/v2/users/1");
        yield return Of("show with others", client => client.Users.GetAsync(1, [Includes.Organizations]), User, "GET", "api/v2/users/1?include=organizations");
        yield return Of("me", client => client.Users.GetMeAsync(), User, "GET", "api/v2/users/me");
        yield return Of("show many", client => client.Users.GetManyAsync([2, 1, 2]), Users, "GET", "api/v2/users/show_many?ids=2%2C1");
        yield return Of("show many by external id", client => client.Users.GetManyByExternalIdAsync(["a&b", "c", "C"]), Users, "GET", "api/v2/users/show_many?external_ids=a%26b%2Cc");
        yield return Of("list", client => client.Users.ListAsync().CollectAsync(), Users, "GET", "api/v2/users?page%5Bsize%5D=100");
        yield return Of("list of a role", client => client.Users.ListAsync(filter: new() { Roles = [UserRole.Agent] }).CollectAsync(), Users, "GET", "api/v2/users?role=agent&page%5Bsize%5D=100");
        yield return Of("list of roles", client => client.Users.ListPageAsync(new() { PageSize = 2 }, new() { Roles = [UserRole.Agent, UserRole.Admin], CustomRoleId = 7 }), Users, "GET",
            "api/v2/users?role%5B%5D=agent&role%5B%5D=admin&permission_set=7&page%5Bsize%5D=2");
        yield return Of("list of a group", client => client.Users.ListOfGroupAsync(3).CollectAsync(), Users, "GET", "api/v2/groups/3/users?page%5Bsize%5D=100");
        yield return Of("page of a group", client => client.Users.ListOfGroupPageAsync(3, new() { After = "c" }), Users, "GET", "api/v2/groups/3/users?page%5Bsize%5D=100&page%5Bafter%5D=c");
        yield return Of("list of an organization", client => client.Users.ListOfOrganizationAsync(4).CollectAsync(), Users, "GET", "api/v2/organizations/4/users?page%5Bsize%5D=100");
        yield return Of("page of an organization", client => client.Users.ListOfOrganizationPageAsync(4, new() { PageSize = 5 }), Users, "GET", "api/v2/organizations/4/users?page%5Bsize%5D=5");
        yield return Of("search", client => client.Users.SearchAsync("mia & co").CollectAsync(), Users, "GET", "api/v2/users/search?query=mia%20%26%20co&per_page=100&page=1");
        yield return Of("search page", client => client.Users.SearchPageAsync("mia", new() { PageSize = 5, After = "2" }), Users, "GET", "api/v2/users/search?query=mia&per_page=5&page=2");
        yield return Of("find by external id", client => client.Users.FindByExternalIdAsync("a,b"), Users, "GET", "api/v2/users/search?external_id=a%2Cb");
        yield return Of("autocomplete", client => client.Users.AutocompleteAsync("mi"), Users, "GET", "api/v2/users/autocomplete?name=mi");
        yield return Of("count", client => client.Users.CountAsync(), """{"count":{"value":5}}""", "GET", "api/v2/users/count");
        yield return Of("count of a role", client => client.Users.CountAsync(new() { Roles = [UserRole.EndUser] }), """{"count":{"value":5}}""", "GET", "api/v2/users/count?role=end-user");
        yield return Of("update", client => client.Users.UpdateAsync(1, new() { Name = "Mia II" }), User, "PUT", "api/v2/users/1", """{"user":{"name":"Mia II"}}""");
        yield return Of("update many alike", client => client.Users.UpdateManyAsync([1, 2], new UserUpdate { OrganizationId = null }), Job, "PUT", "api/v2/users/update_many?ids=1%2C2", """{"user":{"organization_id":null}}""");
        yield return Of("update many apart", client => client.Users.UpdateManyAsync([new UserChange(1, new() { Name = "a" }), new UserChange(2, new() { IsSuspended = true })]), Job, "PUT", "api/v2/users/update_many",
            """{"users":[{"id":1,"name":"a"},{"id":2,"suspended":true}]}""");
        yield return Of("delete", client => client.Users.DeleteAsync(1), User, "DELETE", "api/v2/users/1");
        yield return Of("delete many", client => client.Users.DeleteManyAsync([1, 2]), Job, "DELETE", "api/v2/users/destroy_many?ids=1%2C2");
        yield return Of("merge", client => client.Users.MergeAsync(1, 2), User, "PUT", "api/v2/users/1/merge", """{"user":{"id":2}}""");
        yield return Of("related", client => client.Users.GetRelationsAsync(1), """{"user_related":{}}""", "GET", "api/v2/users/1/related");
        yield return Of("deleted", client => client.Users.Deleted.ListAsync().CollectAsync(), """{"deleted_users":[]}""", "GET", "api/v2/deleted_users?page%5Bsize%5D=100");
        yield return Of("deleted page", client => client.Users.Deleted.ListPageAsync(new() { PageSize = 1 }), """{"deleted_users":[]}""", "GET", "api/v2/deleted_users?page%5Bsize%5D=1");
        yield return Of("show deleted", client => client.Users.Deleted.GetAsync(1), Deleted, "GET", "api/v2/deleted_users/1");
        yield return Of("count deleted", client => client.Users.Deleted.CountAsync(), """{"count":{"value":5}}""", "GET", "api/v2/deleted_users/count");
        yield return Of("delete for good", client => client.Users.Deleted.DeletePermanentlyAsync(1), Deleted, "DELETE", "api/v2/deleted_users/1");
        yield return Of("tags", client => client.Users.Tags.GetAsync(1), Tags, "GET", "api/v2/users/1/tags");
        yield return Of("add tags", client => client.Users.Tags.AddAsync(1, ["a"]), Tags, "PUT", "api/v2/users/1/tags", Tags);
        yield return Of("set tags", client => client.Users.Tags.SetAsync(1, []), Tags, "POST", "api/v2/users/1/tags", """{"tags":[]}""");
        yield return Of("remove tags", client => client.Users.Tags.RemoveAsync(1, ["a"]), "", "DELETE", "api/v2/users/1/tags", Tags);
        yield return Of("identities", client => client.Users.Identities.ListAsync(1).CollectAsync(), Identities, "GET", "api/v2/users/1/identities?page%5Bsize%5D=100");
        yield return Of("identity page", client => client.Users.Identities.ListPageAsync(1, new() { PageSize = 5 }), Identities, "GET", "api/v2/users/1/identities?page%5Bsize%5D=5");
        yield return Of("identity", client => client.Users.Identities.GetAsync(1, 2), Identity, "GET", "api/v2/users/1/identities/2");
        yield return Of("create identity", client => client.Users.Identities.CreateAsync(1, new(UserIdentityType.Email, "m@b.example") { IsPrimary = true, IsVerified = false, SkipsVerifyEmail = true }), Identity, "POST", "api/v2/users/1/identities",
            """{"identity":{"type":"email","value":"m@b.example","primary":true,"verified":false,"skip_verify_email":true}}""");
        yield return Of("update identity", client => client.Users.Identities.UpdateAsync(1, 2, new() { Value = "n@b.example", IsVerified = true, VerificationMethod = VerificationMethod.Low }), Identity, "PUT", "api/v2/users/1/identities/2",
            """{"identity":{"value":"n@b.example","verified":true,"verification_method":"low"}}""");
        yield return Of("make primary", client => client.Users.Identities.MakePrimaryAsync(1, 2), Identities, "PUT", "api/v2/users/1/identities/2/make_primary");
        yield return Of("verify", client => client.Users.Identities.VerifyAsync(1, 2), Identity, "PUT", "api/v2/users/1/identities/2/verify");
        yield return Of("request verification", client => client.Users.Identities.RequestVerificationAsync(1, 2), "\"\"", "PUT", "api/v2/users/1/identities/2/request_verification");
        yield return Of("delete identity", client => client.Users.Identities.DeleteAsync(1, 2), "", "DELETE", "api/v2/users/1/identities/2");
    }

    private static IEnumerable<TestCaseData> NotSent()
    {
        var hundredAndOne = Enumerable.Range(1, 101).Select(id => (long)id).ToArray();
        yield return Refused("no name", client => client.Users.CreateAsync(new() { Name = " " }));
        yield return Refused("a tag of two words", client => client.Users.CreateAsync(Mia with { Tags = ["a b"] }));
        yield return Refused("an identity without a type", client => client.Users.CreateAsync(Mia with { Identities = [new(default, "a")] }));
        yield return Refused("an identity without a value", client => client.Users.Identities.CreateAsync(1, new(UserIdentityType.Email, "")));
        yield return Refused("nothing to be found by", client => client.Users.CreateOrUpdateAsync(new() { Name = "Mia" }));
        yield return Refused("nothing to be found by among many", client => client.Users.CreateOrUpdateManyAsync([Mia, new() { Name = "Ben" }]));
        yield return Refused("no users", client => client.Users.CreateManyAsync([]));
        yield return Refused("a user that is null", client => client.Users.CreateManyAsync([null!]));
        yield return Refused("too many users", client => client.Users.CreateManyAsync([.. hundredAndOne.Select(_ => Mia)]));
        yield return Refused("no name among many", client => client.Users.CreateManyAsync([Mia, new() { Name = "" }]));
        yield return Refused("a bad id behind good ones", client => client.Users.GetManyAsync([.. hundredAndOne, 0]));
        yield return Refused("two external ids in one", client => client.Users.GetManyByExternalIdAsync(["a,b"]));
        yield return Refused("no query", client => client.Users.SearchPageAsync(" "));
        yield return Refused("no external id", client => client.Users.FindByExternalIdAsync(""));
        yield return Refused("no beginning", client => client.Users.AutocompleteAsync(""));
        yield return Refused("no change", client => client.Users.UpdateAsync(1, new() { SkipsVerifyEmail = true }));
        yield return Refused("a change to a tag of two words", client => client.Users.UpdateAsync(1, new() { Tags = ["a b"] }));
        yield return Refused("no ids", client => client.Users.UpdateManyAsync([], new UserUpdate { Name = "a" }));
        yield return Refused("no change of many", client => client.Users.UpdateManyAsync([1], new UserUpdate()));
        yield return Refused("no changes", client => client.Users.UpdateManyAsync([]));
        yield return Refused("no change among many", client => client.Users.UpdateManyAsync([new UserChange(1, new() { Name = "a" }), new UserChange(2, new())]));
        yield return Refused("a change of nobody among many", client => client.Users.UpdateManyAsync([new UserChange(0, new() { Name = "a" })]));
        yield return Refused("those of no role", client => client.Users.CountAsync(new() { CustomRoleId = 0 }));
        yield return Refused("too many ids", client => client.Users.DeleteManyAsync(hundredAndOne));
        yield return Refused("a merge into nobody", client => client.Users.MergeAsync(1, 0));
        yield return Refused("a merge of nobody", client => client.Users.MergeAsync(0, 1));
        yield return Refused("no change of an identity", client => client.Users.Identities.UpdateAsync(1, 2, new()));
        yield return Refused("no tags to add", client => client.Users.Tags.AddAsync(1, []));
        yield return Refused("no tags to remove", client => client.Users.Tags.RemoveAsync(1, []));
        yield return Refused("a tag of two words to set", client => client.Users.Tags.SetAsync(1, ["a b"]));
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_asks_for_what_it_says(Func<ZendeskClient, Task> call, string answer, string method, string path, string? body) => AsksAsync(call, answer, method, path, body);

    [TestCaseSource(nameof(NotSent))]
    public void What_Zendesk_would_refuse_or_misread_is_not_sent(Func<ZendeskClient, Task> call) => IsNotSent(call);
}
