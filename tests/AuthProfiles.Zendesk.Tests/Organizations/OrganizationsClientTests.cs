using System.Net;
using System.Text.Json;
using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Organizations;

[TestFixture]
public sealed class OrganizationsClientTests
{
    private static readonly NewOrganization Acme = new() { Name = "Acme", ExternalId = "a1" };

    [TestCase(HttpStatusCode.Created, true)]
    [TestCase(HttpStatusCode.OK, false)]
    public async Task An_organization_that_was_there_is_told_from_a_new_one(HttpStatusCode status, bool isCreated)
    {
        using var service = StubService.Json("""{"organization":{"id":9}}""", status);

        var stored = await service.Client().Organizations.CreateOrUpdateAsync(Acme);

        Assert.That(stored, Is.EqualTo(new CreatedOrUpdated<Organization>(new() { Id = 9 }, isCreated)));
    }

    [Test]
    public async Task The_limit_on_one_organization_is_read_in_its_own_shape()
    {
        using var service = StubService.Json("""{"errors":[{"code":"TooManyRequests","title":"Too many requests to update"}]}""", HttpStatusCode.TooManyRequests);

        var exception = await Assert.CatchAsync<ZendeskException>(() => service.Client().Organizations.UpdateAsync(1, new() { Name = "a" }));

        Assert.That((exception!.Kind, exception.IsTransient, exception.ErrorCode), Is.EqualTo((ZendeskErrorKind.RateLimited, true, "TooManyRequests")));
    }

    [Test]
    public async Task What_may_not_be_repeated_is_not()
    {
        var calls = new Func<OrganizationsClient, Task>[]
        {
            organizations => organizations.CreateAsync(Acme),
            organizations => organizations.CreateOrUpdateAsync(Acme),
            organizations => organizations.CreateManyAsync([Acme]),
            organizations => organizations.Merges.CreateAsync(1, 2),
            organizations => organizations.Memberships.CreateAsync(new(1, 2)),
            organizations => organizations.Memberships.CreateManyAsync([new(1, 2)]),
        };
        foreach (var call in calls)
        {
            using var service = StubService.Json("""{"organization":{"id":1},"organization_merge":{"id":"m"},"organization_membership":{"id":1},"job_status":{"id":"j"}}""");
            await call(service.Client().Organizations);
            Assert.That(service.Only.IsRepeatable, Is.False, service.Only.Path);
        }
    }

    [Test]
    public async Task Relations_are_read()
    {
        using var service = StubService.Json("""{"organization_related":{"tickets_count":12,"users_count":4,"x":{}}}""");

        var relations = await service.Client().Organizations.GetRelationsAsync(1);

        Assert.That(relations, Is.EqualTo(new OrganizationRelations { TicketCount = 12, UserCount = 4 }));
    }

    [Test]
    public async Task Every_member_of_a_merge_is_read()
    {
        using var service = StubService.Json("""{"organization_merge":{"id":"01HPZM6206BF4G63783E5349AD","loser_id":123,"status":"in_progress","url":"u","winner_id":456}}""");

        var merge = await service.Client().KeepingUnknownMembers().Organizations.Merges.GetAsync("01HPZM6206BF4G63783E5349AD");

        Assert.That(merge, Is.EqualTo(new OrganizationMerge { Id = "01HPZM6206BF4G63783E5349AD", Status = OrganizationMergeStatus.InProgress, WinnerId = 456, LoserId = 123, Url = "u" }));
        Assert.That($"{merge.Status}{default(OrganizationMergeStatus)}", Is.EqualTo("in_progress"));
    }

    [Test]
    public async Task A_merge_without_id_is_none()
    {
        using var service = StubService.Json("""{"organization_merge":{"id":"","status":"new"}}""");

        var exception = await Assert.CatchAsync<ZendeskException>(() => service.Client().Organizations.Merges.CreateAsync(1, 2));

        Assert.That(exception!.Kind, Is.EqualTo(ZendeskErrorKind.UnexpectedAnswer));
    }

    [Test]
    public async Task Every_member_of_a_membership_is_read_and_null_is_not_the_default()
    {
        using var service = StubService.Json("""
            {"organization_memberships":[{"created_at":"2009-05-13T00:07:08Z","default":true,"id":9000000000004,"organization_id":12,"organization_name":"first organization","updated_at":"2011-07-22T00:11:12Z","url":"u","user_id":29,"view_tickets":true},
            {"id":49,"default":null,"view_tickets":null}],"meta":{"has_more":false}}
            """);

        var memberships = await service.Client().KeepingUnknownMembers().Organizations.Memberships.ListAsync().CollectAsync();

        Assert.That(memberships, Is.EqualTo(new OrganizationMembership[]
        {
            new()
            {
                Id = 9_000_000_000_004,
                UserId = 29,
                OrganizationId = 12,
                OrganizationName = "first organization",
                IsDefault = true,
                CanViewTickets = true,
                CreatedAt = new(2009, 5, 13, 0, 7, 8, TimeSpan.Zero),
                UpdatedAt = new(2011, 7, 22, 0, 11, 12, TimeSpan.Zero),
                Url = "u",
            },
            new() { Id = 49 },
        }));
    }

    [Test]
    public async Task Every_member_of_a_new_organization_is_written()
    {
        using var service = StubService.Json("""{"organization":{"id":1}}""", HttpStatusCode.Created);

        await service.Client().Organizations.CreateAsync(new()
        {
            Name = "Acme",
            Details = "d",
            Notes = "n",
            ExternalId = "e",
            GroupId = 1,
            DomainNames = ["acme.example"],
            Tags = ["t"],
            Fields = new Dictionary<string, CustomFieldValue> { ["f"] = 5.2m },
            HasSharedTickets = true,
            HasSharedComments = false,
            AdditionalProperties = Members("""{"x":1}"""),
        });

        Assert.That(service.Only.Body, Is.EqualTo(
            """{"organization":{"name":"Acme","details":"d","notes":"n","external_id":"e","group_id":1,"domain_names":["acme.example"],"tags":["t"],"organization_fields":{"f":5.2},"shared_tickets":true,"shared_comments":false,"x":1}}"""));
    }

    [Test]
    public async Task Every_member_of_a_change_is_written()
    {
        using var service = StubService.Json("""{"organization":{"id":1}}""");

        await service.Client().Organizations.UpdateAsync(1, new()
        {
            Name = "Acme",
            Details = "d",
            Notes = "n",
            ExternalId = "e",
            GroupId = 1,
            DomainNames = [],
            Tags = [],
            Fields = new Dictionary<string, CustomFieldValue> { ["f"] = default },
            HasSharedTickets = false,
            HasSharedComments = true,
            AdditionalProperties = Members("""{"x":1}"""),
        });
        await service.Client().Organizations.UpdateAsync(1, new() { Details = null, Notes = null, ExternalId = null, GroupId = null });

        Assert.That(service.Requests[0].Body, Is.EqualTo(
            """{"organization":{"name":"Acme","details":"d","notes":"n","external_id":"e","group_id":1,"domain_names":[],"tags":[],"organization_fields":{"f":null},"shared_tickets":false,"shared_comments":true,"x":1}}"""));
        Assert.That(service.Requests[1].Body, Is.EqualTo("""{"organization":{"details":null,"notes":null,"external_id":null,"group_id":null}}"""));
    }

    private static Dictionary<string, JsonElement> Members(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone().EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
    }
}
