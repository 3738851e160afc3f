using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Fields;

[TestFixture]
public sealed class RecordFieldsClientTests
{
    private static IEnumerable<TestCaseData> Operations()
    {
        yield return OperationCase.Of("user fields", client => client.UserFields.ListAsync().CollectAsync(), """{"user_fields":[],"meta":{"has_more":false}}""", "GET", "api/v2/user_fields?page%5Bsize%5D=100");
        yield return OperationCase.Of("user field page", client => client.UserFields.ListPageAsync(new() { PageSize = 2 }), """{"user_fields":[]}""", "GET", "api/v2/user_fields?page%5Bsize%5D=2");
        yield return OperationCase.Of("user field", client => client.UserFields.GetAsync(7), """{"user_field":{"id":7}}""", "GET", "api/v2/user_fields/7");
        yield return OperationCase.Of("organization fields", client => client.OrganizationFields.ListAsync().CollectAsync(), """{"organization_fields":[],"meta":{"has_more":false}}""", "GET", "api/v2/organization_fields?page%5Bsize%5D=100");
        yield return OperationCase.Of("organization field", client => client.OrganizationFields.GetAsync(7), """{"organization_field":{"id":7}}""", "GET", "api/v2/organization_fields/7");
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_asks_for_what_it_says(Func<ZendeskClient, Task> call, string answer, string method, string path, string? body) => OperationCase.AsksAsync(call, answer, method, path, body);

    [Test]
    public async Task Every_member_of_a_field_is_read()
    {
        using var service = StubService.Json("""
            {"user_field":{"active":true,"created_at":"2012-10-16T16:04:06Z","custom_field_options":[{"name":"n","value":"v"}],"description":"d","id":7,"key":"custom_field_1","position":9999,"raw_description":"{{dc.d}}","raw_title":"{{dc.t}}",
            "regexp_for_validation":"^a$","relationship_filter":{"all":[]},"relationship_target_type":"zen:user","system":true,"tag":"t","title":"Custom Field 1","type":"dropdown","updated_at":"2012-10-17T16:04:06Z","url":"u"}}
            """);

        var field = await service.Client().KeepingUnknownMembers().UserFields.GetAsync(7);

        Assert.That(field with { Options = [], TargetFilter = new RecordField { Id = 1 }.TargetFilter }, Is.EqualTo(new RecordField
        {
            Id = 7,
            Key = "custom_field_1",
            Type = "dropdown",
            Title = "Custom Field 1",
            RawTitle = "{{dc.t}}",
            Description = "d",
            RawDescription = "{{dc.d}}",
            Position = 9999,
            IsActive = true,
            IsSystem = true,
            Pattern = "^a$",
            Tag = "t",
            TargetType = "zen:user",
            CreatedAt = new(2012, 10, 16, 16, 4, 6, TimeSpan.Zero),
            UpdatedAt = new(2012, 10, 17, 16, 4, 6, TimeSpan.Zero),
            Url = "u",
        }));
        Assert.That(field.Options, Is.EqualTo(new[] { new FieldOption { Name = "n", Value = "v" } }));
        Assert.That(field.TargetFilter.Keys, Is.EqualTo(new[] { "all" }));
    }
}
