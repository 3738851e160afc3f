using System.Collections.Concurrent;
using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Tests.Consent;

[TestFixture]
public sealed class CompleteTests
{
    private const string NoCode = "the callback has no 'code': begin again";

    [Test]
    public async Task A_consent_becomes_an_active_connection_whose_token_is_used()
    {
        await using var calendar = new CalendarTest();

        var completed = await calendar.ConnectAsync();
        using var response = await calendar.Client.For(user: "mia").GetAsync("events");

        Assert.Multiple(() =>
        {
            Assert.That(completed.Connection.State, Is.EqualTo(ConnectionState.Active));
            Assert.That(completed.Warnings, Is.Empty);
            Assert.That(completed.ToString(), Is.EqualTo("calendar, user mia (Active)"));
            Assert.That(calendar.Calls.Single()["Authorization"], Is.EqualTo("Bearer at-1"));
            Assert.That(calendar.TokenRequests, Has.Count.EqualTo(1));
        });
    }

    [TestCase(null, null)]
    [TestCase("acme", null)]
    [TestCase("acme", "mia")]
    public async Task A_connection_may_be_the_developers_or_a_tenants(string? tenant, string? user)
    {
        await using var calendar = new CalendarTest(static o => o.Probe = "GET me");

        await calendar.ConnectAsync(user, tenant);
        using var response = await calendar.Client.For(tenant, user).GetAsync("events");

        Assert.That(calendar.Calls.Select(static call => call["Authorization"]), Is.EqualTo(new[] { "Bearer at-1", "Bearer at-1" }));
    }

    [Test]
    public async Task _6749_13_The_code_is_redeemed_with_the_same_redirect_URI_once_and_at_the_token_endpoint_alone()
    {
        await using var calendar = new CalendarTest();

        await calendar.ConnectAsync();

        var sent = calendar.TokenRequests.Single();
        var parameters = CalendarTest.Parameters(sent.Body!);
        Assert.Multiple(() =>
        {
            Assert.That(sent.Address.AbsoluteUri, Is.EqualTo("https://login.calendar.example/token"));
            Assert.That(parameters["grant_type"], Is.EqualTo("authorization_code"));
            Assert.That(parameters["code"], Is.EqualTo("the-code"));
            Assert.That(parameters["redirect_uri"], Is.EqualTo(CalendarTest.Callback));
        });
    }

    [Test]
    public async Task _7636_05_The_verifier_goes_to_the_token_endpoint_and_nowhere_else()
    {
        await using var calendar = new CalendarTest(static o => o.Probe = "GET me");

        var start = await calendar.StartAsync();
        await calendar.Connections.CompleteAsync(CalendarTest.Back(start), user: "mia");

        var verifier = CalendarTest.Parameters(calendar.TokenRequests.Single().Body!)["code_verifier"];
        Assert.That(start.Address.AbsoluteUri, Does.Not.Contain(verifier));
        Assert.That(calendar.TokenRequests.Single().Address.AbsoluteUri, Does.Not.Contain(verifier));
        Assert.That(calendar.Calls.Single().Address.AbsoluteUri + string.Concat(calendar.Calls.Single().Headers.Values), Does.Not.Contain(verifier));
    }

    [Test]
    public async Task _7636_03_A_provider_that_fails_on_the_proof_is_not_asked_again_without([Values("invalid_request", "invalid_grant", "server_error")] string error)
    {
        await using var calendar = new CalendarTest();
        calendar.Token = _ => CalendarTest.Json(400, $$"""{"error":"{{error}}"}""");

        await Assert.CatchAsync<AuthorizationException>(() => calendar.ConnectAsync());

        Assert.That(calendar.TokenRequests, Has.Count.EqualTo(1));
        Assert.That(await calendar.StoredAsync(), Is.Null);
    }

    [TestCase("?code=the-code", "it has no state")]
    [TestCase("?code=the-code&state=", "it has no state")]
    [TestCase("?code=the-code&state=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "no consent waits")]
    [TestCase("?error=access_denied", "it has no state")]
    [TestCase("?error=access_denied&state=other", "no consent waits")]
    [TestCase("", "it has no state")]
    public async Task _6749_10_A_missing_or_foreign_state_is_refused_before_any_token_call(string query, string why)
    {
        await using var calendar = new CalendarTest();
        await calendar.StartAsync();

        var refused = await Assert.CatchAsync<AuthorizationException>(() => calendar.Connections.CompleteAsync(new(CalendarTest.Callback + query), user: "mia"));

        Assert.That(refused!.Kind, Is.EqualTo(AuthorizationErrorKind.CallbackRefused));
        Assert.That(refused.Message, Does.Contain(why));
        Assert.That(calendar.TokenRequests, Is.Empty);
    }

    [Test]
    public async Task _6749_10_A_store_that_compares_without_case_does_not_let_another_state_in()
    {
        await using var calendar = new CalendarTest(more: static services => services.AddSingleton<IAuthorizationStateStore>(new CarelessStore()));
        var start = await calendar.StartAsync();
        var other = CalendarTest.Back(start).OriginalString.Replace(CalendarTest.StateOf(start), CalendarTest.StateOf(start).ToUpperInvariant(), StringComparison.Ordinal);

        var refused = await Assert.CatchAsync<AuthorizationException>(() => calendar.Connections.CompleteAsync(new(other), user: "mia"));

        Assert.That(refused!.Kind, Is.EqualTo(AuthorizationErrorKind.CallbackRefused));
        Assert.That(calendar.TokenRequests, Is.Empty);
    }

    [TestCase(null, "ben")]
    [TestCase(null, "Mia")]
    [TestCase(null, null)]
    [TestCase("acme", "mia")]
    public async Task _6749_10_A_state_is_good_for_who_began_alone(string? tenant, string? user)
    {
        await using var calendar = new CalendarTest();
        var back = CalendarTest.Back(await calendar.StartAsync());

        var refused = await Assert.CatchAsync<AuthorizationException>(() => calendar.Connections.CompleteAsync(back, tenant, user));
        var late = await Assert.CatchAsync<AuthorizationException>(() => calendar.Connections.CompleteAsync(back, user: "mia"));

        Assert.That(refused!.Kind, Is.EqualTo(AuthorizationErrorKind.CallbackRefused));
        Assert.That(refused.Message, Does.Contain("somebody else"));
        Assert.That(late!.Kind, Is.EqualTo(AuthorizationErrorKind.CallbackUsed), "what somebody else has seen is spent");
        Assert.That(calendar.TokenRequests, Is.Empty);
        Assert.That(await calendar.StoredAsync(), Is.Null);
    }

    [TestCase(599, true)]
    [TestCase(600, false)]
    public async Task _6749_10_A_state_lives_ten_minutes(int seconds, bool lives)
    {
        await using var calendar = new CalendarTest();
        var back = CalendarTest.Back(await calendar.StartAsync());
        calendar.Time.Advance(TimeSpan.FromSeconds(seconds));

        Func<Task> complete = () => calendar.Connections.CompleteAsync(back, user: "mia");

        await Assert.ThatAsync(complete, lives ? Throws.Nothing : Throws.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(AuthorizationErrorKind.CallbackRefused));
        Assert.That(calendar.TokenRequests, Has.Count.EqualTo(lives ? 1 : 0));
    }

    [Test]
    public async Task An_expired_consent_is_refused_also_where_the_store_still_has_it()
    {
        await using var calendar = new CalendarTest(more: static services => services.AddSingleton<IAuthorizationStateStore>(new CarelessStore()));
        var back = CalendarTest.Back(await calendar.StartAsync());
        calendar.Time.Advance(TimeSpan.FromMinutes(10));

        var refused = await Assert.CatchAsync<AuthorizationException>(() => calendar.Connections.CompleteAsync(back, user: "mia"));

        Assert.That(refused!.Kind, Is.EqualTo(AuthorizationErrorKind.CallbackRefused));
        Assert.That(calendar.TokenRequests, Is.Empty);
    }

    [Test]
    public async Task A_callback_that_comes_again_is_told_so_without_a_token_call()
    {
        await using var calendar = new CalendarTest();
        var back = CalendarTest.Back(await calendar.StartAsync());
        await calendar.Connections.CompleteAsync(back, user: "mia");

        var again = await Assert.CatchAsync<AuthorizationException>(() => calendar.Connections.CompleteAsync(back, user: "mia"));

        Assert.That(again!.Kind, Is.EqualTo(AuthorizationErrorKind.CallbackUsed));
        Assert.That(calendar.TokenRequests, Has.Count.EqualTo(1));
        Assert.That((await calendar.StoredAsync())!.State, Is.EqualTo(ConnectionState.Active));
    }

    [Test]
    public async Task Of_many_callbacks_at_once_one_redeems_the_code()
    {
        await using var calendar = new CalendarTest();
        var back = CalendarTest.Back(await calendar.StartAsync());
        var outcomes = new ConcurrentBag<AuthorizationErrorKind?>();

        await Parallel.ForAsync(0, 50, async (_, token) =>
        {
            try
            {
                await calendar.Connections.CompleteAsync(back, user: "mia", cancellationToken: token);
                outcomes.Add(null);
            }
            catch (AuthorizationException error)
            {
                outcomes.Add(error.Kind);
            }
        });

        Assert.That(outcomes.Count(static outcome => outcome is null), Is.EqualTo(1));
        Assert.That(outcomes.Count(static outcome => outcome is AuthorizationErrorKind.CallbackUsed), Is.EqualTo(49));
        Assert.That(calendar.TokenRequests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Who_gives_up_while_the_code_is_redeemed_loses_nothing()
    {
        await using var calendar = new CalendarTest();
        using var leaving = new CancellationTokenSource();
        var answer = new TaskCompletionSource();
        calendar.BeforeToken = () => answer.Task;
        var back = CalendarTest.Back(await calendar.StartAsync());
        var completing = calendar.Connections.CompleteAsync(back, user: "mia", cancellationToken: leaving.Token);

        await leaving.CancelAsync();
        await Assert.CatchAsync<OperationCanceledException>(() => completing);
        answer.SetResult();
        while (await calendar.StoredAsync() is null)
        {
            await Task.Yield();
        }

        Assert.That((await calendar.StoredAsync())!.Grant!.AccessToken.Reveal(), Is.EqualTo("at-1"));
    }

    [TestCase("https://app.example/connections/callback/")]
    [TestCase("https://app.example/connections/Callback")]
    [TestCase("http://app.example/connections/callback")]
    [TestCase("https://app.example:443/connections/callback")]
    [TestCase("https://app.example:8443/connections/callback")]
    [TestCase("https://evil.example/connections/callback")]
    [TestCase("https://app.example/x/../connections/callback")]
    [TestCase("https://app.example/connections/%63allback")]
    public async Task A_callback_to_another_address_redeems_nothing(string callback)
    {
        await using var calendar = new CalendarTest();
        var start = await calendar.StartAsync();

        var refused = await Assert.CatchAsync<AuthorizationException>(() => calendar.Connections.CompleteAsync(CalendarTest.Back(start, callback: callback), user: "mia"));

        Assert.That(refused!.Kind, Is.EqualTo(AuthorizationErrorKind.CallbackRefused));
        Assert.That(calendar.TokenRequests, Is.Empty);
    }

    [TestCase("https://app.example/callback?from=calendar", true)]
    [TestCase("https://app.example/callback?x=1&from=calendar", true)]
    [TestCase("https://app.example/callback?from=mail", false)]
    [TestCase("https://app.example/callback", false)]
    public async Task A_redirect_URI_with_a_query_keeps_it(string callback, bool isSame)
    {
        await using var calendar = new CalendarTest(static o => o.RedirectUri = "https://app.example/callback?from=calendar");
        var start = await calendar.StartAsync();

        Func<Task> complete = () => calendar.Connections.CompleteAsync(CalendarTest.Back(start, callback: callback), user: "mia");

        await Assert.ThatAsync(complete, isSame ? Throws.Nothing : Throws.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(AuthorizationErrorKind.CallbackRefused));
    }

    [TestCase("code=a&code=b")]
    [TestCase("code=the-code&code=the-code")]
    [TestCase("code=a&%63ode=b")]
    [TestCase("code=the-code&iss=a&iss=b")]
    [TestCase("code[]=the-code", NoCode)]
    [TestCase("code[0]=the-code", NoCode)]
    [TestCase("token=at", NoCode)]
    [TestCase("code=", NoCode)]
    public async Task A_callback_with_a_parameter_twice_or_without_a_code_redeems_nothing(string parameters, string why = "")
    {
        await using var calendar = new CalendarTest();

        var refused = await Assert.CatchAsync<AuthorizationException>(async () => await calendar.Connections.CompleteAsync(CalendarTest.Back(await calendar.StartAsync(), parameters), user: "mia"));

        Assert.That(refused!.Kind, Is.EqualTo(AuthorizationErrorKind.CallbackRefused));
        Assert.That(refused.Message, Does.Contain(why));
        Assert.That(calendar.TokenRequests, Is.Empty);
    }

    [TestCase(15_000, true)]
    [TestCase(60_000, false)]
    public async Task A_callback_has_a_bound(int length, bool isTaken)
    {
        await using var calendar = new CalendarTest();
        var back = CalendarTest.Back(await calendar.StartAsync(), $"code={new string('x', length)}");

        Func<Task> complete = () => calendar.Connections.CompleteAsync(back, user: "mia");

        await Assert.ThatAsync(complete, isTaken ? Throws.Nothing : Throws.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(AuthorizationErrorKind.CallbackRefused));
    }

    [Test]
    public async Task Unknown_parameters_of_a_callback_are_passed_over()
    {
        await using var calendar = new CalendarTest();

        await Assert.ThatAsync(
            async () => await calendar.Connections.CompleteAsync(CalendarTest.Back(await calendar.StartAsync(), "session_state=x&code=the-code&scope=a+b&authuser=0&flag"), user: "mia"),
            Throws.Nothing);
    }

    [TestCase("error=access_denied&error_description=No+%3Cb%3Eway%3C/b%3E%0D%0Aforged&error_uri=https://login.example/why", AuthorizationErrorKind.AuthorizationRequired, "access_denied")]
    [TestCase("code=the-code&error=access_denied&error_description=No+%3Cb%3Eway%3C/b%3E%0D%0Aforged&error_uri=https://login.example/why", AuthorizationErrorKind.AuthorizationRequired, "access_denied")]
    [TestCase("error=invalid_scope&error_description=No+%3Cb%3Eway%3C/b%3E%0D%0Aforged&error_uri=https://login.example/why", AuthorizationErrorKind.OAuthError, "invalid_scope")]
    [TestCase("error=unauthorized_client&error_description=No+%3Cb%3Eway%3C/b%3E%0D%0Aforged&error_uri=https://login.example/why", AuthorizationErrorKind.ClientRefused, "unauthorized_client")]
    [TestCase("error=temporarily_unavailable&error_description=No+%3Cb%3Eway%3C/b%3E%0D%0Aforged&error_uri=https://login.example/why", AuthorizationErrorKind.Transient, "temporarily_unavailable")]
    public async Task _6749_12_An_error_is_typed_wins_over_a_code_and_is_quoted_escaped(string parameters, AuthorizationErrorKind kind, string code)
    {
        await using var calendar = new CalendarTest();
        var back = CalendarTest.Back(await calendar.StartAsync(), parameters);

        var refused = await Assert.CatchAsync<AuthorizationException>(() => calendar.Connections.CompleteAsync(back, user: "mia"));
        var again = await Assert.CatchAsync<AuthorizationException>(() => calendar.Connections.CompleteAsync(back, user: "mia"));

        Assert.Multiple(() =>
        {
            Assert.That(refused!.Kind, Is.EqualTo(kind));
            Assert.That(refused.ErrorCode, Is.EqualTo(code));
            Assert.That(refused.IsTransient, Is.EqualTo(kind == AuthorizationErrorKind.Transient));
            Assert.That(refused.Message, Does.Contain($"{(code == "access_denied" ? "its owner, or the provider, has refused:" : "the provider answered the consent with")} {code} (No <b>way</b>\\u000D\\u000Aforged), see https://login.example/why"));
            Assert.That(again!.Kind, Is.EqualTo(AuthorizationErrorKind.CallbackUsed), "an error spends the state too");
            Assert.That(calendar.TokenRequests, Is.Empty);
        });
    }

    [TestCase("error=access_denied", "access_denied.")]
    [TestCase("error=access_denied&error_description=&error_uri=", "access_denied.")]
    [TestCase("error=access_denied&error_description=No", "access_denied (No).")]
    [TestCase("error=access_denied&error_uri=https://login.example/why", "access_denied, see https://login.example/why.")]
    public async Task An_error_is_told_with_what_came_beside_it_and_nothing_more(string parameters, string told)
    {
        await using var calendar = new CalendarTest();

        var refused = await Assert.CatchAsync<AuthorizationException>(async () => await calendar.Connections.CompleteAsync(CalendarTest.Back(await calendar.StartAsync(), parameters), user: "mia"));

        Assert.That(refused!.Message, Does.Contain($"has refused: {told} Ask for consent"));
    }

    [TestCase("https://login.calendar.example", true)]
    [TestCase("https://login.calendar.example/", false)]
    [TestCase("https://LOGIN.calendar.example", false)]
    [TestCase("https://login.calendar.example:443", false)]
    [TestCase("https://evil.example", false)]
    public async Task _9207_01_The_issuer_is_compared_as_it_stands(string issuer, bool isSame)
    {
        await using var calendar = new CalendarTest(static o => o.Issuer = "https://login.calendar.example");
        var back = CalendarTest.Back(await calendar.StartAsync(), $"code=the-code&iss={Uri.EscapeDataString(issuer)}");

        Func<Task> complete = () => calendar.Connections.CompleteAsync(back, user: "mia");

        await Assert.ThatAsync(complete, isSame ? Throws.Nothing : Throws.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(AuthorizationErrorKind.CallbackRefused));
    }

    [Test]
    public async Task _9207_02_The_code_of_another_issuer_goes_nowhere()
    {
        await using var calendar = new CalendarTest(static o => (o.Issuer, o.Provider) = ("https://login.calendar.example", OAuthProvider.Standard with { NamesIssuer = true }));

        await RefuseAsync(calendar, "code=the-code&iss=https://evil.example");
    }

    [TestCase("code=the-code")]
    [TestCase("code=the-code&iss=")]
    public async Task _9207_03_An_issuer_that_was_announced_and_is_missing_is_refused(string parameters)
    {
        await using var calendar = new CalendarTest(static o => (o.Issuer, o.Provider) = ("https://login.calendar.example", OAuthProvider.Standard with { NamesIssuer = true }));

        await RefuseAsync(calendar, parameters);
    }

    [TestCase("error=access_denied")]
    [TestCase("error=access_denied&iss=https://evil.example")]
    public async Task _9207_04_The_same_holds_for_errors(string parameters)
    {
        await using var calendar = new CalendarTest(static o => (o.Issuer, o.Provider) = ("https://login.calendar.example", OAuthProvider.Standard with { NamesIssuer = true }));

        await RefuseAsync(calendar, parameters);
    }

    [Test]
    public async Task _9207_05_An_issuer_that_was_not_announced_and_is_another_is_refused()
    {
        await using var calendar = new CalendarTest(static o => o.Issuer = "https://login.calendar.example");

        await RefuseAsync(calendar, "code=the-code&iss=https://evil.example");
    }

    [Test]
    public async Task _9207_03_An_issuer_that_metadata_announce_is_missed_also_where_the_address_of_the_consent_was_given()
    {
        await using var calendar = new CalendarTest(static o => (o.Issuer, o.TokenUrl) = ("https://login.calendar.example", null));
        calendar.Token = static _ => CalendarTest.Json(200, """{"issuer":"https://login.calendar.example","token_endpoint":"https://login.calendar.example/token","authorization_response_iss_parameter_supported":true}""");
        var back = CalendarTest.Back(await calendar.StartAsync());

        var refused = await Assert.CatchAsync<AuthorizationException>(() => calendar.Connections.CompleteAsync(back, user: "mia"));

        Assert.That(refused!.Kind, Is.EqualTo(AuthorizationErrorKind.CallbackRefused));
        Assert.That(refused.Message, Does.Contain("RFC 9207"));
    }

    private static async Task RefuseAsync(CalendarTest calendar, string parameters)
    {
        var back = CalendarTest.Back(await calendar.StartAsync(), parameters);

        var refused = await Assert.CatchAsync<AuthorizationException>(() => calendar.Connections.CompleteAsync(back, user: "mia"));

        Assert.That(refused!.Kind, Is.EqualTo(AuthorizationErrorKind.CallbackRefused));
        Assert.That(refused.Message, Does.Contain("RFC 9207"));
        Assert.That(calendar.TokenRequests, Is.Empty);
    }

    /// <summary>A store that looks up without case, never lets anything expire and hands out again what was taken.</summary>
    private sealed class CarelessStore : IAuthorizationStateStore
    {
        private readonly ConcurrentDictionary<string, PendingAuthorization> _kept = new(StringComparer.OrdinalIgnoreCase);

        public ValueTask SaveAsync(PendingAuthorization pending, CancellationToken cancellationToken = default)
        {
            _kept[pending.State.Reveal()] = pending;
            return default;
        }

        public ValueTask<PendingAuthorization?> TakeAsync(SecretValue state, CancellationToken cancellationToken = default) => new(_kept.GetValueOrDefault(state.Reveal()));
    }
}
