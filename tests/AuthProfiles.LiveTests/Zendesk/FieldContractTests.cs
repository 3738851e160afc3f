using AuthProfiles.Zendesk;

namespace AuthProfiles.LiveTests.Zendesk;

/// <summary>The official description, as a server, takes every operation on fields, forms, statuses and brands, and refuses what it does not allow.</summary>
/// <remarks>What is not in the served part of it: setting the default statuses, one brand by its id, the fields of users and organizations, sharing agreements.</remarks>
[TestFixture]
public sealed class FieldContractTests : ContractTests
{
    private static IEnumerable<TestCaseData> Operations()
    {
        yield return Of("fields", client => client.TicketFields.ListPageAsync(withCreator: true));
        yield return Of("fields by cursor", client => client.TicketFields.ListPageAsync(), "example=cursor_first");
        yield return Of("field", client => client.TicketFields.GetAsync(1));
        yield return Of("count fields", client => client.TicketFields.CountAsync());
        yield return Of("create field", client => client.TicketFields.CreateAsync(new() { Type = TicketFieldType.DropDown, Title = "t", Options = [new("n", "v")] }));
        yield return Of("update field", client => client.TicketFields.UpdateAsync(1, new() { Title = "t", Tag = null }));
        yield return Of("delete field", client => client.TicketFields.DeleteAsync(1));
        yield return Of("reorder fields", client => client.TicketFields.ReorderAsync([2, 1]));
        yield return Of("options", client => client.TicketFields.Options.ListPageAsync(1));
        yield return Of("first option", client => FirstAsync(client.TicketFields.Options.ListAsync(1)), "example=cursor_last");
        yield return Of("option", client => client.TicketFields.Options.GetAsync(1, 2));
        yield return Of("changed option", client => client.TicketFields.Options.CreateOrUpdateAsync(1, new("n", "v") { Id = 2, Position = 1, IsDefault = true }));
        yield return Of("new option", client => client.TicketFields.Options.CreateOrUpdateAsync(1, new("n", "v")), "code=201");
        yield return Of("delete option", client => client.TicketFields.Options.DeleteAsync(1, 2));
        yield return Of("forms", client => client.TicketForms.ListPageAsync(filter: new() { IsActive = true, IsEndUserVisible = true, IsOfBrand = true, FallsBackToDefault = false }));
        yield return Of("first form", client => FirstAsync(client.TicketForms.ListAsync()), "example=cursor_last");
        yield return Of("form", client => client.TicketForms.GetAsync(1));
        yield return Of("forms by id", client => client.TicketForms.GetManyAsync([1, 2]));
        yield return Of("create form", client => client.TicketForms.CreateAsync(new() { Name = "n", TicketFieldIds = [1], AgentConditions = [new() { ParentFieldId = 1, Value = "v", Children = [new(2, true) { RequiredOn = "ALL_STATUSES" }] }] }));
        yield return Of("update form", client => client.TicketForms.UpdateAsync(1, new() { IsActive = false }));
        yield return Of("delete form", client => client.TicketForms.DeleteAsync(1));
        yield return Of("clone form", client => client.TicketForms.CloneAsync(1));
        yield return Of("reorder forms", client => client.TicketForms.ReorderAsync([2, 1]));
        yield return Of("statuses", client => client.CustomStatuses.ListAsync([TicketStatus.Open], active: true, isDefault: false));
        yield return Of("status", client => client.CustomStatuses.GetAsync(1));
        yield return Of("create status", client => client.CustomStatuses.CreateAsync(new() { Category = TicketStatus.Hold, AgentLabel = "a", EndUserLabel = "e", Description = "d", EndUserDescription = "x", IsActive = true }));
        yield return Of("brands", client => client.Brands.ListPageAsync());
        yield return Of("update status", client => client.CustomStatuses.UpdateAsync(1, new() { AgentLabel = "a" }));
    }

    private static IEnumerable<TestCaseData<string, string, string?>> Refused()
    {
        yield return Bad("a category that is none", "POST", "custom_statuses", """{"custom_status":{"status_category":"closed","agent_label":"a"}}""");
        yield return Bad("a label that is a number", "PUT", "custom_statuses/1", """{"custom_status":{"agent_label":1}}""");
        yield return Bad("a flag that is a word", "POST", "custom_statuses", """{"custom_status":{"active":"yes"}}""");
        yield return Bad("a field by a word", "GET", "ticket_fields/first", null);
        yield return Bad("forms of no id", "GET", "ticket_forms/show_many", null);
        yield return Bad("a filter that is a word", "GET", "ticket_forms?active=maybe", null);
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_is_taken_and_its_answer_is_read(Func<ZendeskClient, Task> call, string? prefer) => IsTakenAsync(call, prefer);

    [TestCaseSource(nameof(Refused))]
    public Task What_is_not_allowed_is_refused(string method, string path, string? body) => IsRefusedAsync(method, path, body);
}
