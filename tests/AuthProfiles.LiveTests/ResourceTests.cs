using System.Net;
using AuthProfiles.LiveTests.Infrastructure;

namespace AuthProfiles.LiveTests;

/// <summary>Which service a token is for, and what a service says that refuses one.</summary>
public sealed class ResourceTests : IdpTests
{
    [Test]
    public async Task A_resource_is_asked_for_and_its_scope_granted()
    {
        await using var app = LiveApp.WithClientCredentials(Idp, "cc-basic", static options =>
        {
            options.Resources.Add("https://api.example.test/orders");
            options.Scope["scope"] = "api:read";
        });

        var answer = await CallAsync(app.CreateClient());

        Assert.That(answer.Scope, Is.EqualTo("api:read"));
        Assert.That((await Idp.StatsAsync()).TokenLog.Single().Resource, Is.EqualTo(["https://api.example.test/orders"]));
    }

    [Test]
    public async Task Several_resources_are_sent_in_their_order()
    {
        await using var app = LiveApp.WithClientCredentials(Idp, "cc-basic", static options =>
        {
            options.Resources.Add("https://api.example.test/b");
            options.Resources.Add("https://api.example.test/a");
        });

        // This server gives a token for one resource only, and says so.
        var error = await Assert.CatchAsync<AuthorizationException>(() => CallAsync(app.CreateClient()));

        Assert.That(error!.ErrorCode, Is.EqualTo("invalid_target"));
        Assert.That((await Idp.StatsAsync()).TokenLog.Single().Resource, Is.EqualTo(["https://api.example.test/b", "https://api.example.test/a"]));
    }

    [Test]
    public async Task A_refusal_that_stays_comes_back_with_its_challenge_after_one_renewal()
    {
        await using var app = LiveApp.WithClientCredentials(Idp, "cc-basic");
        await Idp.ControlAsync(new { apiFail = 2 });

        using var response = await app.CreateClient().GetAsync("items");

        var challenge = response.GetAuthorizationChallenges().Single();
        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That((challenge.Scheme, challenge.Error, challenge.Realm), Is.EqualTo(("Bearer", "invalid_token", "api")));
        });
        var stats = await Idp.StatsAsync();
        Assert.That((stats.TokenRequests.Total, stats.Api.Total), Is.EqualTo((2, 2)));
    }
}
