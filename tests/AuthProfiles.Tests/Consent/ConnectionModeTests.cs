namespace AuthProfiles.Tests.Consent;

[Category("I7")]
[TestFixture]
public sealed class ConnectionModeTests
{
    [Test]
    public async Task A_pre_authorized_profile_serves_the_developer_and_tenants_and_no_user()
    {
        await using var test = Weather(("ConnectionMode", "PreAuthorized"), ("Key", "k-own"), ("Connections:acme:Key", "k-acme"));

        test.Start();
        using (await test.Client("weather").GetAsync("x"))
        using (await test.Client("weather").For("acme").GetAsync("x"))
        {
        }

        foreach (var attempt in (Func<Task>[])
            [
                () => test.Client("weather").For(user: "mia").GetAsync("x"),
                () => test.Client("weather").For("acme", "mia").GetAsync("x"),
                () => test.Connections.ConnectAsync("weather", user: "mia", inputs: ConnectTest.Inputs(("key", "k"))),
                () => test.Connections.DescribeAsync("weather", user: "mia"),
            ])
        {
            await RefusedAsync(attempt, "serves no user", "AuthProfiles:Profiles:weather:ConnectionMode");
        }

        Assert.That(test.Sent.Select(static sent => sent["x-api-key"]), Is.EqualTo(new[] { "k-own", "k-acme" }));
    }

    [Test]
    public async Task A_user_authorized_profile_serves_users_alone_and_starts_without_a_key()
    {
        await using var test = Weather(("ConnectionMode", "userauthorized"));

        test.Start();
        await test.Connections.ConnectAsync("weather", user: "mia", inputs: ConnectTest.Inputs(("key", "k-mia")));
        using (await test.Client("weather").For(user: "mia").GetAsync("x"))
        {
        }

        foreach (var attempt in (Func<Task>[])
            [
                () => test.Client("weather").GetAsync("x"),
                () => test.Client("weather").For("acme").GetAsync("x"),
                () => test.Connections.ConnectAsync("weather", inputs: ConnectTest.Inputs(("key", "k"))),
            ])
        {
            await RefusedAsync(attempt, "name the user", "user: ...");
        }

        Assert.That(test.Sent.Select(static sent => sent["x-api-key"]), Is.EqualTo(new[] { "k-mia" }));
    }

    [Test]
    public async Task A_user_authorized_profile_never_falls_back_to_the_developers_key()
    {
        await using var test = Weather(("ConnectionMode", "UserAuthorized"), ("Key", "k-own"));

        await RefusedAsync(() => test.Client("weather").GetAsync("x"), "name the user");
        await Assert.ThatAsync(() => test.Client("weather").For(user: "mia").GetAsync("x"), Throws.TypeOf<AuthorizationRequiredException>());

        Assert.That(test.Sent, Is.Empty);
    }

    [TestCase(ConnectionMode.PreAuthorized, "mia", false)]
    [TestCase(ConnectionMode.PreAuthorized, null, true)]
    [TestCase(ConnectionMode.UserAuthorized, "mia", true)]
    [TestCase(ConnectionMode.UserAuthorized, null, false)]
    public async Task A_consent_is_begun_only_for_who_is_served(ConnectionMode mode, string? user, bool isServed)
    {
        await using var calendar = new CalendarTest(o => (o.ConnectionMode, o.RedirectUri) = (mode, "http://127.0.0.1/callback"));
        var options = new LogInOptions { OpenBrowser = static (_, _) => throw new NotSupportedException() };

        await Assert.ThatAsync(() => calendar.StartAsync(user), isServed ? Throws.Nothing : Throws.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(AuthorizationErrorKind.UnknownConnection));
        await Assert.ThatAsync(() => calendar.Connections.LogInAsync("calendar", user: user, options: options), isServed ? Throws.TypeOf<NotSupportedException>() : Throws.TypeOf<AuthorizationException>());
    }

    [Test]
    public async Task Where_users_authorize_a_tenant_gives_an_app_and_nothing_else()
    {
        await using var test = new ConnectTest(static builder => builder.AddAuthorizationCode("calendar", static o =>
        {
            (o.BaseUrl, o.AuthorizationUrl, o.TokenUrl) = ("https://api.example/", "https://login.example/authorize", "https://login.example/token");
            (o.ConnectionMode, o.ClientId, o.ClientSecret, o.RedirectUri) = (ConnectionMode.UserAuthorized, "app", "s3cret", CalendarTest.Callback);
            o.AdditionalFields.Add(new("subdomain"));
        }));

        var app = await test.Connections.ConnectAsync("calendar", "acme", inputs: ConnectTest.Inputs(("clientId", "acme-app"), ("clientSecret", "s")));
        var refused = await Assert.CatchAsync<AuthorizationException>(() => test.Connections.ConnectAsync("calendar", "acme", inputs: ConnectTest.Inputs(("clientId", "acme-app"), ("clientSecret", "s"), ("subdomain", "x"))));

        Assert.That(app.State, Is.EqualTo(ConnectionState.AuthorizationRequired));
        Assert.That(refused!.Message, Does.Contain("'subdomain'"));
        Assert.That((await test.Connections.DescribeAsync("calendar", "acme")).Single().Fields.Select(static field => field.Key), Is.EqualTo(new[] { "clientId", "clientSecret", "secondaryClientSecret" }));
    }

    [Test]
    public async Task The_applications_own_access_can_not_be_authorized_by_users()
    {
        await using var test = new ConnectTest(static builder => builder.AddClientCredentials("orders", static o => (o.TokenUrl, o.ConnectionMode) = ("https://login.example/token", ConnectionMode.UserAuthorized)));

        Assert.That(test.Start, Throws.TypeOf<AuthorizationException>().With.Message.Contains("AuthProfiles:Profiles:orders:ConnectionMode").And.Message.Contains("serves no user"));
    }

    [TestCase("Everybody")]
    [TestCase("1")]
    public async Task A_mode_that_is_none_is_told_at_the_start(string mode)
    {
        await using var test = Weather(("ConnectionMode", mode), ("Key", "k"));

        Assert.That(test.Start, Throws.TypeOf<AuthorizationException>().With.Message.Contains("AuthProfiles:Profiles:weather:ConnectionMode").And.Message.Contains("UserAuthorized"));
    }

    private static ConnectTest Weather(params (string Key, string? Value)[] settings) => new(
        static builder => builder.AddApiKey("weather", static o => o.BaseUrl = "https://api.weather.example/"),
        [.. settings.Select(static setting => ($"AuthProfiles:Profiles:weather:{setting.Key}", setting.Value))]);

    private static async Task RefusedAsync(Func<Task> attempt, params string[] words)
    {
        var refused = await Assert.CatchAsync<AuthorizationException>(attempt);

        Assert.That(refused!.Kind, Is.EqualTo(AuthorizationErrorKind.UnknownConnection));
        Assert.That(words, Has.All.Matches<string>(word => refused.Message.Contains(word!, StringComparison.Ordinal)), refused.Message);
    }
}
