using System.Net;
using AuthProfiles.LiveTests.Infrastructure;
using AuthProfiles.Testing;

namespace AuthProfiles.LiveTests;

/// <summary>A server that gives a new refresh token with each renewal, and ends everything when an old one comes back.</summary>
public sealed class RefreshTokenTests : IdpTests
{
    private static readonly string[] RefreshToken = ["refresh_token"];
    private static readonly TimeSpan LongerThanAToken = TimeSpan.FromHours(2);

    [TestCase("web", "basic")]
    [TestCase("public-pkce", "none")]
    public async Task _6749_21_Each_renewal_uses_the_refresh_token_of_the_one_before(string client, string proof)
    {
        const int Renewals = 20;
        var grant = await ForeignGrant.ObtainAsync(Idp, client);
        await Idp.ResetAsync();
        var clock = new ManualClock();
        await using var app = AppOf(client, grant, clock);
        using var http = app.CreateClient();

        for (var renewal = 0; renewal < Renewals; renewal++)
        {
            Assert.That((await CallAsync(http)).Sub, Is.EqualTo("user-1"));
            clock.Advance(LongerThanAToken);
        }

        var stats = await Idp.StatsAsync();
        Assert.Multiple(() =>
        {
            Assert.That(stats.TokenRequests.ByGrant, Is.EquivalentTo(new Dictionary<string, int> { ["refresh_token"] = Renewals }));
            Assert.That(stats.TokenRequests.Errors, Is.Empty);
            Assert.That(stats.TokenLog.Select(static entry => entry.Auth), Has.All.EqualTo(proof), "6749-23");
        });
        using var thief = await ForeignGrant.RedeemAsync(Idp, client, grant.RefreshToken);
        Assert.That(thief.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), "the first refresh token was still good, so nothing was shown");
    }

    [Test]
    public async Task The_newest_refresh_token_is_what_the_store_has()
    {
        var grant = await ForeignGrant.ObtainAsync(Idp, "web");
        await using var app = AppOf("web", grant, new ManualClock());
        await CallAsync(app.CreateClient());

        var stored = await app.Store.ReadAsync(new ConnectionKey(LiveApp.Profile));

        using var answer = await ForeignGrant.RedeemAsync(Idp, "web", stored!.Connection.Grant!.RefreshToken!.Reveal());
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task An_answer_without_a_refresh_token_leaves_the_old_one()
    {
        var grant = await ForeignGrant.ObtainAsync(Idp, "web");
        await Idp.ControlAsync(new { rewrite = new { remove = RefreshToken } });
        await using var app = AppOf("web", grant, new ManualClock());
        await CallAsync(app.CreateClient());

        var stored = await app.Store.ReadAsync(new ConnectionKey(LiveApp.Profile));

        Assert.That(stored!.Connection.Grant!.RefreshToken!.Reveal(), Is.EqualTo(grant.RefreshToken));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task A_hundred_callers_redeem_a_refresh_token_once(CancellationToken cancellation)
    {
        var grant = await ForeignGrant.ObtainAsync(Idp, "web");
        await Idp.ResetAsync();
        await Idp.ControlAsync(new { tokenDelayMs = 100 });
        await using var app = AppOf("web", grant, new ManualClock());
        using var http = app.CreateClient();

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => CallAsync(http))).WaitAsync(cancellation);

        var stats = await Idp.StatsAsync();
        Assert.That(answers.Select(static answer => answer.Sub), Has.All.EqualTo("user-1"));
        Assert.That((stats.TokenRequests.Total, stats.TokenRequests.MaxInFlight), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task A_grant_that_a_thief_has_ended_asks_for_its_owner()
    {
        var grant = await ForeignGrant.ObtainAsync(Idp, "web");
        var clock = new ManualClock();
        await using var app = AppOf("web", grant, clock);
        using var http = app.CreateClient();
        await CallAsync(http);
        using var thief = await ForeignGrant.RedeemAsync(Idp, "web", grant.RefreshToken);
        await Idp.ResetAsync();
        clock.Advance(LongerThanAToken);

        var error = await Assert.CatchAsync<AuthorizationRequiredException>(() => CallAsync(http));

        Assert.That(error!.ErrorCode, Is.EqualTo("invalid_grant"));
        Assert.That((await Idp.StatsAsync()).Api.Total, Is.Zero);
    }

    [Test]
    public async Task A_refused_token_is_renewed_and_the_call_goes_again()
    {
        var grant = await ForeignGrant.ObtainAsync(Idp, "web");
        await using var app = AppOf("web", grant, new ManualClock());
        using var http = app.CreateClient();
        await CallAsync(http);
        await Idp.ResetAsync();
        await Idp.ControlAsync(new { apiFail = 1 });

        Assert.That((await CallAsync(http)).Sub, Is.EqualTo("user-1"));

        var stats = await Idp.StatsAsync();
        Assert.That((stats.TokenRequests.Total, stats.Api.Unauthorized, stats.Api.Ok), Is.EqualTo((1, 1, 1)));
    }

    private LiveApp AppOf(string client, ForeignGrant grant, TimeProvider clock) => new(
        profiles => profiles.AddRefreshToken(LiveApp.Profile, options =>
        {
            LiveApp.Describe(options, Idp, client);
            options.RefreshToken = grant.RefreshToken;
        }),
        clock: clock);
}
