using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Groups;

[TestFixture]
public sealed class GroupRecordTests
{
    [Test]
    public async Task Every_member_of_a_group_is_read()
    {
        using var service = StubService.Json("""
            {"tickets":[],"groups":[{"created_at":"2009-07-20T22:55:29Z","default":true,"deleted":true,"description":"Some clever description here","id":9000000003432,"is_public":true,"name":"First Level Support","updated_at":"2011-05-05T10:38:52Z","url":"u"},{"id":2}]}
            """);

        var page = await service.Client().KeepingUnknownMembers().Tickets.ListPageAsync(new() { Include = [Includes.Groups] });

        Assert.That(page.Included.Of(Includes.Groups), Is.EqualTo(new Group[]
        {
            new()
            {
                Id = 9_000_000_003_432,
                Name = "First Level Support",
                Description = "Some clever description here",
                IsPublic = true,
                IsDefault = true,
                IsDeleted = true,
                CreatedAt = new(2009, 7, 20, 22, 55, 29, TimeSpan.Zero),
                UpdatedAt = new(2011, 5, 5, 10, 38, 52, TimeSpan.Zero),
                Url = "u",
            },
            new() { Id = 2 },
        }));
    }
}
