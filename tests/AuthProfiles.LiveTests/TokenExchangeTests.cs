using AuthProfiles.LiveTests.Infrastructure;

namespace AuthProfiles.LiveTests;

/// <summary>Another party's token, exchanged for one of this client's.</summary>
public sealed class TokenExchangeTests : IdpTests
{
    [Test]
    public async Task A_users_token_becomes_one_of_the_client_for_that_user()
    {
        var grant = await ForeignGrant.ObtainAsync(Idp, "web", "mia");
        await using var app = AppOf(options => options.SubjectToken = (_, _) => new(grant.AccessToken));

        var answer = await CallAsync(app.CreateClient().For(user: "mia"));

        Assert.That((answer.ClientId, answer.Sub), Is.EqualTo(("exchange", "mia")));
        Assert.That((await Idp.StatsAsync()).TokenLog[^1].Params, Is.EqualTo(["grant_type", "subject_token", "subject_token_type"]));
    }

    [Test]
    public async Task Two_users_tokens_are_kept_apart()
    {
        var grants = new Dictionary<string, ForeignGrant>(StringComparer.Ordinal)
        {
            ["mia"] = await ForeignGrant.ObtainAsync(Idp, "web", "mia"),
            ["noa"] = await ForeignGrant.ObtainAsync(Idp, "web", "noa"),
        };
        await using var app = AppOf(options => options.SubjectToken = (request, _) => new(grants[request.Connection.Key.User!].AccessToken));
        using var http = app.CreateClient();

        foreach (var user in (string[])["mia", "noa", "mia"])
        {
            Assert.That((await CallAsync(http.For(user: user))).Sub, Is.EqualTo(user));
        }
    }

    [Test]
    public async Task A_token_that_the_server_does_not_know_is_its_typed_error()
    {
        await using var app = AppOf(static options => options.SubjectToken = static (_, _) => new("unknown"));

        var error = await Assert.CatchAsync<AuthorizationException>(() => CallAsync(app.CreateClient()));

        Assert.That(error!.ErrorCode, Is.EqualTo("invalid_grant"));
    }

    [Test]
    public async Task An_answer_of_another_type_than_was_asked_for_is_refused()
    {
        var grant = await ForeignGrant.ObtainAsync(Idp, "web");
        await Idp.ControlAsync(new { rewrite = new { set = new { issued_token_type = "urn:ietf:params:oauth:token-type:saml2" } } });
        await using var app = AppOf(options => options.SubjectToken = (_, _) => new(grant.AccessToken));

        var error = await Assert.CatchAsync<AuthorizationException>(() => CallAsync(app.CreateClient()));

        Assert.That(error!.Kind, Is.EqualTo(AuthorizationErrorKind.UnsupportedTokenType).Or.EqualTo(AuthorizationErrorKind.InvalidToken));
        Assert.That((await Idp.StatsAsync()).Api.Total, Is.Zero);
    }

    private LiveApp AppOf(Action<TokenExchangeOptions> configure) => new(profiles => profiles.AddTokenExchange(LiveApp.Profile, options =>
    {
        LiveApp.Describe(options, Idp, "exchange");
        configure(options);
    }));
}
