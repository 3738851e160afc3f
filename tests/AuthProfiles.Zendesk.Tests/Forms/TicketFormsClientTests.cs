using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Forms;

[TestFixture]
public sealed class TicketFormsClientTests
{
    private const string One = """{"ticket_form":{"id":1}}""";
    private const string Many = """{"ticket_forms":[],"meta":{"has_more":false}}""";

    private static readonly TicketFormFilter Filter = new() { IsActive = true, IsEndUserVisible = false, IsOfBrand = true, FallsBackToDefault = true };

    private static IEnumerable<TestCaseData> Operations()
    {
        yield return OperationCase.Of("list", client => client.TicketForms.ListAsync().CollectAsync(), Many, "GET", "api/v2/ticket_forms?page%5Bsize%5D=100");
        yield return OperationCase.Of("page", client => client.TicketForms.ListPageAsync(new() { PageSize = 2 }, Filter), Many, "GET",
            "api/v2/ticket_forms?active=true&end_user_visible=false&associated_to_brand=true&fallback_to_default=true&page%5Bsize%5D=2");
        yield return OperationCase.Of("get", client => client.TicketForms.GetAsync(1), One, "GET", "api/v2/ticket_forms/1");
        yield return OperationCase.Of("get many", client => client.TicketForms.GetManyAsync([1, 2], new() { IsActive = false }), Many, "GET", "api/v2/ticket_forms/show_many?ids=1%2C2&active=false");
        yield return OperationCase.Of("create", client => client.TicketForms.CreateAsync(new()
        {
            Name = "n",
            DisplayName = "d",
            Position = 1,
            TicketFieldIds = [2, 4],
            IsActive = true,
            IsDefault = false,
            IsEndUserVisible = true,
            IsInAllBrands = false,
            BrandIds = [6],
            AgentConditions = [new() { ParentFieldId = 2, Value = "v", Children = [new(4, true) { RequiredOn = "SOME_STATUSES", RequiredStatuses = ["new"] }, new(5, false) { RequiredOn = "NO_STATUSES" }] }],
            EndUserConditions = [new() { ParentFieldId = 2, Value = true, Children = [new(4, true)] }],
        }), One, "POST", "api/v2/ticket_forms",
            """{"ticket_form":{"name":"n","display_name":"d","position":1,"ticket_field_ids":[2,4],"active":true,"default":false,"end_user_visible":true,"in_all_brands":false,"restricted_brand_ids":[6],"agent_conditions":[{"parent_field_id":2,"value":"v","child_fields":[{"id":4,"is_required":true,"required_on_statuses":{"type":"SOME_STATUSES","statuses":["new"]}},{"id":5,"is_required":false,"required_on_statuses":{"type":"NO_STATUSES"}}]}],"end_user_conditions":[{"parent_field_id":2,"value":true,"child_fields":[{"id":4,"is_required":true}]}]}}""");
        yield return OperationCase.Of("update", client => client.TicketForms.UpdateAsync(1, new() { Name = "n", AgentConditions = [], TicketFieldIds = [] }), One, "PUT", "api/v2/ticket_forms/1", """{"ticket_form":{"name":"n","ticket_field_ids":[],"agent_conditions":[]}}""");
        yield return OperationCase.Of("delete", client => client.TicketForms.DeleteAsync(1), "", "DELETE", "api/v2/ticket_forms/1");
        yield return OperationCase.Of("clone", client => client.TicketForms.CloneAsync(1), One, "POST", "api/v2/ticket_forms/1/clone");
        yield return OperationCase.Of("reorder", client => client.TicketForms.ReorderAsync([2, 1]), Many, "PUT", "api/v2/ticket_forms/reorder", """{"ticket_form_ids":[2,1]}""");
    }

    private static IEnumerable<TestCaseData> Refused()
    {
        yield return OperationCase.Refused("no name", client => client.TicketForms.CreateAsync(new() { Name = "" }));
        yield return OperationCase.Refused("no change", client => client.TicketForms.UpdateAsync(1, new()));
        yield return OperationCase.Refused("no order", client => client.TicketForms.ReorderAsync([]));
        yield return OperationCase.Refused("an order of no form", client => client.TicketForms.ReorderAsync([1, 0]));
        yield return OperationCase.Refused("no ids", client => client.TicketForms.GetManyAsync([]));
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_asks_for_what_it_says(Func<ZendeskClient, Task> call, string answer, string method, string path, string? body) => OperationCase.AsksAsync(call, answer, method, path, body);

    [TestCaseSource(nameof(Refused))]
    public void What_Zendesk_would_refuse_is_not_sent(Func<ZendeskClient, Task> call) => OperationCase.IsNotSent(call);

    [Test]
    public async Task Every_member_of_a_form_is_read()
    {
        using var service = StubService.Json("""
            {"ticket_form":{"active":true,"agent_conditions":[{"child_fields":[{"id":44,"is_required":false,"required_on_statuses":{"statuses":["new","open"],"type":"SOME_STATUSES"}},{"id":32,"is_required":true,"required_on_statuses":{"type":"ALL_STATUSES"}}],"parent_field_id":5,"value":"matching_value_1"}],
            "created_at":"2012-04-02T22:55:29Z","default":true,"display_name":"Snowboard Damage","end_user_conditions":[{"child_fields":[{"id":32,"is_required":true}],"parent_field_id":5,"value":true},{"value":"no parent"}],"end_user_visible":true,"id":47,"in_all_brands":true,
            "name":"Snowboard Problem","position":9999,"raw_display_name":"{{dc.a}}","raw_name":"{{dc.b}}","restricted_brand_ids":[1,4],"ticket_field_ids":[2,44],"updated_at":"2012-04-03T22:55:29Z","url":"u"}}
            """);

        var form = await service.Client().KeepingUnknownMembers().TicketForms.GetAsync(47);

        Assert.That(form with { AgentConditions = [], EndUserConditions = [], BrandIds = [], TicketFieldIds = [] }, Is.EqualTo(new TicketForm
        {
            Id = 47,
            Name = "Snowboard Problem",
            RawName = "{{dc.b}}",
            DisplayName = "Snowboard Damage",
            RawDisplayName = "{{dc.a}}",
            Position = 9999,
            IsActive = true,
            IsDefault = true,
            IsEndUserVisible = true,
            IsInAllBrands = true,
            CreatedAt = new(2012, 4, 2, 22, 55, 29, TimeSpan.Zero),
            UpdatedAt = new(2012, 4, 3, 22, 55, 29, TimeSpan.Zero),
            Url = "u",
        }));
        Assert.That(form.BrandIds, Is.EqualTo(new long[] { 1, 4 }));
        Assert.That(form.TicketFieldIds, Is.EqualTo(new long[] { 2, 44 }));
        var children = form.AgentConditions.Single().Children;
        Assert.That((children[0].FieldId, children[0].IsRequired, children[0].RequiredOn, children[0].RequiredStatuses[1]), Is.EqualTo((44L, false, "SOME_STATUSES", "open")));
        Assert.That((children[1].FieldId, children[1].IsRequired, children[1].RequiredOn, children[1].RequiredStatuses.Count), Is.EqualTo((32L, true, "ALL_STATUSES", 0)));
        Assert.That((form.AgentConditions[0].ParentFieldId, form.AgentConditions[0].Value), Is.EqualTo((5L, (CustomFieldValue)"matching_value_1")));
        Assert.That((form.EndUserConditions.Single().Value, form.EndUserConditions[0].Children[0]), Is.EqualTo(((CustomFieldValue)true, new FormConditionChild(32, true))));
    }
}
