using AuthProfiles.Tests.Consent;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Tests.Verification;

/// <summary>The test of profiles that need consent, with and without it.</summary>
[TestFixture]
public sealed class UnauthorizedTests
{
    [TestCase(null)]
    [TestCase("mia")]
    public async Task A_client_that_the_provider_knows_passes_and_it_is_said_that_nobody_has_consented(string? user)
    {
        await using var calendar = new CalendarTest();
        calendar.Token = static _ => CalendarTest.Json(400, """{"error":"invalid_grant"}""");

        var result = await TestAsync(calendar, user);

        Assert.Multiple(() =>
        {
            Assert.That(result.ToString(), Is.EqualTo(
                $"calendar{(user is null ? string.Empty : ", user mia")}: succeeded. POST https://login.calendar.example/token answered 400.{Environment.NewLine}"
                + "The addresses are good, and the provider knows the client. Consent was not tested, because nobody has authorized this connection: connections.StartAsync or LogInAsync asks for it."));
            Assert.That(result.Stage, Is.EqualTo(AuthorizationTestStage.Authorization));
            Assert.That(CalendarTest.Parameters(calendar.TokenRequests.Single().Body!)["code"], Does.StartWith("authprofiles-test-"));
        });
        Assert.That(await calendar.StoredAsync(user), Is.Null);
    }

    [Test]
    public async Task A_client_that_the_provider_refuses_fails_with_the_setting()
    {
        await using var calendar = new CalendarTest();
        calendar.Token = static _ => CalendarTest.Json(401, """{"error":"invalid_client"}""");

        var result = await TestAsync(calendar);

        Assert.That(result.Succeeded, Is.False);
        Assert.That(result.Stage, Is.EqualTo(AuthorizationTestStage.Authorization));
        Assert.That(result.Message, Does.Contain("invalid_client").And.Contain("AuthProfiles:Profiles:calendar:ClientSecret"));
    }

    [Test]
    public async Task An_endpoint_that_gives_a_token_for_any_code_fails()
    {
        await using var calendar = new CalendarTest();

        var result = await TestAsync(calendar);

        Assert.That(result.Succeeded, Is.False);
        Assert.That(result.Message, Does.Contain("nobody was given"));
        Assert.That(await calendar.StoredAsync(), Is.Null);
    }

    [Test]
    public async Task An_address_that_can_not_be_made_fails_before_anything_is_sent()
    {
        await using var calendar = new CalendarTest(static o =>
        {
            o.AdditionalFields.Add(new("subdomain"));
            o.AuthorizationUrl = "https://{{subdomain}}.calendar.example/authorize";
        });

        var result = await TestAsync(calendar);

        Assert.That(result.Succeeded, Is.False);
        Assert.That(result.Stage, Is.EqualTo(AuthorizationTestStage.Connection));
        Assert.That(calendar.TokenRequests, Is.Empty);
    }

    [Test]
    public async Task A_connection_is_renewed_where_there_is_no_probe_and_the_new_grant_is_kept()
    {
        await using var calendar = new CalendarTest();
        await calendar.ConnectAsync();
        calendar.Token = static _ => CalendarTest.Json(200, """{"access_token":"at-2","token_type":"Bearer","expires_in":3600,"refresh_token":"rt-2"}""");

        var result = await TestAsync(calendar);

        Assert.That(result.Succeeded, Is.True, result.ToString());
        Assert.That(CalendarTest.Parameters(calendar.TokenRequests[^1].Body!)["grant_type"], Is.EqualTo("refresh_token"));
        Assert.That((await calendar.StoredAsync())!.Grant!.RefreshToken!.Reveal(), Is.EqualTo("rt-2"));
    }

    [Test]
    public async Task A_connection_is_probed_where_there_is_a_probe_and_nothing_is_renewed()
    {
        await using var calendar = new CalendarTest(static o => o.Probe = "GET me");
        await calendar.ConnectAsync();

        var result = await TestAsync(calendar);

        Assert.That(result.ToString(), Is.EqualTo("calendar, user mia: succeeded. GET https://api.calendar.example/me answered 200."));
        Assert.That(calendar.TokenRequests, Has.Count.EqualTo(1), "the one of the consent");
    }

    [TestCase(401, "The service does not accept the token that this connection has, which it may have taken back: its owner must authorize again.")]
    [TestCase(403, "The service knows the token or hides that it does not: a role or permission is missing, or its owner must authorize again.")]
    public async Task A_token_that_the_service_refuses_is_no_fault_of_the_client(int status, string cure)
    {
        await using var calendar = new CalendarTest(static o => o.Probe = "GET me");
        await calendar.ConnectAsync();
        calendar.Api = _ => CalendarTest.Json(status, "{}");

        var result = await TestAsync(calendar);

        Assert.That(result.ToString(), Is.EqualTo($"calendar, user mia: failed at Probe. GET https://api.calendar.example/me answered {status}.{Environment.NewLine}{cure}"));
    }

    [Test]
    public async Task Of_a_connection_that_has_begun_the_client_is_checked_that_its_owner_gave()
    {
        await using var calendar = new CalendarTest();
        await calendar.Connections.ConnectAsync("calendar", "acme", inputs: ConnectTest.Inputs(("clientId", "acme-app"), ("clientSecret", "s-acme")));
        calendar.Token = static _ => CalendarTest.Json(400, """{"error":"invalid_grant"}""");

        var result = await calendar.Services.GetRequiredService<IAuthorizationTester>().TestAsync("calendar", "acme");

        Assert.That(result.Succeeded, Is.True, result.ToString());
        Assert.That(calendar.TokenRequests.Single()["Authorization"], Is.EqualTo("Basic " + Convert.ToBase64String("acme-app:s-acme"u8)));
    }

    [Test]
    public async Task A_connection_that_has_ended_fails()
    {
        await using var calendar = new CalendarTest();
        await calendar.ConnectAsync();
        calendar.Token = static _ => CalendarTest.Json(400, """{"error":"invalid_grant"}""");

        var result = await TestAsync(calendar);
        var later = await TestAsync(calendar);

        Assert.That((result.Succeeded, result.Error?.Kind), Is.EqualTo((false, AuthorizationErrorKind.AuthorizationRequired)));
        Assert.That((later.Succeeded, later.Error?.Kind), Is.EqualTo((false, AuthorizationErrorKind.AuthorizationRequired)), "that is told also when it is known");
    }

    [TestCase("""{"error":"authorization_pending"}""", 400, true)]
    [TestCase("""{"error":"invalid_client"}""", 401, false)]
    public async Task Of_a_device_code_profile_both_endpoints_are_asked(string answer, int status, bool succeeded)
    {
        await using var calendar = new CalendarTest(more: static services => services.AddAuthProfiles().AddDeviceCode("tv", static o =>
            (o.DeviceAuthorizationUrl, o.TokenUrl, o.ClientId, o.ClientSecret) = ("https://login.tv.example/device", "https://login.tv.example/token", "tv", "s3cret")));
        calendar.Token = request => request.RequestUri!.AbsolutePath == "/token"
            ? CalendarTest.Json(status, answer)
            : CalendarTest.Json(200, """{"device_code":"dev-c0de","user_code":"ABCD","verification_uri":"https://login.tv.example/","expires_in":600}""");

        var result = await calendar.Services.GetRequiredService<IAuthorizationTester>().TestAsync("tv");

        Assert.That(result.Succeeded, Is.EqualTo(succeeded), result.ToString());
        Assert.That(calendar.TokenRequests, Has.Count.EqualTo(2));
    }

    private static Task<AuthorizationTestResult> TestAsync(CalendarTest calendar, string? user = "mia") =>
        calendar.Services.GetRequiredService<IAuthorizationTester>().TestAsync("calendar", user: user);
}
