namespace AuthProfiles.Tests.Consent;

[TestFixture]
public sealed class ConnectTests
{
    [Test]
    public async Task A_user_connects_with_a_key_of_their_own_and_is_served_with_it()
    {
        await using var test = Weather();

        var connection = await test.Connections.ConnectAsync("weather", user: "mia", inputs: new Dictionary<string, string> { ["key"] = "k-123" });
        using var response = await test.Client("weather").For(user: "mia").GetAsync("today");

        Assert.That(connection.ToString(), Is.EqualTo("weather, user mia (Active)"));
        Assert.That(test.Sent.Single()["x-api-key"], Is.EqualTo("k-123"));
    }

    [Test]
    public async Task A_tenant_in_the_store_is_served_beside_those_in_settings_and_code()
    {
        await using var test = Weather(
            static o => o.Connections["globex"] = new Dictionary<string, SecretValue> { ["key"] = "k-globex" },
            ("AuthProfiles:Profiles:weather:Connections:acme:Key", "k-acme"));

        await test.Connections.ConnectAsync("weather", tenant: "initech", inputs: ConnectTest.Inputs(("key", "k-initech")));
        foreach (var tenant in (string[])["acme", "globex", "initech"])
        {
            using var response = await test.Client("weather").For(tenant).GetAsync("today");
        }

        var unknown = await Assert.CatchAsync<AuthorizationException>(() => test.Client("weather").For("umbrella").GetAsync("today"));
        Assert.That(test.Sent.Select(static sent => sent["x-api-key"]), Is.EqualTo(new[] { "k-acme", "k-globex", "k-initech" }));
        Assert.That(unknown!.Kind, Is.EqualTo(AuthorizationErrorKind.UnknownConnection));
        Assert.That(unknown.Message, Does.Contain("ConnectAsync").And.Contain("AllowAnyTenant"));
    }

    [TestCase(null, "AuthProfiles:Profiles:weather")]
    [TestCase("acme", "AuthProfiles:Profiles:weather:Connections:acme")]
    public async Task What_stands_in_settings_is_changed_there(string? tenant, string place)
    {
        await using var test = Weather(settings: [("AuthProfiles:Profiles:weather:Connections:acme:Key", "k-acme")]);

        var refused = await Assert.CatchAsync<AuthorizationException>(() => test.Connections.ConnectAsync("weather", tenant, inputs: ConnectTest.Inputs(("key", "k-2"))));

        Assert.That(refused!.Kind, Is.EqualTo(AuthorizationErrorKind.Configuration));
        Assert.That(refused.Message, Does.Contain(place));
        Assert.That(await test.StoredAsync("weather", tenant), Is.Null);
    }

    [Test]
    public async Task All_that_is_wrong_is_told_at_once_and_no_value()
    {
        await using var test = Weather(static o =>
        {
            o.AdditionalFields.Add(new("pin", "PIN", "Six digits") { Pattern = "[0-9]{6}", Example = "123456" });
            o.AdditionalFields.Add(new("region") { MaxLength = 3 });
            o.AdditionalFields.Add(new("account") { Normalize = static text => text == "canary-a" ? throw new ArgumentException("it is no account.", nameof(text)) : text });
        });

        var refused = await Assert.CatchAsync<AuthorizationException>(() => test.Connections.ConnectAsync(
            "weather",
            user: "mia",
            inputs: ConnectTest.Inputs(("key", ""), ("pin", "canary-p"), ("region", "canary-r"), ("account", "canary-a"), ("regoin", "canary-u"))));

        Assert.That(refused!.Kind, Is.EqualTo(AuthorizationErrorKind.InvalidValue));
        Assert.That(refused.Message.Split(Environment.NewLine), Has.Length.EqualTo(5));
        Assert.That(refused.Message, Does.Contain("Key is missing").And.Contain("such as 123456").And.Contain("longer than 3").And.Contain("no account").And.Contain("Did you mean 'region'"));
        Assert.That(refused.Message, Does.Not.Contain("canary"));
        Assert.That((await test.StoredAsync("weather", user: "mia"), test.Sent.Count), Is.EqualTo(((Connection?)null, 0)));
    }

    [TestCase("123456", true)]
    [TestCase("123456\n", false)]
    [TestCase("1234567", false)]
    [TestCase("x\n123456", false)]
    public async Task A_pattern_is_of_the_whole_value(string pin, bool fits)
    {
        await using var test = Weather(static o => o.AdditionalFields.Add(new("pin") { Pattern = "[0-9]{6}|never" }));

        Func<Task> connect = () => test.Connections.ConnectAsync("weather", user: "mia", inputs: ConnectTest.Inputs(("key", "k"), ("pin", pin)));

        await Assert.ThatAsync(connect, fits ? Throws.Nothing : Throws.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(AuthorizationErrorKind.InvalidValue));
    }

    [TestCase("(")]
    [TestCase("a)|(b")]
    [TestCase("(?=a)b")]
    [TestCase(@"(a)\1")]
    public void A_pattern_that_is_none_or_could_hang_is_refused_when_the_profile_is_made(string pattern)
    {
        var options = new ApiKeyOptions { AdditionalFields = { new("pin") { Pattern = pattern } } };

        Assert.That(() => new ApiKeyProfile("weather", options), Throws.TypeOf<AuthorizationException>().With.Message.Contains("'pin'"));
    }

    [Test]
    [Category("I4")]
    public void A_field_that_belongs_to_none_is_refused_when_the_profile_is_made()
    {
        var options = new ApiKeyOptions { AdditionalFields = { new("pin") { BelongsTo = "endpont" } } };

        Assert.That(() => new ApiKeyProfile("weather", options), Throws.TypeOf<AuthorizationException>().With.Message.Contains("'endpont'"));
    }

    [Test]
    public async Task A_key_that_the_service_refuses_is_not_stored([Values(401, 403, 503)] int status)
    {
        await using var test = Weather(static o => o.Probe = "GET me");
        test.Answer = _ => CalendarTest.Json(status, "{}");

        var refused = await Assert.CatchAsync<AuthorizationException>(() => test.Connections.ConnectAsync("weather", user: "mia", inputs: ConnectTest.Inputs(("key", "canary"))));

        Assert.That(refused!.Kind, Is.EqualTo(status == 503 ? AuthorizationErrorKind.Transient : AuthorizationErrorKind.InvalidToken));
        Assert.That(refused.Message, Does.Not.Contain("canary"));
        Assert.That(await test.StoredAsync("weather", user: "mia"), Is.Null);
        Assert.That(test.Sent.Single()["x-api-key"], Is.EqualTo("canary"));
    }

    [Test]
    public async Task A_value_that_fits_no_place_is_not_stored()
    {
        await using var test = Weather();

        var refused = await Assert.CatchAsync<AuthorizationException>(() => test.Connections.ConnectAsync("weather", user: "mia", inputs: ConnectTest.Inputs(("key", "k\r\nx: y"))));

        Assert.That(refused!.Kind, Is.EqualTo(AuthorizationErrorKind.InvalidValue));
        Assert.That(await test.StoredAsync("weather", user: "mia"), Is.Null);
    }

    [Test]
    public async Task Who_connects_again_is_served_with_the_new_values_alone()
    {
        await using var test = Weather(static o =>
        {
            o.AdditionalFields.Add(new("region") { Optional = true });
            o.AuthorizationFields.Add(AuthorizationField.Header("x-region", "{{region}}") with { Optional = true });
        });

        await test.Connections.ConnectAsync("weather", user: "mia", inputs: ConnectTest.Inputs(("key", "k-1"), ("region", "eu")));
        using (await test.Client("weather").For(user: "mia").GetAsync("today"))
        {
        }

        await test.Connections.ConnectAsync("weather", user: "mia", inputs: ConnectTest.Inputs(("key", "k-2")));
        using (await test.Client("weather").For(user: "mia").GetAsync("today"))
        {
        }

        Assert.That(test.Sent.Select(static sent => (sent["x-api-key"], sent["x-region"])), Is.EqualTo(new[] { ("k-1", "eu"), ("k-2", (string?)null) }));
    }

    [Test]
    public async Task A_tenants_client_credentials_are_tried_out_and_stored_as_its_own_app()
    {
        await using var test = new ConnectTest(static builder => builder.AddClientCredentials("orders", static o => (o.BaseUrl, o.TokenUrl) = ("https://orders.example/", "https://login.example/token")));

        var connection = await test.Connections.ConnectAsync("orders", tenant: "acme", inputs: ConnectTest.Inputs(("clientId", "acme-app"), ("clientSecret", "s")));
        using var response = await test.Client("orders").For("acme").GetAsync("x");

        Assert.That(connection.App, Is.EqualTo(ConnectionApp.Custom));
        Assert.That(connection.Grant, Is.Null);
        Assert.That(test.Sent[^1]["Authorization"], Is.EqualTo("Bearer at-1"));
    }

    [Test]
    public async Task A_client_that_is_refused_is_not_stored()
    {
        await using var test = new ConnectTest(static builder => builder.AddClientCredentials("orders", static o => (o.BaseUrl, o.TokenUrl) = ("https://orders.example/", "https://login.example/token")));
        test.Answer = static _ => CalendarTest.Json(401, """{"error":"invalid_client"}""");

        var refused = await Assert.CatchAsync<AuthorizationException>(() => test.Connections.ConnectAsync("orders", tenant: "acme", inputs: ConnectTest.Inputs(("clientId", "acme-app"), ("clientSecret", "s"))));

        Assert.That(refused!.Kind, Is.EqualTo(AuthorizationErrorKind.ClientRefused));
        Assert.That(await test.StoredAsync("orders", "acme"), Is.Null);
    }

    [Test]
    public async Task The_tokens_that_a_password_brings_are_stored_and_the_password_is_not()
    {
        await using var test = new ConnectTest(static builder => builder.AddPassword("mailbox", static o =>
        {
            (o.BaseUrl, o.TokenUrl, o.ClientId, o.ClientSecret, o.AllowPasswordGrant) = ("https://mail.example/", "https://login.example/token", "app", "s", true);
        }));

        await test.Connections.ConnectAsync("mailbox", user: "mia", inputs: ConnectTest.Inputs(("username", "mia@example.com"), ("password", "p")));
        using var response = await test.Client("mailbox").For(user: "mia").GetAsync("x");

        var stored = (await test.StoredAsync("mailbox", user: "mia"))!;
        Assert.That(stored.Inputs.Keys, Is.EqualTo(new[] { "username" }));
        Assert.That((stored.State, stored.App, stored.Grant!.RefreshToken!.Reveal()), Is.EqualTo((ConnectionState.Active, (ConnectionApp?)ConnectionApp.System, "rt-1")));
        Assert.That(test.Sent.Select(static sent => sent.Address.Host), Is.EqualTo(new[] { "login.example", "mail.example" }));
    }

    [Test]
    public async Task A_refresh_token_that_was_exchanged_is_not_kept_beside_its_successor()
    {
        await using var test = new ConnectTest(static builder => builder.AddRefreshToken("mailbox", static o =>
            (o.BaseUrl, o.TokenUrl, o.ClientId, o.ClientSecret) = ("https://mail.example/", "https://login.example/token", "app", "s")));

        await test.Connections.ConnectAsync("mailbox", user: "mia", inputs: ConnectTest.Inputs(("refreshToken", "rt-0")));

        var stored = (await test.StoredAsync("mailbox", user: "mia"))!;
        Assert.That(stored.Inputs, Is.Empty);
        Assert.That(stored.Grant!.RefreshToken!.Reveal(), Is.EqualTo("rt-1"));
    }

    [Test]
    public async Task Before_a_consent_the_values_wait_for_it()
    {
        await using var test = Calendar(static o =>
        {
            o.AdditionalFields.Add(new("subdomain"));
            o.AuthorizationUrl = "https://{{subdomain}}.calendar.example/authorize";
        });

        var begun = await test.Connections.ConnectAsync("calendar", user: "mia", inputs: ConnectTest.Inputs(("subdomain", "acme-help")));
        var refused = await Assert.CatchAsync<AuthorizationRequiredException>(() => test.Client("calendar").For(user: "mia").GetAsync("x"));
        var start = await test.Connections.StartAsync("calendar", user: "mia");

        Assert.That(begun.State, Is.EqualTo(ConnectionState.AuthorizationRequired));
        Assert.That(refused!.Message, Does.Contain("not authorized it yet"));
        Assert.That(start.Address.Host, Is.EqualTo("acme-help.calendar.example"));
    }

    [TestCase("acme-help", ConnectionState.Active, 0)]
    [TestCase("acme-sales", ConnectionState.AuthorizationRequired, 1)]
    public async Task What_was_consented_to_ends_where_its_values_change(string subdomain, ConnectionState state, int revocations)
    {
        await using var test = Calendar(static o =>
        {
            o.AdditionalFields.Add(new("subdomain"));
            o.RevocationUrl = "https://{{subdomain}}.calendar.example/revoke";
        });
        await test.Connections.ConnectAsync("calendar", user: "mia", inputs: ConnectTest.Inputs(("subdomain", "acme-help")));
        await test.Connections.CompleteAsync(CalendarTest.Back(await test.Connections.StartAsync("calendar", user: "mia")), user: "mia");

        var connection = await test.Connections.ConnectAsync("calendar", user: "mia", inputs: ConnectTest.Inputs(("subdomain", subdomain)));

        Assert.That((connection.State, connection.Grant is null), Is.EqualTo((state, revocations == 1)));
        Assert.That(test.Sent.Count(static sent => sent.Address.AbsoluteUri == "https://acme-help.calendar.example/revoke"), Is.EqualTo(revocations));
    }

    [Test]
    public async Task A_connection_that_someone_else_writes_meanwhile_is_replaced_all_the_same()
    {
        await using var test = Weather();
        await test.Connections.ConnectAsync("weather", user: "mia", inputs: ConnectTest.Inputs(("key", "k-1")));

        await Task.WhenAll(Enumerable.Range(2, 5).Select(i => test.Connections.ConnectAsync("weather", user: "mia", inputs: ConnectTest.Inputs(("key", $"k-{i}")))));

        Assert.That((await test.StoredAsync("weather", user: "mia"))!.Inputs["key"].Reveal(), Is.Not.EqualTo("k-1"));
    }

    [Test]
    public async Task A_function_that_fails_is_a_typed_error_without_its_text()
    {
        await using var test = new ConnectTest(static builder => builder.AddDelegate("signed", static o =>
        {
            o.BaseUrl = "https://api.signed.example/";
            o.AdditionalFields.Add(new("pin"));
            o.Acquire = static (_, _) => throw new InvalidOperationException("canary");
        }));

        var error = await Assert.CatchAsync(() => test.Connections.ConnectAsync("signed", user: "mia", inputs: ConnectTest.Inputs(("pin", "canary"))));

        Assert.That(error, Is.TypeOf<AuthorizationException>());
        Assert.That(error!.ToString(), Does.Contain("InvalidOperationException").And.Not.Contain("canary"));
        Assert.That(await test.StoredAsync("signed", user: "mia"), Is.Null);
    }

    [Test]
    public async Task What_may_be_shown_of_connections_is_found_and_listed()
    {
        await using var test = Calendar(static o => o.Scope["scope"] = "events.read");
        await test.Connections.CompleteAsync(CalendarTest.Back(await test.Connections.StartAsync("calendar", user: "mia")), user: "mia");
        await test.Connections.ConnectAsync("calendar", "acme", inputs: ConnectTest.Inputs(("clientId", "acme-app"), ("clientSecret", "s-acme")));

        var found = await test.Connections.FindAsync("calendar", user: "mia");
        var listed = new List<string>();
        await foreach (var connection in test.Connections.ListAsync("calendar"))
        {
            listed.Add(connection.ToString());
        }

        Assert.That((found!.State, found.App, found.Scope, found.Fault), Is.EqualTo((ConnectionState.Active, (ConnectionApp?)ConnectionApp.System, "events.read", (ConnectionFault?)null)));
        Assert.That(listed, Is.EquivalentTo(new[] { "calendar, user mia (Active)", "calendar for acme (AuthorizationRequired)" }));
        Assert.That(await test.Connections.FindAsync("calendar", user: "ben"), Is.Null);
    }

    private static ConnectTest Weather(Action<ApiKeyOptions>? configure = null, params (string Key, string? Value)[] settings) => new(
        builder => builder.AddApiKey("weather", o =>
        {
            o.BaseUrl = "https://api.weather.example/";
            configure?.Invoke(o);
        }),
        settings);

    private static ConnectTest Calendar(Action<AuthorizationCodeOptions>? configure = null) => new(builder => builder.AddAuthorizationCode("calendar", o =>
    {
        o.BaseUrl = "https://api.calendar.example/";
        o.AuthorizationUrl = "https://login.calendar.example/authorize";
        o.TokenUrl = "https://login.calendar.example/token";
        o.RedirectUri = CalendarTest.Callback;
        (o.ClientId, o.ClientSecret) = ("app", "s3cret");
        configure?.Invoke(o);
    }));
}
