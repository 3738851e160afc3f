namespace AuthProfiles.Tests.Consent;

[TestFixture]
public sealed class ApplicationFieldTests
{
    [TestCase("mia", null)]
    [TestCase("mia", "acme")]
    public async Task A_secret_that_the_application_lacks_is_missed_before_anybody_consents(string user, string? tenant)
    {
        await using var calendar = new CalendarTest(static o => o.ClientSecret = null);

        var refused = await Assert.CatchAsync<AuthorizationException>(() => calendar.StartAsync(user, tenant));

        Assert.Multiple(() =>
        {
            Assert.That(refused, Is.Not.InstanceOf<AuthorizationRequiredException>());
            Assert.That(refused!.Kind, Is.EqualTo(AuthorizationErrorKind.Configuration));
            Assert.That(refused.Message, Does.Contain("AuthProfiles:Profiles:calendar:ClientSecret"));
            Assert.That((refused.Tenant, refused.User), Is.EqualTo((tenant, user)));
        });
    }

    [TestCase("clientId")]
    [TestCase("clientSecret")]
    [TestCase("secondaryClientSecret")]
    public async Task A_user_gives_nothing_that_is_the_applications(string key)
    {
        await using var calendar = new CalendarTest();

        foreach (var tenant in (string?[])[null, "acme"])
        {
            var refused = await Assert.CatchAsync<AuthorizationException>(() => calendar.StartAsync("mia", tenant, new() { Inputs = { [key] = "canary" } }));

            Assert.That(refused!.Kind, Is.EqualTo(AuthorizationErrorKind.InvalidValue));
            Assert.That(refused.Message, Does.Contain($"'{key}'").And.Contain("AuthProfiles:Profiles:calendar:").And.Not.Contain("canary"));
        }
    }

    [Test]
    public async Task A_tenant_may_have_a_client_of_its_own()
    {
        await using var calendar = new CalendarTest();

        var start = await calendar.StartAsync(user: null, "acme", new() { Inputs = { ["clientId"] = "acme-app", ["clientSecret"] = "acme-s3cret" } });

        Assert.That(CalendarTest.Parameters(start.Address.AbsoluteUri)["client_id"], Is.EqualTo("acme-app"));
    }
}
