using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Users;

[TestFixture]
public sealed class UserRecordTests
{
    private static IEnumerable<TestCaseData> Flags()
    {
        yield return new TestCaseData("active", new User { Id = 1, IsActive = true });
        yield return new TestCaseData("suspended", new User { Id = 1, IsSuspended = true });
        yield return new TestCaseData("verified", new User { Id = 1, IsVerified = true });
        yield return new TestCaseData("restricted_agent", new User { Id = 1, IsRestrictedAgent = true });
        yield return new TestCaseData("chat_only", new User { Id = 1, IsChatOnly = true });
        yield return new TestCaseData("moderator", new User { Id = 1, IsModerator = true });
        yield return new TestCaseData("only_private_comments", new User { Id = 1, HasOnlyPrivateComments = true });
        yield return new TestCaseData("shared", new User { Id = 1, IsShared = true });
        yield return new TestCaseData("shared_agent", new User { Id = 1, IsSharedAgent = true });
        yield return new TestCaseData("two_factor_auth_enabled", new User { Id = 1, HasTwoFactor = true });
        yield return new TestCaseData("shared_phone_number", new User { Id = 1, HasSharedPhone = true });
    }

    [TestCaseSource(nameof(Flags))]
    public async Task A_flag_is_not_taken_for_another(string name, User expected)
    {
        var user = await ReadAsync("{\"id\":1,\"" + name + "\":true}");

        Assert.That(user, Is.EqualTo(expected));
    }

    [Test]
    public async Task Every_member_of_a_user_is_read()
    {
        var user = await ReadAsync("""
            {"active":true,"alias":"Mr. Johnny","chat_only":true,"created_at":"2009-07-20T22:55:29Z","custom_role_id":9373643,"default_group_id":7,"details":"d","email":"johnny@example.com","external_id":"sai989sur98w9",
            "iana_time_zone":"Pacific/Pago_Pago","id":9000000035436,"last_login_at":"2011-05-05T10:38:52Z","locale":"en-US","locale_id":1,"moderator":true,"name":"Johnny Agent","notes":"Johnny is a nice guy!","only_private_comments":false,
            "organization_id":57542,"phone":"+15551234567","photo":null,"remote_photo_url":"r","restricted_agent":true,"role":"agent","role_type":0,"shared":false,"shared_agent":false,"shared_phone_number":true,
            "signature":"Have a nice day, Johnny","suspended":true,"tags":[],"ticket_restriction":"assigned","time_zone":"Copenhagen","two_factor_auth_enabled":true,"updated_at":"2011-05-05T10:38:53Z",
            "url":"https://company.zendesk.com/api/v2/users/35436.json","user_fields":{},"verified":true}
            """);

        Assert.That(user, Is.EqualTo(new User
        {
            Id = 9_000_000_035_436,
            Name = "Johnny Agent",
            Email = "johnny@example.com",
            Role = UserRole.Agent,
            RoleType = 0,
            CustomRoleId = 9373643,
            OrganizationId = 57542,
            DefaultGroupId = 7,
            ExternalId = "sai989sur98w9",
            Alias = "Mr. Johnny",
            Details = "d",
            Notes = "Johnny is a nice guy!",
            Phone = "+15551234567",
            HasSharedPhone = true,
            RemotePhotoUrl = "r",
            Signature = "Have a nice day, Johnny",
            Locale = "en-US",
            LocaleId = 1,
            TimeZone = "Copenhagen",
            IanaTimeZone = "Pacific/Pago_Pago",
            TicketRestriction = TicketRestriction.Assigned,
            IsActive = true,
            IsSuspended = true,
            IsVerified = true,
            IsRestrictedAgent = true,
            IsChatOnly = true,
            IsModerator = true,
            HasOnlyPrivateComments = false,
            IsShared = false,
            IsSharedAgent = false,
            HasTwoFactor = true,
            LastLoginAt = new(2011, 5, 5, 10, 38, 52, TimeSpan.Zero),
            CreatedAt = new(2009, 7, 20, 22, 55, 29, TimeSpan.Zero),
            UpdatedAt = new(2011, 5, 5, 10, 38, 53, TimeSpan.Zero),
            Url = "https://company.zendesk.com/api/v2/users/35436.json",
        }));
    }

    [Test]
    public async Task Tags_picture_and_own_fields_of_a_user_are_read()
    {
        var user = await ReadAsync("""
            {"id":1,"tags":["enterprise","other_tag"],"photo":{"content_type":"image/png","content_url":"c","id":928374,"name":"pic.png","size":166144,"thumbnails":[{"id":928375,"file_name":"thumb.png","name":"other.png"}]},
            "user_fields":{"user_date":"2012-07-23T00:00:00Z","user_decimal":5.1,"user_check":true,"user_multi":["a","b"],"user_none":null,"\u0075ser_object":{"a":1},"user_decimal_2":1}}
            """);

        Assert.That(user.Tags, Is.EqualTo(new[] { "enterprise", "other_tag" }));
        Assert.That(user.Photo! with { Thumbnails = [] }, Is.EqualTo(new Attachment { Id = 928374, FileName = "pic.png", ContentType = "image/png", ContentUrl = "c", Size = 166144 }));
        Assert.That(user.Photo.Thumbnails.Single().FileName, Is.EqualTo("thumb.png"));
        Assert.That(user.Fields, Is.EquivalentTo(new Dictionary<string, CustomFieldValue>
        {
            ["user_date"] = "2012-07-23T00:00:00Z",
            ["user_decimal"] = 5.1m,
            ["user_check"] = true,
            ["user_multi"] = CustomFieldValue.FromStrings("a", "b"),
            ["user_none"] = default,
            ["user_object"] = default,
            ["user_decimal_2"] = 1m,
        }));
    }

    [Test]
    public async Task What_an_end_user_is_not_told_is_null()
    {
        var user = await ReadAsync("""{"id":1,"role":"","user_fields":null,"tags":null,"ticket_restriction":null,"shared_phone_number":null}""");

        Assert.That(user, Is.EqualTo(new User { Id = 1 }));
    }

    [Test]
    public async Task A_role_that_is_new_is_kept_as_it_is()
    {
        var user = await ReadAsync("""{"id":1,"role":"bot","ticket_restriction":"brand"}""");

        Assert.That((user.Role, user.TicketRestriction), Is.EqualTo((new UserRole("bot"), new TicketRestriction("brand"))));
        Assert.That($"{user.Role} {user.TicketRestriction} {default(UserRole)}{default(TicketRestriction)}", Is.EqualTo("bot brand "));
    }

    [Test]
    public async Task The_secret_of_a_browser_session_is_kept_nowhere()
    {
        var user = await ReadAsync("""{"id":1,"authenticity_token":"s3cret","x":1}""", keepsUnknown: true);

        Assert.That(user.AdditionalProperties.Keys, Is.EqualTo(new[] { "x" }));
    }

    private static async Task<User> ReadAsync(string user, bool keepsUnknown = false)
    {
        using var service = StubService.Json("{\"tickets\":[],\"users\":[" + user + "]}");
        var client = keepsUnknown ? service.Client().KeepingUnknownMembers() : service.Client();
        var page = await client.Tickets.ListPageAsync(new() { Include = [Includes.Users] });
        return page.Included.Of(Includes.Users).Single();
    }
}
