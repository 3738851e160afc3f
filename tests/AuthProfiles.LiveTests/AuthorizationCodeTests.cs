using System.Net;
using System.Net.Http.Headers;
using AuthProfiles.LiveTests.Infrastructure;

namespace AuthProfiles.LiveTests;

/// <summary>Consent in a browser, renewal, and the end of a connection.</summary>
public sealed class AuthorizationCodeTests : IdpTests
{
    [TestCase("web", "basic")]
    [TestCase("public-pkce", "none")]
    public async Task A_user_consents_and_is_served(string client, string proof)
    {
        await using var app = new ConsentApp(Idp, client);

        var completed = await app.CompleteAsync(await app.ConsentAsync());
        var answer = await CallAsync(app.Client);

        var token = (await Idp.StatsAsync()).TokenLog.Single();
        Assert.Multiple(() =>
        {
            Assert.That(completed.Connection.State, Is.EqualTo(ConnectionState.Active));
            Assert.That((answer.ClientId, answer.Sub), Is.EqualTo((client, ConsentApp.User)));
            Assert.That((token.Grant, token.Auth), Is.EqualTo(("authorization_code", proof)));
            Assert.That(token.Params, Does.Contain("code_verifier").And.Contain("redirect_uri").And.Not.Contain("client_secret"));
        });
    }

    [Test]
    public async Task A_user_who_has_not_consented_is_not_served()
    {
        await using var app = new ConsentApp(Idp, "web");

        await Assert.CatchAsync<AuthorizationRequiredException>(() => CallAsync(app.Client));

        var stats = await Idp.StatsAsync();
        Assert.That((stats.TokenRequests.Total, stats.Api.Total), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task _6749_12_A_refusal_is_told_with_its_code_and_no_token_is_asked_for()
    {
        await using var app = new ConsentApp(Idp, "web", static options => options.Scope["login_hint"] = "deny");

        var error = await Assert.CatchAsync<AuthorizationRequiredException>(async () => await app.CompleteAsync(await app.ConsentAsync()));

        Assert.That(error!.ErrorCode, Is.EqualTo("access_denied"));
        Assert.That((await Idp.StatsAsync()).TokenRequests.Total, Is.Zero);
    }

    [TestCase("iss=http%3A%2F%2Fevil.example", TestName = "{m}(9207-02: another issuer)")]
    [TestCase("", TestName = "{m}(9207-03: no issuer, though announced)")]
    public async Task A_callback_that_somebody_else_sent_asks_for_no_token(string issuer)
    {
        await using var app = new ConsentApp(Idp, "web");
        var callback = await app.ConsentAsync();
        Assert.That(callback.Query, Does.Contain("iss="), "the server names no issuer, so nothing is shown");
        var parts = callback.Query.TrimStart('?').Split('&').Where(static part => !part.StartsWith("iss=", StringComparison.Ordinal)).Append(issuer).Where(static part => part.Length > 0);
        var forged = new UriBuilder(callback) { Query = string.Join('&', parts) }.Uri;

        var error = await Assert.CatchAsync<AuthorizationException>(() => app.CompleteAsync(forged));

        Assert.That(error!.Kind, Is.EqualTo(AuthorizationErrorKind.CallbackRefused));
        Assert.That((await Idp.StatsAsync()).TokenRequests.Total, Is.Zero);
    }

    [Test]
    public async Task A_callback_serves_once_and_only_who_began()
    {
        await using var app = new ConsentApp(Idp, "web");
        var callback = await app.ConsentAsync();

        var ofNobody = await Assert.CatchAsync<AuthorizationException>(() => app.CompleteAsync(new(callback.AbsoluteUri.Replace("state=", "state=x", StringComparison.Ordinal))));
        await app.CompleteAsync(callback);
        var again = await Assert.CatchAsync<AuthorizationException>(() => app.CompleteAsync(callback));

        Assert.Multiple(() =>
        {
            Assert.That(ofNobody!.Kind, Is.EqualTo(AuthorizationErrorKind.CallbackRefused));
            Assert.That(again!.Kind, Is.EqualTo(AuthorizationErrorKind.CallbackUsed));
        });
        Assert.That((await Idp.StatsAsync()).TokenRequests.Total, Is.EqualTo(1));
    }

    [Test]
    public async Task A_spent_token_is_renewed_without_its_user_again_and_again()
    {
        await using var app = new ConsentApp(Idp, "web");
        await app.CompleteAsync(await app.ConsentAsync());

        for (var renewal = 0; renewal < 5; renewal++)
        {
            app.Clock.Advance(TimeSpan.FromHours(2));
            Assert.That((await CallAsync(app.Client)).Sub, Is.EqualTo(ConsentApp.User));
        }

        Assert.That((await Idp.StatsAsync()).TokenRequests.ByGrant, Is.EquivalentTo(new Dictionary<string, int> { ["authorization_code"] = 1, ["refresh_token"] = 5 }));
    }

    [Test]
    public async Task A_resource_goes_to_both_endpoints_and_its_scope_is_granted()
    {
        await using var app = new ConsentApp(Idp, "web", static options =>
        {
            options.Resources.Add("https://api.example.test/orders");
            options.Scope["scope"] = "api:read";
        });

        await app.CompleteAsync(await app.ConsentAsync());
        var answer = await CallAsync(app.Client);

        Assert.That(answer.Scope, Is.EqualTo("api:read"));
        Assert.That((await Idp.StatsAsync()).TokenLog.Single().Resource, Is.EqualTo(["https://api.example.test/orders"]));
    }

    [Test]
    public async Task A_connection_that_ends_is_ended_at_the_server_too()
    {
        await using var app = new ConsentApp(Idp, "web");
        var completed = await app.CompleteAsync(await app.ConsentAsync());
        var grant = completed.Connection.Grant!;

        var ended = await app.Connections.DisconnectAsync(LiveApp.Profile, user: ConsentApp.User);

        using var refresh = await ForeignGrant.RedeemAsync(Idp, "web", grant.RefreshToken!.Reveal());
        using var plain = new HttpClient();
        using var call = new HttpRequestMessage(HttpMethod.Get, Idp.ApiUrl);
        call.Headers.Authorization = new AuthenticationHeaderValue("Bearer", grant.AccessToken.Reveal());
        using var answer = await plain.SendAsync(call);
        Assert.Multiple(() =>
        {
            Assert.That(ended, Is.True);
            Assert.That(refresh.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        });
        await Assert.CatchAsync<AuthorizationRequiredException>(() => CallAsync(app.Client));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task A_console_program_logs_in_by_a_loopback_address(CancellationToken cancellation)
    {
        await using var app = new ConsentApp(Idp, "public-pkce", static options => options.RedirectUri = null);
        using var browser = new Browser();

        var completed = await app.Connections.LogInAsync(
            LiveApp.Profile,
            user: ConsentApp.User,
            options: new() { OpenBrowser = (address, _) => browser.VisitAsync(address) },
            cancellationToken: cancellation);

        Assert.That(completed.Connection.State, Is.EqualTo(ConnectionState.Active));
        Assert.That((await CallAsync(app.Client)).Sub, Is.EqualTo(ConsentApp.User));
    }
}
