using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Tests.Consent;

[TestFixture]
[CancelAfter(60_000)]
public sealed class DeviceLogInTests
{
    private const string Begun = """{"device_code":"dev-c0de","user_code":"ABCD-EFGH","verification_uri":"https://login.tv.example/device","expires_in":600}""";

    [Test]
    public async Task The_owner_is_told_the_code_and_the_connection_is_there_when_it_was_entered()
    {
        await using var calendar = Television(static polls => polls < 3
            ? CalendarTest.Json(400, """{"error":"authorization_pending"}""")
            : CalendarTest.Json(200, """{"access_token":"at-tv","token_type":"Bearer","expires_in":3600,"refresh_token":"rt-tv"}"""));
        DeviceAuthorization? shown = null;

        var waiting = calendar.Connections.LogInAsync("tv", user: "mia", options: new()
        {
            ShowDeviceCode = (device, _) =>
            {
                shown = device;
                return Task.CompletedTask;
            },
        });
        await calendar.Time.RunAsync(waiting);

        Assert.That(shown!.ToString(), Is.EqualTo("Go to https://login.tv.example/device and enter ABCD-EFGH."));
        Assert.That((await waiting).Connection.State, Is.EqualTo(ConnectionState.Active));
        Assert.That((await calendar.Store.ReadAsync(new("tv", user: "mia")))!.Connection.Grant!.RefreshToken!.Reveal(), Is.EqualTo("rt-tv"));
    }

    [Test]
    public async Task The_time_ends_the_polling()
    {
        await using var calendar = Television(static _ => CalendarTest.Json(400, """{"error":"authorization_pending"}"""));

        var waiting = calendar.Connections.LogInAsync("tv", options: new() { TimeLimit = TimeSpan.FromMinutes(1), ShowDeviceCode = static (_, _) => Task.CompletedTask });
        await calendar.Time.RunAsync(waiting);

        await Assert.CatchAsync<AuthorizationRequiredException>(() => waiting);
        Assert.That(calendar.TokenRequests, Has.Count.LessThanOrEqualTo(13), "one to begin, and one every five seconds");
    }

    [Test]
    public async Task Without_somebody_to_tell_the_code_to_nothing_is_begun()
    {
        await using var calendar = Television(static _ => CalendarTest.Json(500, "{}"));

        var refused = await Assert.CatchAsync<AuthorizationException>(() => calendar.Connections.LogInAsync("tv"));

        Assert.That(refused!.Kind, Is.EqualTo(AuthorizationErrorKind.Configuration));
        Assert.That(refused.Message, Does.Contain("LogInOptions.ShowDeviceCode"));
        Assert.That(calendar.TokenRequests, Is.Empty);
    }

    [Test]
    public async Task A_web_page_is_told_to_log_in_instead()
    {
        await using var calendar = Television(static _ => CalendarTest.Json(500, "{}"));

        var refused = await Assert.CatchAsync<AuthorizationException>(() => calendar.Connections.StartAsync("tv"));

        Assert.That(refused!.Message, Does.Contain("LogInAsync"));
    }

    [Test]
    public async Task A_token_that_the_service_refuses_makes_no_connection()
    {
        await using var calendar = Television(static _ => CalendarTest.Json(200, """{"access_token":"at-tv","token_type":"mac"}"""));

        var waiting = calendar.Connections.LogInAsync("tv", user: "mia", options: new() { ShowDeviceCode = static (_, _) => Task.CompletedTask });
        await calendar.Time.RunAsync(waiting);

        await Assert.CatchAsync<AuthorizationException>(() => waiting);
        Assert.That(await calendar.Store.ReadAsync(new("tv", user: "mia")), Is.Null);
    }

    [Test]
    public async Task Who_has_not_logged_in_is_told_to_do_so_and_of_no_web_page()
    {
        await using var calendar = Television(static _ => CalendarTest.Json(400, """{"error":"authorization_pending"}"""));

        using var client = calendar.Services.GetRequiredService<IHttpClientFactory>().CreateClient("tv");

        var required = await Assert.CatchAsync<AuthorizationRequiredException>(() => client.For(user: "mia").GetAsync("shows"));
        var tested = await calendar.Services.GetRequiredService<IAuthorizationTester>().TestAsync("tv", user: "mia");

        Assert.That(required!.Message, Does.Contain("connections.LogInAsync(\"tv\", user: \"mia\")").And.Not.Contain("StartAsync"));
        Assert.That(tested.Message, Does.Contain("LogInAsync").And.Not.Contain("StartAsync"));
    }

    [Test]
    public async Task A_secret_that_the_application_lacks_is_missed_before_a_code_is_shown()
    {
        await using var calendar = Television(static _ => CalendarTest.Json(500, "{}"), secret: null);

        var refused = await Assert.CatchAsync<AuthorizationException>(() => calendar.Connections.LogInAsync("tv", user: "mia", options: new() { ShowDeviceCode = static (_, _) => Task.CompletedTask }));

        Assert.That(refused!.Kind, Is.EqualTo(AuthorizationErrorKind.Configuration));
        Assert.That(refused.Message, Does.Contain("AuthProfiles:Profiles:tv:ClientSecret"));
        Assert.That(calendar.TokenRequests, Is.Empty);
    }

    private static CalendarTest Television(Func<int, HttpResponseMessage> poll, string? secret = "s3cret")
    {
        var polls = 0;
        var calendar = new CalendarTest(more: services =>
        {
            services.AddHttpClient("tv").AddAuthorizationProfile("tv");
            services.AddAuthProfiles().AddDeviceCode("tv", o =>
            {
                o.BaseUrl = "https://api.tv.example/";
                o.DeviceAuthorizationUrl = "https://login.tv.example/device_authorization";
                o.TokenUrl = "https://login.tv.example/token";
                o.ClientId = "tv-app";
                o.ClientSecret = secret;
            });
        });
        calendar.Token = request => request.RequestUri!.AbsolutePath == "/token" ? poll(++polls) : CalendarTest.Json(200, Begun);
        return calendar;
    }
}
