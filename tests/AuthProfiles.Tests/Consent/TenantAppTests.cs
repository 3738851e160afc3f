using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Consent;

[Category("I7")]
[TestFixture]
public sealed class TenantAppTests
{
    public enum Place
    {
        Settings,
        Code,
        Store,
    }

    [Test]
    public async Task A_user_of_a_tenant_with_an_app_of_its_own_consents_to_that_app_and_is_renewed_by_it([Values] Place place)
    {
        await using var test = await WithAppAsync(place);

        var start = await test.Connections.StartAsync("calendar", "acme", "mia");
        var completed = await test.Connections.CompleteAsync(CalendarTest.Back(start), "acme", "mia");
        test.Time.Advance(TimeSpan.FromHours(2));
        using var response = await test.Client("calendar").For("acme", "mia").GetAsync("x");

        Assert.That(CalendarTest.Parameters(start.Address.AbsoluteUri)["client_id"], Is.EqualTo("acme-app"));
        Assert.That(completed.Connection.App, Is.EqualTo(ConnectionApp.Custom));
        Assert.That(Clients(test), Is.EqualTo(new[] { "acme-app:s-acme", "acme-app:s-acme" }));
    }

    [Test]
    public async Task Users_are_sent_to_the_account_that_their_tenant_names()
    {
        await using var test = new ConnectTest(
            static builder => builder.AddAuthorizationCode("help", static o => o.Provider = OAuthProviders.Zendesk),
            ("AuthProfiles:Profiles:help:Connections:acme:Subdomain", "acme-help"),
            ("AuthProfiles:Profiles:help:Connections:acme:ClientId", "acme-app"),
            ("AuthProfiles:Profiles:help:Connections:acme:ClientSecret", "s-acme"),
            ("AuthProfiles:Profiles:help:Connections:globex:ClientId", "globex-app"),
            ("AuthProfiles:Profiles:help:Connections:globex:ClientSecret", "s-globex"));

        var acme = await test.Connections.StartAsync("help", "acme", "mia", new() { CallbackLink = new("https://app.example/callback") });
        var globex = await test.Connections.StartAsync("help", "globex", "mia", new() { CallbackLink = new("https://app.example/callback") });

        Assert.That((acme.Address.Host, globex.Address.Host), Is.EqualTo(("acme-help.zendesk.com", "globex.zendesk.com")));
    }

    [Test]
    public async Task A_user_of_another_tenant_or_of_none_goes_by_the_systems_app([Values] Place place, [Values("globex", null)] string? tenant)
    {
        await using var test = await WithAppAsync(place);

        var completed = await test.Connections.CompleteAsync(CalendarTest.Back(await test.Connections.StartAsync("calendar", tenant, "mia")), tenant, "mia");

        Assert.That(completed.Connection.App, Is.EqualTo(ConnectionApp.System));
        Assert.That(Clients(test), Is.EqualTo(new[] { "app:s3cret" }));
    }

    [Test]
    public async Task The_systems_secret_never_goes_out_with_a_tenants_client_id([Values(Place.Settings, Place.Code)] Place place, [Values("mia", null)] string? user)
    {
        await using var test = await WithAppAsync(place, secret: null);

        var refused = await Assert.CatchAsync<AuthorizationException>(() => test.Connections.StartAsync("calendar", "acme", user));

        Assert.That(refused!.Message, Does.Contain("AuthProfiles:Profiles:calendar:Connections:acme:ClientSecret"));
        Assert.That(test.Sent, Is.Empty);
    }

    [Test]
    public async Task A_tenants_own_client_credentials_are_never_completed_by_the_systems_secret()
    {
        await using var test = new ConnectTest(
            static builder => builder.AddClientCredentials("orders", static o => (o.BaseUrl, o.TokenUrl, o.ClientId, o.ClientSecret) = ("https://orders.example/", "https://login.example/token", "app", "s3cret")),
            ("AuthProfiles:Profiles:orders:Connections:acme:ClientId", "acme-app"));

        var refused = await Assert.CatchAsync<AuthorizationException>(() => test.Client("orders").For("acme").GetAsync("x"));

        Assert.That(refused!.Message, Does.Contain("AuthProfiles:Profiles:orders:Connections:acme:ClientSecret"));
        Assert.That(test.Sent, Is.Empty);
    }

    [Test]
    public async Task A_half_given_app_is_not_stored()
    {
        await using var test = Calendar();

        var refused = await Assert.CatchAsync<AuthorizationException>(() => test.Connections.ConnectAsync("calendar", "acme", inputs: ConnectTest.Inputs(("clientId", "acme-app"))));

        Assert.That(refused!.Message, Does.Contain("'clientSecret'"));
        Assert.That(await test.StoredAsync("calendar", "acme"), Is.Null);
    }

    [Test]
    public async Task A_refresh_token_goes_by_no_other_app_than_the_one_that_it_was_given_to()
    {
        await using var test = Calendar();
        await test.Connections.CompleteAsync(CalendarTest.Back(await test.Connections.StartAsync("calendar", "acme", "mia")), "acme", "mia");
        await test.Connections.ConnectAsync("calendar", "acme", inputs: ConnectTest.Inputs(("clientId", "acme-app"), ("clientSecret", "s-acme")));
        test.Time.Advance(TimeSpan.FromHours(2));

        var refused = await Assert.CatchAsync<AuthorizationRequiredException>(() => test.Client("calendar").For("acme", "mia").GetAsync("x"));
        await test.Connections.DisconnectAsync("calendar", "acme", "mia");

        Assert.That(refused!.Message, Does.Contain("another app"));
        Assert.That(refused.CanConsent, Is.True);
        Assert.That(Clients(test), Is.EqualTo(new[] { "app:s3cret" }));
    }

    [Test]
    public async Task A_code_goes_by_no_other_app_than_the_one_that_was_consented_to()
    {
        await using var test = Calendar();
        var start = await test.Connections.StartAsync("calendar", "acme", "mia");
        await test.Connections.ConnectAsync("calendar", "acme", inputs: ConnectTest.Inputs(("clientId", "acme-app"), ("clientSecret", "s-acme")));

        var refused = await Assert.CatchAsync<AuthorizationException>(() => test.Connections.CompleteAsync(CalendarTest.Back(start), "acme", "mia"));

        Assert.That(refused!.Kind, Is.EqualTo(AuthorizationErrorKind.CallbackRefused));
        Assert.That(refused.Message, Does.EndWith("the consent was begun with another app than the one that the connection goes by now: begin again."));
        Assert.That(test.Sent, Is.Empty);
    }

    [Test]
    public async Task Once_its_owner_consents_again_the_connection_is_the_tenants_apps()
    {
        await using var test = Calendar();
        await test.Connections.CompleteAsync(CalendarTest.Back(await test.Connections.StartAsync("calendar", "acme", "mia")), "acme", "mia");
        await test.Connections.ConnectAsync("calendar", "acme", inputs: ConnectTest.Inputs(("clientId", "acme-app"), ("clientSecret", "s-acme")));

        await test.Connections.CompleteAsync(CalendarTest.Back(await test.Connections.StartAsync("calendar", "acme", "mia")), "acme", "mia");

        Assert.That((await test.Connections.FindAsync("calendar", "acme", "mia"))!.App, Is.EqualTo(ConnectionApp.Custom));
    }

    [Test]
    public async Task A_tenant_whose_entry_can_not_be_read_does_not_become_the_systems()
    {
        var mia = new Connection { Key = new("calendar", "acme", "mia"), Grant = new() { AccessToken = "at", RefreshToken = "rt", ObtainedAt = DateTimeOffset.UnixEpoch, ExpiresAt = DateTimeOffset.UnixEpoch } };
        var store = new UnreadableTenantStore(mia);
        using var network = new StubPrimary();
        using var http = Infrastructure.Clients.Over(
            network,
            new AuthorizationCodeProfile("calendar", new() { BaseUrl = "https://api.calendar.example/", AuthorizationUrl = "https://login.example/authorize", TokenUrl = "https://login.example/token", ClientId = "app", ClientSecret = "s3cret" }),
            TimeProvider.System,
            store);

        var refused = await Assert.CatchAsync<AuthorizationRequiredException>(() => http.For("acme", "mia").GetAsync("x"));

        Assert.That(refused!.Message, Does.Contain(nameof(ConnectionFault.KeyMissing)));
        Assert.That(network.Sent, Is.Empty);
    }

    [Test]
    public async Task A_pre_authorized_connection_records_whose_app_obtained_its_grant([Values] bool isCustom)
    {
        await using var test = new ConnectTest(
            static builder => builder.AddRefreshToken("mailbox", static o => (o.BaseUrl, o.TokenUrl, o.ClientId, o.ClientSecret) = ("https://mail.example/", "https://login.example/token", "app", "s3cret")),
            ("AuthProfiles:Profiles:mailbox:Connections:acme:RefreshToken", "rt-0"),
            ("AuthProfiles:Profiles:mailbox:Connections:acme:ClientId", isCustom ? "acme-app" : null),
            ("AuthProfiles:Profiles:mailbox:Connections:acme:ClientSecret", isCustom ? "s-acme" : null));

        using var response = await test.Client("mailbox").For("acme").GetAsync("x");

        Assert.That((await test.StoredAsync("mailbox", "acme"))!.App, Is.EqualTo(isCustom ? ConnectionApp.Custom : ConnectionApp.System));
    }

    private static ConnectTest Calendar(Action<AuthorizationCodeOptions>? configure = null, params (string Key, string? Value)[] settings) => new(
        builder => builder.AddAuthorizationCode("calendar", o =>
        {
            o.BaseUrl = "https://api.calendar.example/";
            o.AuthorizationUrl = "https://login.calendar.example/authorize";
            o.TokenUrl = "https://login.calendar.example/token";
            o.RevocationUrl = "https://login.calendar.example/revoke";
            o.RedirectUri = CalendarTest.Callback;
            o.ClientAuthentication = ClientAuthentication.Post;
            o.AllowAnyTenant = true;
            (o.ClientId, o.ClientSecret) = ("app", "s3cret");
            configure?.Invoke(o);
        }),
        settings);

    private static async Task<ConnectTest> WithAppAsync(Place place, string? secret = "s-acme")
    {
        var app = new Dictionary<string, SecretValue> { ["clientId"] = "acme-app" };
        if (secret is not null)
        {
            app["clientSecret"] = secret;
        }

        var test = place switch
        {
            Place.Settings => Calendar(settings: [.. app.Select(static input => ($"AuthProfiles:Profiles:calendar:Connections:acme:{input.Key}", (string?)input.Value.Reveal()))]),
            Place.Code => Calendar(o => o.Connections["acme"] = app),
            _ => Calendar(),
        };
        if (place == Place.Store)
        {
            await test.Connections.ConnectAsync("calendar", "acme", inputs: app.ToDictionary(static input => input.Key, static input => input.Value.Reveal(), StringComparer.Ordinal));
        }

        return test;
    }

    /// <summary>Returns who asked the token endpoint and the revocation endpoint.</summary>
    private static IEnumerable<string> Clients(ConnectTest test) => test.Sent
        .Where(static sent => sent.Address.Host == "login.calendar.example")
        .Select(static sent => CalendarTest.Parameters(sent.Body!))
        .Select(static form => $"{form["client_id"]}:{form["client_secret"]}");
}
