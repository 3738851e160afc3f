using AuthProfiles.Zendesk;

namespace AuthProfiles.LiveTests.Zendesk;

/// <summary>The official description, as a server, takes every operation on macros, and refuses what it does not allow.</summary>
[TestFixture]
public sealed class MacroContractTests : ContractTests
{
    private static IEnumerable<TestCaseData> Operations()
    {
        yield return Of("macros", client => client.Macros.ListPageAsync(new() { IsNumbered = true, Sort = "-created_at" }, new() { Access = "shared", IsActive = true, Category = "1", GroupId = 2, OnlyViewable = true }));
        yield return Of("active macros", client => FirstAsync(client.Macros.ListActiveAsync()));
        yield return Of("search macros", client => FirstAsync(client.Macros.SearchAsync("close", filter: new() { IsActive = true })));
        yield return Of("macro", client => client.Macros.GetAsync(1));
        yield return Of("create macro", client => client.Macros.CreateAsync(new() { Title = "t", Actions = [new("status", "solved")], Description = "d", IsActive = true, Restriction = MacroRestriction.ToGroups(1, 2) }));
        yield return Of("update macro", client => client.Macros.UpdateAsync(1, new() { Title = "t", Actions = [new("status", "solved")], Description = null }));
        yield return Of("update macros", client => client.Macros.UpdateManyAsync([new(1, IsActive: true, Position: 2)]));
        yield return Of("delete macro", client => client.Macros.DeleteAsync(1));

        // Its words say "comma-separated", its schema an array, which would be ids=1&ids=2. One id is the same in both.
        yield return Of("delete macros", client => client.Macros.DeleteManyAsync([1]));
        yield return Of("preview", client => client.Macros.PreviewAsync(1));
        yield return Of("preview on a ticket", client => client.Macros.PreviewAsync(1, 2));
        yield return Of("actions", client => client.Macros.ListActionsAsync());
        yield return Of("definitions", client => client.Macros.ListDefinitionsAsync());
        yield return Of("categories", client => client.Macros.ListCategoriesAsync());
        yield return Of("files", client => client.Macros.ListAttachmentsAsync(1));
        yield return Of("file", client => client.Macros.GetAttachmentAsync(1));
    }

    private static IEnumerable<TestCaseData<string, string, string?>> Refused()
    {
        yield return Bad("a macro without actions", "POST", "macros", """{"macro":{"title":"t"}}""");
        yield return Bad("actions without a list", "POST", "macros", """{"macro":{"title":"t","actions":{"field":"status"}}}""");
        yield return Bad("a change without id", "PUT", "macros/update_many", """{"macros":[{"position":1}]}""");
        yield return Bad("a search for nothing", "GET", "macros/search", null);
        yield return Bad("a deletion of no id", "DELETE", "macros/destroy_many", null);
        yield return Bad("a macro by a word", "GET", "macros/first", null);
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_is_taken_and_its_answer_is_read(Func<ZendeskClient, Task> call, string? prefer) => IsTakenAsync(call, prefer);

    [TestCaseSource(nameof(Refused))]
    public Task What_is_not_allowed_is_refused(string method, string path, string? body) => IsRefusedAsync(method, path, body);
}
