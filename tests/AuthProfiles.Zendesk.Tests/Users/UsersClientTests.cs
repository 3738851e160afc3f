using System.Net;
using System.Text;
using System.Text.Json;
using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Users;

[TestFixture]
public sealed class UsersClientTests
{
    private static readonly NewUser Mia = new() { Name = "Mia", Email = "mia@acme.example" };

    [TestCase(HttpStatusCode.Created, true)]
    [TestCase(HttpStatusCode.OK, false)]
    public async Task A_user_who_was_there_is_told_from_a_new_one(HttpStatusCode status, bool isCreated)
    {
        using var service = StubService.Json("""{"user":{"id":9,"name":"Mia"}}""", status);

        var stored = await service.Client().Users.CreateOrUpdateAsync(Mia);

        Assert.That(stored, Is.EqualTo(new CreatedOrUpdated<User>(new() { Id = 9, Name = "Mia" }, isCreated)));
    }

    [Test]
    public async Task A_refusal_to_store_a_user_is_an_error()
    {
        using var service = StubService.Json("""{"error":"RecordInvalid","description":"Record validation errors","details":{"email":[{"error":"DuplicateValue","description":"taken"}]}}""", HttpStatusCode.UnprocessableEntity);

        var exception = await Assert.CatchAsync<ZendeskException>(() => service.Client().Users.CreateOrUpdateAsync(Mia));

        Assert.That(exception!.Details, Is.EqualTo(new[] { new ZendeskFieldError("email", "DuplicateValue", "taken") }));
    }

    [Test]
    public async Task A_call_that_Zendesk_takes_for_nobody_s_is_not_authorized()
    {
        using var service = StubService.Json("""{"user":{"id":null,"name":"Anonymous user","email":"invalid@example.com","role":"end-user"}}""");

        var exception = await Assert.CatchAsync<ZendeskException>(() => service.Client().Users.GetMeAsync());

        Assert.That(exception!.Kind, Is.EqualTo(ZendeskErrorKind.Unauthorized));
        Assert.That(exception.Message, Does.Contain("anonymous"));
    }

    [Test]
    public async Task A_user_without_id_is_no_user_anywhere_else()
    {
        using var service = StubService.Json("""{"user":{"id":null,"name":"Anonymous user"}}""");

        var exception = await Assert.CatchAsync<ZendeskException>(() => service.Client().Users.GetAsync(1));

        Assert.That(exception!.Kind, Is.EqualTo(ZendeskErrorKind.UnexpectedAnswer));
    }

    [Test]
    public async Task The_limit_on_one_user_comes_in_plain_text()
    {
        using var service = new StubService(_ =>
        {
            var answer = new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Content = new StringContent("Number of allowed API requests per minute exceeded", Encoding.UTF8, "text/plain") };
            answer.Headers.Add("Retry-After", "54");
            return answer;
        });

        var exception = await Assert.CatchAsync<ZendeskException>(() => service.Client().Users.UpdateAsync(1, new() { Name = "a" }));

        Assert.That((exception!.Kind, exception.IsTransient, exception.RetryAfter), Is.EqualTo((ZendeskErrorKind.RateLimited, true, TimeSpan.FromSeconds(54))));
    }

    [Test]
    public async Task Any_number_of_users_is_read_a_hundred_at_a_time()
    {
        using var service = new StubService(request => StubService.JsonAnswer(request.Path.EndsWith("=101", StringComparison.Ordinal) ? """{"users":[{"id":101}]}""" : """{"users":[{"id":1},{"id":2}]}"""));

        var users = await service.Client().Users.GetManyAsync(Enumerable.Range(1, 101).Select(id => (long)id));

        Assert.That(users.Select(user => user.Id), Is.EqualTo(new[] { 1L, 2, 101 }));
        Assert.That(service.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task No_users_are_asked_for_with_no_request()
    {
        using var service = StubService.Json("{}");

        Assert.That(await service.Client().Users.GetManyByExternalIdAsync([]), Is.Empty);
        Assert.That(service.Requests, Is.Empty);
    }

    [Test]
    public async Task A_search_goes_through_its_pages_and_ends_with_advice()
    {
        using var service = StubService.Json("""{"users":[{"id":1}],"next_page":"https://evil.example/","count":20000}""");
        var users = service.Client().Users;

        var page = await users.SearchPageAsync("mia", new() { After = "100" });
        var exception = await Assert.CatchAsync<ZendeskException>(() => users.SearchPageAsync("mia", new() { After = page.Next }));

        Assert.That((page.Next, page.Total), Is.EqualTo(("101", 20000L)));
        Assert.That(exception!.Kind, Is.EqualTo(ZendeskErrorKind.PageLimit));
        Assert.That(exception.Message, Does.Contain("Narrow").And.Not.Contain("cursor"));
        Assert.That(service.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_may_not_be_repeated_is_not()
    {
        var calls = new Func<UsersClient, Task>[]
        {
            users => users.CreateAsync(Mia),
            users => users.CreateOrUpdateAsync(Mia),
            users => users.CreateManyAsync([Mia]),
            users => users.CreateOrUpdateManyAsync([Mia]),
            users => users.MergeAsync(1, 2),
            users => users.Identities.CreateAsync(1, new(UserIdentityType.Email, "a")),
            users => users.Identities.RequestVerificationAsync(1, 2),
        };
        foreach (var call in calls)
        {
            Assert.That(await IsRepeatableAsync(call), Is.False);
        }

        Assert.That(await IsRepeatableAsync(users => users.UpdateAsync(1, new() { Name = "a" })), Is.True);
    }

    [Test]
    public async Task Relations_are_read()
    {
        using var service = StubService.Json("""{"user_related":{"assigned_tickets":5,"ccd_tickets":3,"organization_subscriptions":1,"requested_tickets":10,"x":{}}}""");

        var relations = await service.Client().Users.GetRelationsAsync(1);

        Assert.That(relations, Is.EqualTo(new UserRelations { AssignedTicketCount = 5, CopiedTicketCount = 3, OrganizationSubscriptionCount = 1, RequestedTicketCount = 10 }));
    }

    [Test]
    public async Task A_deleted_user_is_read_as_far_as_Zendesk_tells()
    {
        using var service = StubService.Json("""{"deleted_users":[{"id":1,"active":false,"name":"Permanently Deleted User","email":null,"phone":null,"shared_phone_number":"","photo":null,"role":"end-user"}],"meta":{"has_more":false}}""");

        var users = await service.Client().Users.Deleted.ListAsync().CollectAsync();

        Assert.That(users, Is.EqualTo(new User[] { new() { Id = 1, IsActive = false, Name = "Permanently Deleted User", Role = UserRole.EndUser } }));
    }

    [Test]
    public async Task Every_member_of_an_identity_is_read()
    {
        using var service = StubService.Json("""
            {"identity":{"created_at":"2011-07-20T22:55:29Z","deliverable_state":"deliverable","id":9000000035436,"primary":true,"type":"email","undeliverable_count":2,"updated_at":"2011-07-20T22:55:30Z","url":"u","user_id":135,"value":"someone@example.com",
            "verification_method":"full","verified":true,"verified_at":"2011-07-20T22:55:31Z"}}
            """);

        var identity = await service.Client().KeepingUnknownMembers().Users.Identities.GetAsync(1, 2);

        Assert.That(identity, Is.EqualTo(new UserIdentity
        {
            Id = 9_000_000_035_436,
            UserId = 135,
            Type = UserIdentityType.Email,
            Value = "someone@example.com",
            IsPrimary = true,
            IsVerified = true,
            VerificationMethod = VerificationMethod.Full,
            VerifiedAt = new(2011, 7, 20, 22, 55, 31, TimeSpan.Zero),
            DeliverableState = "deliverable",
            UndeliverableCount = 2,
            CreatedAt = new(2011, 7, 20, 22, 55, 29, TimeSpan.Zero),
            UpdatedAt = new(2011, 7, 20, 22, 55, 30, TimeSpan.Zero),
            Url = "u",
        }));
    }

    [Test]
    public async Task An_identity_of_a_kind_that_is_new_is_read()
    {
        using var service = StubService.Json("""{"identities":[{"id":1,"type":"whatsapp","verification_method":"dna"},{"id":2,"type":null}],"meta":{"has_more":false}}""");

        var identities = await service.Client().Users.Identities.ListAsync(1).CollectAsync();

        Assert.That(identities, Is.EqualTo(new UserIdentity[] { new() { Id = 1, Type = new("whatsapp"), VerificationMethod = new("dna") }, new() { Id = 2 } }));
        Assert.That($"{identities[0].Type} {identities[0].VerificationMethod}{default(UserIdentityType)}{default(VerificationMethod)}", Is.EqualTo("whatsapp dna"));
    }

    [Test]
    public async Task Every_member_of_a_new_user_is_written()
    {
        using var service = StubService.Json("""{"user":{"id":1}}""", HttpStatusCode.Created);

        await service.Client().Users.CreateAsync(new()
        {
            Name = "Mia",
            Email = "m@a.example",
            Role = UserRole.Agent,
            CustomRoleId = 1,
            OrganizationId = 2,
            OrganizationName = "VIP",
            DefaultGroupId = 3,
            AgentBrandIds = [8_119_246_973_690],
            ExternalId = "e",
            Identities = [new(UserIdentityType.Twitter, "t"), new(UserIdentityType.PhoneNumber, "+1")],
            Alias = "a",
            Details = "d",
            Notes = "n",
            Phone = "+2",
            HasSharedPhone = false,
            RemotePhotoUrl = "r",
            Signature = "s",
            Locale = "en-US",
            LocaleId = 4,
            TimeZone = "Copenhagen",
            Tags = ["x"],
            Fields = new Dictionary<string, CustomFieldValue> { ["f"] = "v", ["g"] = 5.1m, ["h"] = true, ["i"] = default, ["j"] = CustomFieldValue.FromStrings("k") },
            TicketRestriction = TicketRestriction.Groups,
            IsSuspended = false,
            IsVerified = true,
            IsRestrictedAgent = true,
            IsModerator = false,
            HasOnlyPrivateComments = true,
            SkipsVerifyEmail = true,
            AdditionalProperties = Members("""{"organization_ids":[1]}"""),
        });

        Assert.That(service.Only.Body, Is.EqualTo(
            """
            {"user":{"name":"Mia","email":"m@a.example","role":"agent","custom_role_id":1,"organization_id":2,"organization":{"name":"VIP"},"default_group_id":3,"agent_brand_ids":[8119246973690],"external_id":"e",
            "identities":[{"type":"twitter","value":"t"},{"type":"phone_number","value":"+1"}],"alias":"a","details":"d","notes":"n","phone":"+2","shared_phone_number":false,"remote_photo_url":"r","signature":"s","locale":"en-US","locale_id":4,
            "time_zone":"Copenhagen","tags":["x"],"user_fields":{"f":"v","g":5.1,"h":true,"i":null,"j":["k"]},"ticket_restriction":"groups","suspended":false,"verified":true,"restricted_agent":true,"moderator":false,
            "only_private_comments":true,"skip_verify_email":true,"organization_ids":[1]}}
            """.ReplaceLineEndings(string.Empty)));
    }

    [Test]
    public async Task Every_member_of_a_change_is_written()
    {
        using var service = StubService.Json("""{"user":{"id":1}}""");

        await service.Client().Users.UpdateAsync(1, new()
        {
            Name = "Mia",
            Email = "m@a.example",
            Role = UserRole.Admin,
            CustomRoleId = 1,
            OrganizationId = 2,
            DefaultGroupId = 3,
            AgentBrandIds = [],
            ExternalId = "e",
            Alias = "a",
            Details = "d",
            Notes = "n",
            Phone = "+2",
            HasSharedPhone = true,
            RemotePhotoUrl = "r",
            Signature = "s",
            Locale = "en-US",
            LocaleId = 4,
            TimeZone = "Copenhagen",
            Tags = [],
            Fields = new Dictionary<string, CustomFieldValue> { ["f"] = default },
            TicketRestriction = TicketRestriction.Organization,
            IsSuspended = true,
            IsVerified = false,
            IsRestrictedAgent = false,
            IsModerator = true,
            HasOnlyPrivateComments = false,
            SkipsVerifyEmail = true,
            AdditionalProperties = Members("""{"b":null}"""),
        });

        Assert.That(service.Only.Body, Is.EqualTo(
            """
            {"user":{"name":"Mia","email":"m@a.example","role":"admin","custom_role_id":1,"organization_id":2,"default_group_id":3,"agent_brand_ids":[],"external_id":"e","alias":"a","details":"d","notes":"n","phone":"+2","shared_phone_number":true,
            "remote_photo_url":"r","signature":"s","locale":"en-US","locale_id":4,"time_zone":"Copenhagen","tags":[],"user_fields":{"f":null},"ticket_restriction":"organization","suspended":true,"verified":false,"restricted_agent":false,
            "moderator":true,"only_private_comments":false,"skip_verify_email":true,"b":null}}
            """.ReplaceLineEndings(string.Empty)));
    }

    [Test]
    public async Task What_is_taken_away_is_sent_as_null()
    {
        using var service = StubService.Json("""{"user":{"id":1}}""");

        await service.Client().Users.UpdateAsync(1, new()
        {
            CustomRoleId = null,
            OrganizationId = null,
            ExternalId = null,
            Alias = null,
            Details = null,
            Notes = null,
            Phone = null,
            Signature = null,
            TicketRestriction = null,
        });

        Assert.That(service.Only.Body, Is.EqualTo(
            """{"user":{"custom_role_id":null,"organization_id":null,"external_id":null,"alias":null,"details":null,"notes":null,"phone":null,"signature":null,"ticket_restriction":null}}"""));
    }

    private static async Task<bool> IsRepeatableAsync(Func<UsersClient, Task> call)
    {
        using var service = StubService.Json("""{"user":{"id":1},"identity":{"id":1},"job_status":{"id":"j"}}""");
        await call(service.Client().Users);
        return service.Only.IsRepeatable;
    }

    private static Dictionary<string, JsonElement> Members(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone().EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
    }
}
