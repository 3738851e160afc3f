using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace AuthProfiles.Testing;

/// <summary>Users consent over the local services: no browser, no port, no setting but the addresses.</summary>
[TestFixture]
[CancelAfter(60_000)]
public sealed class OfflineConsentTests
{
    private static readonly Uri Callback = new("https://app.example/connections/callback");

    private readonly MockHttpMessageHandler _api = new();
    private LocalServices _local = null!;

    [OneTimeTearDown]
    public void Forget() => _api.Dispose();

    [Test]
    public async Task A_user_consents_calls_and_goes_on_when_the_token_has_expired()
    {
        await using var provider = Build(static builder => builder.AddAuthorizationCode("calendar", Addresses));
        _local.AuthorizationServer.SignIn("mia");

        await ConsentAsync(provider, "mia");
        var first = await CallAsync(provider, "mia");
        _local.Clock.Advance(TimeSpan.FromHours(2));
        var second = await CallAsync(provider, "mia");

        Assert.That((first, second), Is.EqualTo(("mia", "mia")));
        Assert.That(_local.AuthorizationServer.CountTokenRequests("authorization_code"), Is.EqualTo(1));
        Assert.That(_local.AuthorizationServer.CountTokenRequests("refresh_token"), Is.EqualTo(1));
    }

    [Test]
    public async Task Every_user_has_their_own_tokens()
    {
        await using var provider = Build(static builder => builder.AddAuthorizationCode("calendar", Addresses));
        foreach (var user in new[] { "mia", "noah" })
        {
            _local.AuthorizationServer.SignIn(user);
            await ConsentAsync(provider, user);
        }

        Assert.That(await CallAsync(provider, "mia"), Is.EqualTo("mia"));
        Assert.That(await CallAsync(provider, "noah"), Is.EqualTo("noah"));
    }

    [Test]
    public async Task The_issuer_alone_is_enough()
    {
        await using var provider = Build(static builder => builder.AddAuthorizationCode("calendar", o =>
        {
            (o.BaseUrl, o.Issuer) = ("https://api.calendar.example/", "https://login.calendar.example/acme");
            o.Scope["scope"] = "openid events.read";
        }));
        _local.AuthorizationServer.SignIn("mia");

        var done = await ConsentAsync(provider, "mia");

        Assert.That(done.Connection.AccountLabel, Is.EqualTo("mia"));
        Assert.That(await CallAsync(provider, "mia"), Is.EqualTo("mia"));
    }

    [TestCaseSource(nameof(Presets))]
    public async Task A_known_provider_is_stood_in_for(OAuthProvider known)
    {
        await using var provider = Build(builder => builder.AddAuthorizationCode("calendar", o =>
        {
            o.Provider = known with { Probe = null };
            o.BaseUrl = "https://api.calendar.example/";
            o.Scope["scope"] = "openid";
        }));
        _local.AuthorizationServer.SignIn("mia");

        await ConsentAsync(provider, "mia");

        Assert.That(await CallAsync(provider, "mia"), Is.EqualTo("mia"));
    }

    [Test]
    public async Task A_user_who_refuses_is_not_connected()
    {
        await using var provider = Build(static builder => builder.AddAuthorizationCode("calendar", Addresses));
        _local.AuthorizationServer.Deny();

        var error = await Assert.CatchAsync<AuthorizationRequiredException>(() => ConsentAsync(provider, "mia"));

        Assert.That(error!.Message, Does.Contain("access_denied"));
        Assert.That(_local.AuthorizationServer.TokenRequests, Is.Zero);
    }

    [Test]
    public async Task A_grant_that_the_provider_has_ended_asks_for_consent_again()
    {
        await using var provider = Build(static builder => builder.AddAuthorizationCode("calendar", Addresses));
        await ConsentAsync(provider, "mia");

        _local.AuthorizationServer.RevokeAll();
        _local.Clock.Advance(TimeSpan.FromHours(2));

        await Assert.CatchAsync<AuthorizationRequiredException>(() => CallAsync(provider, "mia"));
    }

    [Test]
    public async Task Who_disconnects_ends_the_grant_at_the_provider()
    {
        await using var provider = Build(static builder => builder.AddAuthorizationCode("calendar", o =>
        {
            Addresses(o);
            o.RevocationUrl = "https://login.calendar.example/revoke";
        }));
        await ConsentAsync(provider, "mia");
        await CallAsync(provider, "mia");
        var token = await TokenAsync(provider, "mia");

        await provider.GetRequiredService<IConnections>().DisconnectAsync("calendar", user: "mia");

        Assert.That(_local.AuthorizationServer.TryValidate(token, out _), Is.False);
        Assert.That(_local.AuthorizationServer.TokenRequests, Is.EqualTo(1));
    }

    [Test]
    public async Task A_device_is_authorized_by_its_user()
    {
        WatchedClock? clock = null;
        await using var provider = Build(
            static builder => builder.AddDeviceCode("calendar", o =>
            {
                (o.BaseUrl, o.TokenUrl) = ("https://api.calendar.example/", "https://login.calendar.example/token");
                o.DeviceAuthorizationUrl = "https://login.calendar.example/device/code";
            }),
            services => services.AddSingleton<TimeProvider>(clock = new WatchedClock(_local.Clock, TimeSpan.FromSeconds(5))));
        _local.AuthorizationServer.SignIn("mia");

        var waiting = provider.GetRequiredService<IConnections>().LogInAsync("calendar", user: "mia", options: new()
        {
            ShowDeviceCode = (device, _) =>
            {
                _local.AuthorizationServer.ApproveDevice(device.UserCode);
                return Task.CompletedTask;
            },
        });
        await clock!.WaitedAsync();
        _local.Clock.Advance(TimeSpan.FromSeconds(5));
        await waiting;

        Assert.That(await CallAsync(provider, "mia"), Is.EqualTo("mia"));
    }

    [Test]
    public async Task A_password_is_used_once_and_the_grant_renewed()
    {
        await using var provider = Build(static builder => builder.AddPassword("calendar", o =>
        {
            (o.BaseUrl, o.TokenUrl) = ("https://api.calendar.example/", "https://login.calendar.example/token");
            o.AllowPasswordGrant = true;
        }));

        var first = await CallAsync(provider, user: null);
        _local.Clock.Advance(TimeSpan.FromHours(2));
        var second = await CallAsync(provider, user: null);

        Assert.That((first, second), Is.EqualTo(("local", "local")));
        Assert.That(_local.AuthorizationServer.CountTokenRequests("password"), Is.EqualTo(1));
        Assert.That(_local.AuthorizationServer.CountTokenRequests("refresh_token"), Is.EqualTo(1));
    }

    private static IEnumerable<TestCaseData> Presets =>
        new[] { OAuthProviders.GitHub, OAuthProviders.Google }.Select(static known => new TestCaseData(known).SetArgDisplayNames(known.Name));

    private static void Addresses(AuthorizationCodeOptions options)
    {
        (options.BaseUrl, options.TokenUrl) = ("https://api.calendar.example/", "https://login.calendar.example/token");
        options.AuthorizationUrl = "https://login.calendar.example/authorize";
    }

    private static async Task<string> TokenAsync(IServiceProvider provider, string user) =>
        (await provider.GetRequiredService<IConnectionStore>().ReadAsync(new("calendar", user: user)))!.Connection.Grant!.AccessToken.Reveal();

    // Answers with the name of the user whose token it was given.
    private static async Task<string> CallAsync(IServiceProvider provider, string? user)
    {
        var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("calendar");
        return await (user is null ? client : client.For(user: user)).GetStringAsync("me");
    }

    private ServiceProvider Build(Action<AuthProfilesBuilder> declare, Action<IServiceCollection>? more = null)
    {
        _api.ResetBackendDefinitions();
        _api.When("https://api.calendar.example/me").Respond(request =>
            request.Headers.Authorization is { Scheme: "Bearer", Parameter: { } text } && _local.AuthorizationServer.TryValidate(text, out var token)
                ? new(HttpStatusCode.OK) { Content = new StringContent(token.UserName ?? "nobody") }
                : new(HttpStatusCode.Unauthorized));
        var services = new ServiceCollection();
        declare(services.AddAuthProfiles());
        services.AddHttpClient("calendar").AddAuthorizationProfile("calendar").ConfigurePrimaryHttpMessageHandler(() => _api);
        _local = services.UseLocalServices();
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }

    private async Task<CompletedAuthorization> ConsentAsync(IServiceProvider provider, string user)
    {
        var connections = provider.GetRequiredService<IConnections>();
        var start = await connections.StartAsync("calendar", user: user, options: new() { CallbackLink = Callback });
        var callback = await _local.AuthorizationServer.ConsentAsync(start.Address);
        return await connections.CompleteAsync(callback, user: user);
    }
}
