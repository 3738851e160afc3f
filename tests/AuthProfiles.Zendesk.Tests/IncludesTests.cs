using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests;

/// <summary>The records that come along with others, read into their types.</summary>
[TestFixture]
public sealed class IncludesTests
{
    [Test]
    public async Task Users_groups_and_organizations_come_along()
    {
        using var service = StubService.Json("""
            {"tickets":[{"id":5,"requester_id":35436}],"users":[{"id":35436,"name":"Johnny"},{"id":35437}],"groups":[{"id":3432,"name":"First Level"}],"organizations":[{"id":57542,"name":"One"}],"meta":{"has_more":false}}
            """);

        var page = await service.Client().Tickets.ListPageAsync(new() { Include = [Includes.Users, Includes.Groups, Includes.Organizations] });

        Assert.That(service.Only.Path, Is.EqualTo("api/v2/tickets?page%5Bsize%5D=100&include=users%2Cgroups%2Corganizations"));
        Assert.That(page.Included.Of(Includes.Users), Is.EqualTo(new User[] { new() { Id = 35436, Name = "Johnny" }, new() { Id = 35437 } }));
        Assert.That(page.Included.Of(Includes.Groups), Is.EqualTo(new Group[] { new() { Id = 3432, Name = "First Level" } }));
        Assert.That(page.Included.Of(Includes.Organizations), Is.EqualTo(new Organization[] { new() { Id = 57542, Name = "One" } }));
    }

    [Test]
    public async Task They_come_along_with_one_record_too()
    {
        using var service = StubService.Json("""{"ticket":{"id":5},"users":[{"id":1}]}""");

        var ticket = await service.Client().Tickets.GetAsync(5, [Includes.Users]);

        Assert.That(ticket.Included.Of(Includes.Users), Is.EqualTo(new User[] { new() { Id = 1 } }));
        Assert.That(ticket.Included.Of(Includes.Groups), Is.Empty, "They were not asked for.");
    }
}
