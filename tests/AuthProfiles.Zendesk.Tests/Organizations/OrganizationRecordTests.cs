using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Organizations;

[TestFixture]
public sealed class OrganizationRecordTests
{
    [Test]
    public async Task Every_member_of_an_organization_is_read()
    {
        using var service = StubService.Json("""
            {"tickets":[],"organizations":[{"created_at":"2009-07-20T22:55:29Z","details":"This is a kind of organization","domain_names":["example.com","test.com"],"external_id":"ABC123","group_id":7,"id":9000000035436,"name":"One Organization",
            "notes":"n","organization_fields":{"org_decimal":5.2,"org_dropdown":"option_1"},"shared_comments":true,"shared_tickets":false,"tags":["enterprise","other_tag"],"updated_at":"2011-05-05T10:38:52Z","url":"u"},{"id":2,"group_id":null,"organization_fields":null}]}
            """);

        var page = await service.Client().KeepingUnknownMembers().Tickets.ListPageAsync(new() { Include = [Includes.Organizations] });

        var organizations = page.Included.Of(Includes.Organizations);
        Assert.That(organizations[0] with { DomainNames = [], Tags = [], Fields = new Organization { Id = 1 }.Fields }, Is.EqualTo(new Organization
        {
            Id = 9_000_000_035_436,
            Name = "One Organization",
            Details = "This is a kind of organization",
            Notes = "n",
            ExternalId = "ABC123",
            GroupId = 7,
            HasSharedTickets = false,
            HasSharedComments = true,
            CreatedAt = new(2009, 7, 20, 22, 55, 29, TimeSpan.Zero),
            UpdatedAt = new(2011, 5, 5, 10, 38, 52, TimeSpan.Zero),
            Url = "u",
        }));
        Assert.That(organizations[0].DomainNames, Is.EqualTo(new[] { "example.com", "test.com" }));
        Assert.That(organizations[0].Tags, Is.EqualTo(new[] { "enterprise", "other_tag" }));
        Assert.That(organizations[0].Fields, Is.EquivalentTo(new Dictionary<string, CustomFieldValue> { ["org_decimal"] = 5.2m, ["org_dropdown"] = "option_1" }));
        Assert.That(organizations[1], Is.EqualTo(new Organization { Id = 2 }));
    }
}
