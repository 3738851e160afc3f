using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Macros;

[TestFixture]
public sealed class MacrosClientTests
{
    private const string One = """{"macro":{"id":25}}""";
    private const string Many = """{"macros":[],"count":0,"next_page":null,"meta":{"has_more":false}}""";
    private const string Preview = """{"result":{"ticket":{}}}""";

    private static readonly MacroFilter Filter = new() { Access = "shared", IsActive = true, Category = "a&b", GroupId = 7, OnlyViewable = false };

    private static NewMacro Solve => new() { Title = "Roger Wilco", Actions = [new("status", "solved")] };

    private static IEnumerable<TestCaseData> Operations()
    {
        yield return OperationCase.Of("list", client => client.Macros.ListAsync().CollectAsync(), Many, "GET", "api/v2/macros?page%5Bsize%5D=100");
        yield return OperationCase.Of("page", client => client.Macros.ListPageAsync(new() { PageSize = 2, After = "c", Sort = "-usage_7d" }, Filter), Many, "GET",
            "api/v2/macros?access=shared&active=true&category=a%26b&group_id=7&only_viewable=false&page%5Bsize%5D=2&page%5Bafter%5D=c&sort_by=usage_7d&sort_order=desc");
        yield return OperationCase.Of("numbered page", client => client.Macros.ListPageAsync(new() { IsNumbered = true, After = "2", Sort = "alphabetical" }), Many, "GET", "api/v2/macros?sort_by=alphabetical&sort_order=asc&per_page=100&page=2");
        yield return OperationCase.Of("active", client => client.Macros.ListActiveAsync().CollectAsync(), Many, "GET", "api/v2/macros/active?per_page=100&page=1");
        yield return OperationCase.Of("search", client => client.Macros.SearchAsync("a b", new() { Sort = "position" }, new() { IsActive = false }).CollectAsync(), Many, "GET", "api/v2/macros/search?query=a%20b&active=false&sort_by=position&sort_order=asc&per_page=100&page=1");
        yield return OperationCase.Of("get", client => client.Macros.GetAsync(25), One, "GET", "api/v2/macros/25");
        yield return OperationCase.Of("create", client => client.Macros.CreateAsync(Solve), One, "POST", "api/v2/macros", """{"macro":{"title":"Roger Wilco","actions":[{"field":"status","value":"solved"}]}}""");
        yield return OperationCase.Of("create with all", client => client.Macros.CreateAsync(Solve with
        {
            Actions = [new("comment_value", CustomFieldValue.FromStrings("channel:all", "Done.")), new("custom_fields_1", true)],
            Description = "d",
            IsActive = false,
            Restriction = MacroRestriction.ToGroups(3, 4),
        }), One, "POST", "api/v2/macros",
            """{"macro":{"title":"Roger Wilco","actions":[{"field":"comment_value","value":["channel:all","Done."]},{"field":"custom_fields_1","value":true}],"description":"d","active":false,"restriction":{"type":"Group","id":3,"ids":[3,4]}}}""");
        yield return OperationCase.Of("update", client => client.Macros.UpdateAsync(25, new() { Title = "t", Description = null, Restriction = null }), One, "PUT", "api/v2/macros/25", """{"macro":{"title":"t","description":null,"restriction":null}}""");
        yield return OperationCase.Of("update all", client => client.Macros.UpdateAsync(25, new() { Actions = [new("priority", "high")], Description = "d", IsActive = true, Restriction = MacroRestriction.ToUser(5) }), One, "PUT", "api/v2/macros/25",
            """{"macro":{"actions":[{"field":"priority","value":"high"}],"description":"d","active":true,"restriction":{"type":"User","id":5}}}""");
        yield return OperationCase.Of("update many", client => client.Macros.UpdateManyAsync([new(25, IsActive: false), new(26, Position: 0)]), Many, "PUT", "api/v2/macros/update_many", """{"macros":[{"id":25,"active":false},{"id":26,"position":0}]}""");
        yield return OperationCase.Of("delete", client => client.Macros.DeleteAsync(25), "", "DELETE", "api/v2/macros/25");
        yield return OperationCase.Of("delete many", client => client.Macros.DeleteManyAsync([25, 26]), "", "DELETE", "api/v2/macros/destroy_many?ids=25%2C26");
        yield return OperationCase.Of("preview", client => client.Macros.PreviewAsync(25), Preview, "GET", "api/v2/macros/25/apply");
        yield return OperationCase.Of("preview on a ticket", client => client.Macros.PreviewAsync(25, ticketId: 9), Preview, "GET", "api/v2/tickets/9/macros/25/apply");
        yield return OperationCase.Of("actions", client => client.Macros.ListActionsAsync(), """{"actions":[]}""", "GET", "api/v2/macros/actions");
        yield return OperationCase.Of("definitions", client => client.Macros.ListDefinitionsAsync(), """{"definitions":{"actions":[]}}""", "GET", "api/v2/macros/definitions");
        yield return OperationCase.Of("categories", client => client.Macros.ListCategoriesAsync(), """{"categories":[]}""", "GET", "api/v2/macros/categories");
        yield return OperationCase.Of("files", client => client.Macros.ListAttachmentsAsync(25), """{"macro_attachments":[]}""", "GET", "api/v2/macros/25/attachments");
        yield return OperationCase.Of("file", client => client.Macros.GetAttachmentAsync(100), """{"macro_attachment":{"id":100}}""", "GET", "api/v2/macros/attachments/100");
    }

    private static IEnumerable<TestCaseData> Refused()
    {
        yield return OperationCase.Refused("no title", client => client.Macros.CreateAsync(Solve with { Title = " " }));
        yield return OperationCase.Refused("no action", client => client.Macros.CreateAsync(Solve with { Actions = [] }));
        yield return OperationCase.Refused("no change", client => client.Macros.UpdateAsync(1, new()));
        yield return OperationCase.Refused("no changes", client => client.Macros.UpdateManyAsync([]));
        yield return OperationCase.Refused("a change that is null", client => client.Macros.UpdateManyAsync([null!]));
        yield return OperationCase.Refused("a change of no macro", client => client.Macros.UpdateManyAsync([new(0, IsActive: true)]));
        yield return OperationCase.Refused("those of no group", client => client.Macros.ListAsync(filter: new() { GroupId = 0 }).CollectAsync());
        yield return OperationCase.Refused("no ids", client => client.Macros.DeleteManyAsync([]));
        yield return OperationCase.Refused("no text", client => client.Macros.SearchAsync(" ").CollectAsync());
        yield return OperationCase.Refused("no groups", client => client.Macros.CreateAsync(Solve with { Restriction = MacroRestriction.ToGroups() }));
        yield return OperationCase.Refused("no ticket", client => client.Macros.PreviewAsync(1, 0));
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_asks_for_what_it_says(Func<ZendeskClient, Task> call, string answer, string method, string path, string? body) => OperationCase.AsksAsync(call, answer, method, path, body);

    [TestCaseSource(nameof(Refused))]
    public void What_Zendesk_would_refuse_is_not_sent(Func<ZendeskClient, Task> call) => OperationCase.IsNotSent(call);

    [Test]
    public async Task Every_member_of_a_macro_is_read()
    {
        using var service = StubService.Json("""
            {"macro":{"id":25,"url":"u","title":"Close","description":"d","active":true,"default":true,"position":42,"actions":[{"field":"status","value":"solved"},{"field":"comment_value","value":["channel:all","Hi"]},{"value":"no field"}],
            "restriction":{"type":"Group","id":3,"ids":[3,4]},"usage_1h":1,"usage_24h":2,"usage_7d":3,"usage_30d":4,"app_installation":{"id":5},"categories":"FAQ","permissions":null,"created_at":"2012-04-02T22:55:29Z","updated_at":"2012-04-03T22:55:29Z"}}
            """);

        var macro = await service.Client().KeepingUnknownMembers().Macros.GetAsync(25);

        Assert.That(macro with { Actions = [], Restriction = null, AppInstallation = null, Categories = null }, Is.EqualTo(new Macro
        {
            Id = 25,
            Url = "u",
            Title = "Close",
            Description = "d",
            IsActive = true,
            IsDefault = true,
            Position = 42,
            UsageLastHour = 1,
            UsageLastDay = 2,
            UsageLastWeek = 3,
            UsageLastMonth = 4,
            CreatedAt = new(2012, 4, 2, 22, 55, 29, TimeSpan.Zero),
            UpdatedAt = new(2012, 4, 3, 22, 55, 29, TimeSpan.Zero),
        }));
        Assert.That(macro.Actions, Is.EqualTo(new MacroAction[] { new("status", "solved"), new("comment_value", CustomFieldValue.FromStrings("channel:all", "Hi")) }));
        Assert.That((macro.Restriction!.Type, macro.Restriction.Id, macro.Restriction.Ids[1]), Is.EqualTo(("Group", (long?)3, 4L)));
        Assert.That((macro.AppInstallation!.Value.GetProperty("id").GetInt32(), macro.Categories!.Value.GetString()), Is.EqualTo((5, "FAQ")));
    }

    [TestCase("{}")]
    [TestCase("null")]
    public async Task No_restriction_comes_as_nothing_or_as_an_empty_object(string restriction)
    {
        using var service = StubService.Json($$$"""{"macro":{"id":25,"restriction":{{{restriction}}} } }""");

        Assert.That((await service.Client().Macros.GetAsync(25)).Restriction, Is.Null);
    }

    [Test]
    public async Task Numbered_pages_are_walked_to_the_last()
    {
        using var service = new StubService(request => StubService.JsonAnswer(request.Path.EndsWith("page=1", StringComparison.Ordinal)
            ? """{"macros":[{"id":1}],"count":2,"next_page":"https://elsewhere.example/"}"""
            : """{"macros":[{"id":2}],"count":2,"next_page":null}"""));

        var macros = await service.Client().Macros.ListActiveAsync().CollectAsync();

        Assert.That((macros.Count, macros[1].Id), Is.EqualTo((2, 2L)));
    }

    [Test]
    public async Task What_a_macro_would_do_can_be_made_true()
    {
        using var preview = StubService.Json("""{"result":{"ticket":{"assignee_id":235323,"comment":{"body":"Assigned.","public":false},"group_id":98738},"x":1}}""");
        using var update = StubService.Json("""{"ticket":{"id":9}}""");

        var result = await preview.Client().Macros.PreviewAsync(25, 9);
        await update.Client().Tickets.UpdateAsync(9, new() { AdditionalProperties = result.Ticket });

        Assert.That(preview.Only.Method, Is.EqualTo("GET"), "Asking changes nothing.");
        Assert.That(update.Only.Body, Is.EqualTo("""{"ticket":{"assignee_id":235323,"comment":{"body":"Assigned.","public":false},"group_id":98738}}"""));
    }

    [Test]
    public async Task What_macros_can_do_is_read_in_both_shapes()
    {
        using var actions = StubService.Json("""{"actions":[{"field":"priority","group":"ticket","operators":[{"title":"Is","value":"is"}],"output_key":null,"title":"Priority","title_for_field":"Set priority","value":"priority","values":{"list":[{"enabled":false,"title":"Low","value":"low"}],"type":"list"}},{"title":"nothing"}]}""");
        using var definitions = StubService.Json("""{"definitions":{"x":1,"actions":[{"group":"ticket","nullable":true,"repeatable":true,"subject":"status","title":"Status","type":"list","values":[{"enabled":true,"title":"Open","value":"1"},{"title":"Pending","value":"2"}]}]}}""");

        var action = (await actions.Client().Macros.ListActionsAsync()).Single();
        var definition = (await definitions.Client().Macros.ListDefinitionsAsync()).Single();

        Assert.That((action.Subject, action.Title, action.FieldTitle, action.Group, action.Type), Is.EqualTo(("priority", "Priority", "Set priority", "ticket", "list")));
        Assert.That((action.Choices.Single(), action.Operators.Single(), action.IsNullable, action.IsRepeatable), Is.EqualTo((new MacroChoice("Low", "low", false), new MacroChoice("Is", "is", true), false, false)));
        Assert.That((definition.Subject, definition.Type, definition.IsNullable, definition.IsRepeatable), Is.EqualTo(("status", "list", true, true)));
        Assert.That(definition.Choices, Is.EqualTo(new MacroChoice[] { new("Open", "1", true), new("Pending", "2", true) }));
    }

    [Test]
    public async Task Categories_and_files_are_read()
    {
        using var categories = StubService.Json("""{"categories":["FAQ",5,"Triage"]}""");
        using var files = StubService.Json("""{"macro_attachments":[{"content_type":"image/jpeg","content_url":"c","created_at":"2016-08-15T16:04:06Z","filename":"foobar.jpg","id":100,"size":2532}]}""");

        Assert.That(await categories.Client().Macros.ListCategoriesAsync(), Is.EqualTo(new[] { "FAQ", "Triage" }));
        Assert.That(await files.Client().Macros.ListAttachmentsAsync(25), Is.EqualTo(new[] { new MacroAttachment { Id = 100, ContentType = "image/jpeg", ContentUrl = "c", FileName = "foobar.jpg", Size = 2532, CreatedAt = new(2016, 8, 15, 16, 4, 6, TimeSpan.Zero) } }));
    }
}
