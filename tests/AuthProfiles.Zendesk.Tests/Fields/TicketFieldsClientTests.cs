using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Fields;

[TestFixture]
public sealed class TicketFieldsClientTests
{
    private const string One = """{"ticket_field":{"id":1}}""";
    private const string Option = """{"custom_field_option":{"id":2}}""";

    private static NewTicketField Age => new() { Type = TicketFieldType.WholeNumber, Title = "Age" };

    private static IEnumerable<TestCaseData> Operations()
    {
        yield return OperationCase.Of("list", client => client.TicketFields.ListAsync().CollectAsync(), """{"ticket_fields":[],"meta":{"has_more":false}}""", "GET", "api/v2/ticket_fields?page%5Bsize%5D=100");
        yield return OperationCase.Of("page", client => client.TicketFields.ListPageAsync(new() { PageSize = 2 }, withCreator: true), """{"ticket_fields":[]}""", "GET", "api/v2/ticket_fields?creator=true&page%5Bsize%5D=2");
        yield return OperationCase.Of("get", client => client.TicketFields.GetAsync(9_000_000_000_001), One, "GET", "api/v2/ticket_fields/9000000000001");
        yield return OperationCase.Of("count", client => client.TicketFields.CountAsync(), """{"count":{"value":5}}""", "GET", "api/v2/ticket_fields/count");
        yield return OperationCase.Of("create", client => client.TicketFields.CreateAsync(Age), One, "POST", "api/v2/ticket_fields", """{"ticket_field":{"type":"integer","title":"Age"}}""");
        yield return OperationCase.Of("create with all", client => client.TicketFields.CreateAsync(Age with
        {
            Type = TicketFieldType.DropDown,
            Description = "d",
            AgentDescription = "a",
            PortalTitle = "p",
            Position = 1,
            IsActive = true,
            IsRequired = false,
            IsCollapsed = true,
            IsRequiredInPortal = true,
            IsVisibleInPortal = true,
            IsEditableInPortal = false,
            Pattern = "^a$",
            Tag = "t",
            Options = [new("Apples", "apple"), new("Pears", "pear") { Id = 7, Position = 0, IsDefault = true }],
            TargetType = "zen:user",
        }), One, "POST", "api/v2/ticket_fields",
            """{"ticket_field":{"type":"tagger","title":"Age","description":"d","agent_description":"a","title_in_portal":"p","position":1,"active":true,"required":false,"collapsed_for_agents":true,"required_in_portal":true,"visible_in_portal":true,"editable_in_portal":false,"regexp_for_validation":"^a$","tag":"t","custom_field_options":[{"name":"Apples","value":"apple"},{"id":7,"name":"Pears","value":"pear","position":0,"default":true}],"relationship_target_type":"zen:user"}}""");
        yield return OperationCase.Of("update", client => client.TicketFields.UpdateAsync(1, new() { Title = "t", Tag = null, Pattern = "x", SubTypeId = 1, Options = [], Position = 3 }), One, "PUT", "api/v2/ticket_fields/1",
            """{"ticket_field":{"title":"t","position":3,"regexp_for_validation":"x","tag":null,"custom_field_options":[],"sub_type_id":1}}""");
        yield return OperationCase.Of("delete", client => client.TicketFields.DeleteAsync(1), "", "DELETE", "api/v2/ticket_fields/1");
        yield return OperationCase.Of("reorder", client => client.TicketFields.ReorderAsync([3, 1]), "\"\"", "PUT", "api/v2/ticket_fields/reorder", """{"ticket_field_ids":[3,1]}""");
        yield return OperationCase.Of("options", client => client.TicketFields.Options.ListAsync(1).CollectAsync(), """{"custom_field_options":[],"meta":{"has_more":false}}""", "GET", "api/v2/ticket_fields/1/options?page%5Bsize%5D=100");
        yield return OperationCase.Of("option page", client => client.TicketFields.Options.ListPageAsync(1, new() { PageSize = 5 }), """{"custom_field_options":[]}""", "GET", "api/v2/ticket_fields/1/options?page%5Bsize%5D=5");
        yield return OperationCase.Of("option", client => client.TicketFields.Options.GetAsync(1, 2), Option, "GET", "api/v2/ticket_fields/1/options/2");
        yield return OperationCase.Of("new option", client => client.TicketFields.Options.CreateOrUpdateAsync(1, new("Grapes", "grape")), Option, "POST", "api/v2/ticket_fields/1/options", """{"custom_field_option":{"name":"Grapes","value":"grape"}}""");
        yield return OperationCase.Of("changed option", client => client.TicketFields.Options.CreateOrUpdateAsync(1, new("Grapes", "grape") { Id = 2, Position = 2 }), Option, "POST", "api/v2/ticket_fields/1/options", """{"custom_field_option":{"id":2,"name":"Grapes","value":"grape","position":2}}""");
        yield return OperationCase.Of("delete option", client => client.TicketFields.Options.DeleteAsync(1, 2), "", "DELETE", "api/v2/ticket_fields/1/options/2");
    }

    private static IEnumerable<TestCaseData> Refused()
    {
        yield return OperationCase.Refused("no title", client => client.TicketFields.CreateAsync(Age with { Title = " " }));
        yield return OperationCase.Refused("no type", client => client.TicketFields.CreateAsync(Age with { Type = default }));
        yield return OperationCase.Refused("no change", client => client.TicketFields.UpdateAsync(1, new()));
        yield return OperationCase.Refused("no id", client => client.TicketFields.DeleteAsync(0));
        yield return OperationCase.Refused("no order", client => client.TicketFields.ReorderAsync([]));
        yield return OperationCase.Refused("an order of no field", client => client.TicketFields.ReorderAsync([1, -1]));
        yield return OperationCase.Refused("no name", client => client.TicketFields.Options.CreateOrUpdateAsync(1, new("", "v")));
        yield return OperationCase.Refused("no value", client => client.TicketFields.Options.CreateOrUpdateAsync(1, new("n", "")));
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_asks_for_what_it_says(Func<ZendeskClient, Task> call, string answer, string method, string path, string? body) => OperationCase.AsksAsync(call, answer, method, path, body);

    [TestCaseSource(nameof(Refused))]
    public void What_Zendesk_would_refuse_is_not_sent(Func<ZendeskClient, Task> call) => OperationCase.IsNotSent(call);

    [Test]
    public async Task Every_member_of_a_field_is_read()
    {
        using var service = StubService.Json("""
            {"ticket_field":{"id":89,"url":"u","type":"tagger","title":"Age","raw_title":"{{dc.age}}","title_in_portal":"P","raw_title_in_portal":"{{dc.p}}","description":"d","raw_description":"{{dc.d}}","agent_description":"a","position":9999,
            "active":true,"required":true,"collapsed_for_agents":true,"required_in_portal":true,"visible_in_portal":true,"editable_in_portal":true,"agent_can_edit":false,"removable":false,"regexp_for_validation":"^a$","tag":"t","sub_type_id":1,
            "custom_field_options":[{"id":10000,"name":"Apples","raw_name":"{{dc.a}}","value":"apple","position":1,"default":true,"url":"o"}],"system_field_options":[{"name":"Open","value":"open"}],
            "custom_statuses":[{"id":35436,"status_category":"open","agent_label":"Fast"}],"relationship_target_type":"zen:user","relationship_filter":{"all":[{"field":"role","operator":"is","value":"4"}]},
            "creator_user_id":-1,"creator_app_name":"App","created_at":"2009-07-20T22:55:29Z","updated_at":"2011-05-05T10:38:52Z"}}
            """);

        var field = await service.Client().KeepingUnknownMembers().TicketFields.GetAsync(89);

        Assert.That(field with { Options = [], SystemOptions = [], CustomStatuses = [], TargetFilter = new TicketField { Id = 1 }.TargetFilter }, Is.EqualTo(new TicketField
        {
            Id = 89,
            Url = "u",
            Type = TicketFieldType.DropDown,
            Title = "Age",
            RawTitle = "{{dc.age}}",
            PortalTitle = "P",
            RawPortalTitle = "{{dc.p}}",
            Description = "d",
            RawDescription = "{{dc.d}}",
            AgentDescription = "a",
            Position = 9999,
            IsActive = true,
            IsRequired = true,
            IsCollapsed = true,
            IsRequiredInPortal = true,
            IsVisibleInPortal = true,
            IsEditableInPortal = true,
            IsAgentEditable = false,
            IsRemovable = false,
            Pattern = "^a$",
            Tag = "t",
            SubTypeId = 1,
            TargetType = "zen:user",
            CreatorId = -1,
            CreatorApp = "App",
            CreatedAt = new(2009, 7, 20, 22, 55, 29, TimeSpan.Zero),
            UpdatedAt = new(2011, 5, 5, 10, 38, 52, TimeSpan.Zero),
        }));
        Assert.That(field.Options, Is.EqualTo(new[] { new FieldOption { Id = 10000, Name = "Apples", RawName = "{{dc.a}}", Value = "apple", Position = 1, IsDefault = true, Url = "o" } }));
        Assert.That(field.SystemOptions, Is.EqualTo(new[] { new FieldOption { Name = "Open", Value = "open" } }));
        Assert.That(field.CustomStatuses, Is.EqualTo(new[] { new CustomStatus { Id = 35436, Category = TicketStatus.Open, AgentLabel = "Fast" } }));
        Assert.That(field.TargetFilter["all"][0].GetProperty("field").GetString(), Is.EqualTo("role"));
        Assert.That(field.AdditionalProperties, Is.Empty, "All of them have properties.");
    }

    [Test]
    public async Task A_type_of_tomorrow_and_members_without_a_property_are_kept()
    {
        using var service = StubService.Json("""{"ticket_field":{"id":1,"type":"hologram","depth":3}}""");

        var field = await service.Client().KeepingUnknownMembers().TicketFields.GetAsync(1);

        Assert.That((field.Type, field.AdditionalProperties["depth"].GetInt32()), Is.EqualTo((new TicketFieldType("hologram"), 3)));
    }
}
