using AuthProfiles.OAuth;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Tests.Consent;

[TestFixture]
public sealed class StartTests
{
    [Test]
    public async Task The_owner_is_sent_to_the_provider_with_all_that_it_needs()
    {
        await using var calendar = new CalendarTest();

        var start = await calendar.StartAsync();

        var parameters = CalendarTest.Parameters(start.Address.AbsoluteUri);
        Assert.Multiple(() =>
        {
            Assert.That(start.Address.GetLeftPart(UriPartial.Path), Is.EqualTo("https://login.calendar.example/authorize"));
            Assert.That(parameters["response_type"], Is.EqualTo("code"));
            Assert.That(parameters["client_id"], Is.EqualTo("app"));
            Assert.That(parameters["redirect_uri"], Is.EqualTo(CalendarTest.Callback));
            Assert.That(parameters["scope"], Is.EqualTo("events.read"));
            Assert.That(start.ExpiresAt, Is.EqualTo(calendar.Time.GetUtcNow().AddMinutes(10)));
            Assert.That(start.ToString(), Is.EqualTo("https://login.calendar.example/authorize"));
        });
    }

    [TestCase("read write", null, "read write offline_access")]
    [TestCase("read write", "events.read", "events.read offline_access")]
    [TestCase(null, null, "offline_access")]
    public async Task What_a_provider_asks_for_itself_is_asked_for_once(string? always, string? scope, string expected)
    {
        await using var calendar = new CalendarTest(options =>
        {
            options.Provider = OAuthProvider.Standard with
            {
                ConsentScope = "offline_access",
                AuthorizationParameters = always is null ? OAuthProvider.Standard.AuthorizationParameters : OAuthProvider.Standard.AuthorizationParameters.Add("scope", always),
            };
            options.Scope.Clear();
            if (scope is not null)
            {
                options.Scope["scope"] = scope;
            }
        });

        var start = await calendar.StartAsync();

        Assert.That(CalendarTest.Parameters(start.Address.AbsoluteUri)["scope"], Is.EqualTo(expected));
    }

    [TestCase("?p=sign-in", "?p=sign-in&response_type=code&")]
    [TestCase("?p=sign-in&", "?p=sign-in&response_type=code&")]
    [TestCase("?", "?response_type=code&")]
    [TestCase("", "?response_type=code&")]
    public async Task The_endpoints_own_query_stays_before_what_is_added(string query, string expected)
    {
        await using var calendar = new CalendarTest(o => o.AuthorizationUrl += query);

        var start = await calendar.StartAsync();

        Assert.That(start.Address.AbsoluteUri, Does.StartWith("https://login.calendar.example/authorize" + expected));
    }

    [Test]
    public void Without_an_address_or_an_issuer_the_error_names_the_address()
    {
        var options = new AuthorizationCodeOptions { TokenUrl = "https://login.example/token" };

        Assert.That(() => new AuthorizationCodeProfile("calendar", options), Throws.TypeOf<AuthorizationException>().With.Message.EqualTo("Profile 'calendar': AuthorizationUrl is missing. Give an https address."));
    }

    [Test]
    public void Callbacks_name_the_issuer_where_the_provider_says_so([Values] bool says)
    {
        var profile = new AuthorizationCodeProfile("calendar", new()
        {
            Issuer = "https://login.example",
            Provider = OAuthProvider.Standard with { NamesIssuer = says },
        });

        Assert.That(((CodeFlow)profile.Consent!).NamesIssuer, Is.EqualTo(says));
    }

    [Test]
    public async Task An_issuer_without_an_address_for_the_consent_is_told_so()
    {
        await using var calendar = new CalendarTest(static o => (o.Issuer, o.AuthorizationUrl) = ("https://login.calendar.example", null));
        calendar.Token = static _ => CalendarTest.Json(200, """{"issuer":"https://login.calendar.example","token_endpoint":"https://login.calendar.example/token"}""");

        var refused = await Assert.CatchAsync<AuthorizationException>(() => calendar.StartAsync());

        Assert.That(refused!.Kind, Is.EqualTo(AuthorizationErrorKind.Configuration));
        Assert.That(refused.Message, Does.EndWith("the issuer's metadata name no authorization endpoint: give its address."));
    }

    [TestCase("/callback")]
    [TestCase("app.example/callback")]
    [TestCase("https://app.example/callback#part")]
    [TestCase("https://app.example/callback#")]
    [TestCase("http://app.example/callback")]
    [TestCase("http://loopback/callback")]
    [TestCase("https://user@app.example/callback")]
    [TestCase("https://app.example\\callback")]
    [TestCase("javascript:alert(1)")]
    [TestCase("data:text/html,x")]
    [TestCase("file:///callback")]
    [TestCase("urn:ietf:wg:oauth:2.0:oob")]
    [TestCase("")]
    public void _6749_07_A_redirect_URI_is_absolute_without_a_fragment_and_goes_over_no_open_wire(string address)
    {
        var options = new AuthorizationCodeOptions { AuthorizationUrl = "https://login.example/authorize", TokenUrl = "https://login.example/token", RedirectUri = address };

        Assert.That(
            () => new AuthorizationCodeProfile("calendar", options),
            Throws.TypeOf<AuthorizationException>().With.Message.Contains("AuthProfiles:Profiles:calendar:RedirectUri"));
    }

    [TestCase("https://app.example/callback?from=calendar")]
    [TestCase("http://127.0.0.1/callback")]
    [TestCase("http://localhost:8400")]
    [TestCase("http://[::1]:8400/")]
    [TestCase("com.example.app:/callback")]
    public void _6749_07_A_good_redirect_URI_is_kept_as_it_was_written(string address)
    {
        var options = new AuthorizationCodeOptions { AuthorizationUrl = "https://login.example/authorize", TokenUrl = "https://login.example/token", RedirectUri = address };

        Assert.That(new AuthorizationCodeProfile("calendar", options).CallbackLink?.OriginalString, Is.EqualTo(address));
    }

    [Test]
    public async Task _6749_07_The_same_holds_for_an_address_given_at_the_start([Values("/callback", "https://app.example/callback#x", "http://app.example/callback")] string address)
    {
        await using var calendar = new CalendarTest(static o => o.RedirectUri = null);

        var refused = await Assert.CatchAsync<AuthorizationException>(() => calendar.StartAsync(options: new() { CallbackLink = new(address, UriKind.RelativeOrAbsolute) }));

        Assert.That(refused!.Kind, Is.EqualTo(AuthorizationErrorKind.InvalidValue));
        Assert.That(refused.Message, Does.Contain("StartOptions.CallbackLink"));
    }

    [Test]
    public async Task Without_an_address_to_come_back_to_the_error_says_where_to_give_it()
    {
        await using var calendar = new CalendarTest(static o => o.RedirectUri = null);

        var refused = await Assert.CatchAsync<AuthorizationException>(() => calendar.StartAsync());

        Assert.That(refused!.Kind, Is.EqualTo(AuthorizationErrorKind.Configuration));
        Assert.That(refused.Message, Does.Contain("AuthProfiles:Profiles:calendar:RedirectUri").And.Contain("StartOptions.CallbackLink"));
    }

    [TestCase("https://app.example/connections/callback", true)]
    [TestCase("https://app.example/connections/callback/", false)]
    [TestCase("https://APP.example/connections/callback", false)]
    [TestCase("https://app.example:443/connections/callback", false)]
    [TestCase("https://app.example/connections/%63allback", false)]
    [TestCase("https://app.example/x/../connections/callback", false)]
    [TestCase("https://app.example/connections/callback?a=b", false)]
    public async Task An_address_beside_the_registered_one_must_be_the_same_byte_for_byte(string address, bool isSame)
    {
        await using var calendar = new CalendarTest();

        Func<Task> start = () => calendar.StartAsync(options: new() { CallbackLink = new(address) });

        if (isSame)
        {
            await Assert.ThatAsync(start, Throws.Nothing);
        }
        else
        {
            await Assert.ThatAsync(start, Throws.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(AuthorizationErrorKind.InvalidValue));
        }
    }

    [Test]
    public async Task A_profile_that_nobody_consents_to_says_how_it_is_authorized()
    {
        await using var calendar = new CalendarTest(more: static services => services.AddAuthProfiles()
            .AddApiKey("weather", static o => (o.BaseUrl, o.Key) = ("https://weather.example/", "k"))
            .AddClientCredentials("orders", static o => (o.TokenUrl, o.ClientId, o.ClientSecret) = ("https://login.example/token", "id", "secret")));

        foreach (var profile in (string[])["weather", "orders"])
        {
            var start = await Assert.CatchAsync<AuthorizationException>(() => calendar.Connections.StartAsync(profile, user: "mia"));
            var logIn = await Assert.CatchAsync<AuthorizationException>(() => calendar.Connections.LogInAsync(profile, user: "mia"));

            Assert.That((start!.Kind, logIn!.Kind), Is.EqualTo((AuthorizationErrorKind.Configuration, AuthorizationErrorKind.Configuration)));
            Assert.That(start.Message, Does.Contain("consent").And.Contain($"AuthProfiles:Profiles:{profile}").And.Contain("AddAuthorizationCode"));
        }
    }

    [Test]
    public async Task Inputs_given_at_the_start_go_into_the_addresses_and_stay_with_the_connection()
    {
        await using var calendar = new CalendarTest(static o =>
        {
            o.AdditionalFields.Add(new("subdomain"));
            o.AuthorizationUrl = "https://{{subdomain}}.calendar.example/authorize";
            o.TokenUrl = "https://{{subdomain}}.calendar.example/token";
        });

        var start = await calendar.StartAsync(options: new() { Inputs = { ["subdomain"] = "acme-help" } });
        await calendar.Connections.CompleteAsync(CalendarTest.Back(start), user: "mia");

        Assert.That(start.Address.Host, Is.EqualTo("acme-help.calendar.example"));
        Assert.That(calendar.TokenRequests.Single().Address.Host, Is.EqualTo("acme-help.calendar.example"));
        Assert.That((await calendar.StoredAsync())!.Inputs["subdomain"].Reveal(), Is.EqualTo("acme-help"));
    }

    [Test]
    public async Task Who_authorizes_again_need_not_give_the_inputs_again()
    {
        await using var calendar = new CalendarTest(static o =>
        {
            o.AdditionalFields.Add(new("subdomain"));
            o.AuthorizationUrl = "https://{{subdomain}}.calendar.example/authorize";
        });
        await calendar.ConnectAsync(options: new() { Inputs = { ["subdomain"] = "acme-help" } });

        var again = await calendar.StartAsync();

        Assert.That(again.Address.Host, Is.EqualTo("acme-help.calendar.example"));
    }

    [TestCase("evil.example/")]
    [TestCase("a.b")]
    [TestCase("-a")]
    [TestCase("")]
    public async Task An_input_that_is_not_fit_for_its_place_begins_nothing(string value)
    {
        await using var calendar = new CalendarTest(static o =>
        {
            o.AdditionalFields.Add(new("subdomain"));
            o.AuthorizationUrl = "https://{{subdomain}}.calendar.example/authorize";
        });

        var refused = await Assert.CatchAsync<AuthorizationException>(() => calendar.StartAsync(options: new() { Inputs = { ["subdomain"] = value } }));

        Assert.That(refused!.Kind, Is.EqualTo(AuthorizationErrorKind.InvalidValue));
    }

    [TestCase("subdomian", "subdomain")]
    [TestCase("pin", "pin")]
    public async Task An_input_that_no_field_reads_is_refused(string key, string named)
    {
        await using var calendar = new CalendarTest(static o => o.AdditionalFields.Add(new("subdomain") { Optional = true }));

        var refused = await Assert.CatchAsync<AuthorizationException>(() => calendar.StartAsync(options: new() { Inputs = { [key] = "canary" } }));

        Assert.That(refused!.Kind, Is.EqualTo(AuthorizationErrorKind.InvalidValue));
        Assert.That(refused.Message, Does.Contain(key).And.Contain(named).And.Not.Contain("canary"));
    }

    [Test]
    public async Task An_input_that_is_missing_is_named()
    {
        await using var calendar = new CalendarTest(static o => o.AdditionalFields.Add(new("subdomain")));

        var refused = await Assert.CatchAsync<AuthorizationException>(() => calendar.StartAsync());

        Assert.That(refused!.Kind, Is.EqualTo(AuthorizationErrorKind.InvalidValue));
        Assert.That(refused.Message, Does.Contain("'subdomain'"));
    }

    [Test]
    public async Task _6749_10_A_state_has_at_least_128_bits_and_never_comes_twice()
    {
        await using var calendar = new CalendarTest();
        var states = new HashSet<string>(StringComparer.Ordinal);

        for (var i = 0; i < 200; i++)
        {
            states.Add(CalendarTest.StateOf(await calendar.StartAsync($"user-{i}")));
        }

        Assert.That(states, Has.Count.EqualTo(200));
        Assert.That(states, Has.All.Matches<string>(static state => Base64Url.Decode(state!)!.Length == 32), "The README says 256, and the RFC wants no fewer than 128.");
    }

    [Test]
    public async Task _9700_01_PKCE_state_and_nonce_are_always_there([Values("events.read openid", "openid")] string scope)
    {
        await using var calendar = new CalendarTest(o => o.Scope["scope"] = scope);

        var parameters = CalendarTest.Parameters((await calendar.StartAsync()).Address.AbsoluteUri);

        Assert.That(parameters.Keys, Is.SupersetOf(new[] { "state", "nonce", "code_challenge", "code_challenge_method" }));
        Assert.That(new[] { parameters["state"], parameters["nonce"], parameters["code_challenge"] }, Is.Unique);
    }

    [Test]
    public async Task _9700_02_A_client_with_a_secret_and_one_without_prove_their_code([Values(ClientAuthentication.Basic, ClientAuthentication.Post, ClientAuthentication.None)] ClientAuthentication authentication)
    {
        await using var calendar = new CalendarTest(o => o.ClientAuthentication = authentication);

        var start = await calendar.StartAsync();
        await calendar.Connections.CompleteAsync(CalendarTest.Back(start), user: "mia");

        var challenge = CalendarTest.Parameters(start.Address.AbsoluteUri)["code_challenge"];
        Assert.That(Pkce.ChallengeOf(CalendarTest.Parameters(calendar.TokenRequests.Single().Body!)["code_verifier"]), Is.EqualTo(challenge));
    }

    [Test]
    public async Task _9700_04_A_token_is_never_asked_for_in_the_browser()
    {
        await using var calendar = new CalendarTest();

        Assert.That(CalendarTest.Parameters((await calendar.StartAsync()).Address.AbsoluteUri)["response_type"], Is.EqualTo("code"));
        foreach (var map in (Action<AuthorizationCodeOptions>[])[static o => o.Scope["response_type"] = "token", static o => o.TokenParameters["response_type"] = "token"])
        {
            var options = new AuthorizationCodeOptions { AuthorizationUrl = "https://login.example/authorize", TokenUrl = "https://login.example/token" };
            map(options);
            Assert.That(() => new AuthorizationCodeProfile("calendar", options), Throws.TypeOf<AuthorizationException>().With.Message.Contains("Profile 'calendar'"));
        }
    }

    [TestCase("//evil.example")]
    [TestCase("/\\evil.example")]
    [TestCase("https://evil.example/")]
    [TestCase("javascript:alert(1)")]
    public async Task _9700_10_The_applications_context_comes_back_as_it_was_and_goes_nowhere(string context)
    {
        await using var calendar = new CalendarTest();

        var start = await calendar.StartAsync(options: new() { Context = context });
        var completed = await calendar.Connections.CompleteAsync(CalendarTest.Back(start), user: "mia");

        Assert.That(completed.Context, Is.EqualTo(context));
        Assert.That(Uri.UnescapeDataString(start.Address.AbsoluteUri), Does.Not.Contain("evil").And.Not.Contain("javascript"));
        Assert.That(calendar.TokenRequests.Single().Address.Host, Is.EqualTo("login.calendar.example"));
    }

    [Test]
    public async Task A_context_has_a_bound()
    {
        await using var calendar = new CalendarTest();

        await Assert.ThatAsync(() => calendar.StartAsync(options: new() { Context = new('x', 2000) }), Throws.Nothing);
        await Assert.ThatAsync(() => calendar.StartAsync(options: new() { Context = new('x', 2001) }), Throws.TypeOf<AuthorizationException>());
    }

    [Test]
    public async Task _7636_02_S256_is_always_sent_but_where_the_providers_data_says_that_it_fails()
    {
        await using var calendar = new CalendarTest();
        await using var old = new CalendarTest(static o => o.Provider = OAuthProvider.Standard with { WithoutPkce = true });

        var parameters = CalendarTest.Parameters((await calendar.StartAsync()).Address.AbsoluteUri);
        var without = await old.StartAsync();
        await old.Connections.CompleteAsync(CalendarTest.Back(without), user: "mia");

        Assert.That(parameters["code_challenge_method"], Is.EqualTo("S256"));
        Assert.That(CalendarTest.Parameters(without.Address.AbsoluteUri).Keys, Has.None.StartsWith("code_challenge"));
        Assert.That(old.TokenRequests.Single().Body, Does.Not.Contain("code_verifier"));
    }
}
