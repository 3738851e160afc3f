using System.Text.Json;
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

    [Test]
    public async Task Every_member_of_a_membership_is_read()
    {
        using var service = StubService.Json("""
            {"group_membership":{"created_at":"2009-05-13T00:07:08Z","default":true,"group_id":12,"id":9000000000004,"updated_at":"2011-07-22T00:11:12Z","url":"u","user_id":29}}
            """);

        var membership = await service.Client().KeepingUnknownMembers().Groups.Memberships.GetAsync(4);

        Assert.That(membership, Is.EqualTo(new GroupMembership
        {
            Id = 9_000_000_000_004,
            UserId = 29,
            GroupId = 12,
            IsDefault = true,
            CreatedAt = new(2009, 5, 13, 0, 7, 8, TimeSpan.Zero),
            UpdatedAt = new(2011, 7, 22, 0, 11, 12, TimeSpan.Zero),
            Url = "u",
        }));
    }

    [Test]
    public async Task Every_member_of_a_new_group_and_of_a_change_is_written()
    {
        using var service = StubService.Json("""{"group":{"id":1}}""");
        var groups = service.Client().Groups;
        using var members = JsonDocument.Parse("{\"x\":1}");
        var additional = new Dictionary<string, JsonElement> { ["x"] = members.RootElement.GetProperty("x") };

        await groups.CreateAsync(new() { Name = "n", Description = "d", IsPublic = false, AdditionalProperties = additional });
        await groups.UpdateAsync(1, new() { Name = "n", Description = "d", IsPublic = true, AdditionalProperties = additional });
        await groups.UpdateAsync(1, new() { Description = null });

        Assert.That(service.Requests.Select(request => request.Body), Is.EqualTo(new[]
        {
            """{"group":{"name":"n","description":"d","is_public":false,"x":1}}""",
            """{"group":{"name":"n","description":"d","is_public":true,"x":1}}""",
            """{"group":{"description":null}}""",
        }));
    }

    [Test]
    public async Task What_may_not_be_repeated_is_not()
    {
        var calls = new Func<GroupsClient, Task>[]
        {
            groups => groups.CreateAsync(new() { Name = "n" }),
            groups => groups.Memberships.CreateAsync(new(1, 2)),
            groups => groups.Memberships.CreateManyAsync([new(1, 2)]),
        };
        foreach (var call in calls)
        {
            using var service = StubService.Json("""{"group":{"id":1},"group_membership":{"id":1},"job_status":{"id":"j"}}""");
            await call(service.Client().Groups);
            Assert.That(service.Only.IsRepeatable, Is.False, service.Only.Path);
        }
    }
}
