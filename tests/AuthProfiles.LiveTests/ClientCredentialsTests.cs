using AuthProfiles.LiveTests.Infrastructure;

namespace AuthProfiles.LiveTests;

public sealed class ClientCredentialsTests : IdpTests
{
    [TestCase("cc-basic", ClientAuthentication.Basic, "basic")]
    [TestCase("cc-post", ClientAuthentication.Post, "post")]
    [TestCase("cc-secret-jwt", ClientAuthentication.SecretJwt, "assertion")]
    [TestCase("cc-private-key-jwt", ClientAuthentication.PrivateKeyJwt, "assertion")]
    public async Task The_server_takes_each_way_that_the_client_proves_itself(string client, ClientAuthentication authentication, string seen)
    {
        await using var app = LiveApp.WithClientCredentials(Idp, client, options => Prove(options, authentication));

        var answer = await CallAsync(app.CreateClient());

        var stats = await Idp.StatsAsync();
        Assert.Multiple(() =>
        {
            Assert.That(answer.ClientId, Is.EqualTo(client));
            Assert.That(stats.TokenLog.Single().Auth, Is.EqualTo(seen));
        });
    }

    [TestCase("cc-secret-jwt", ClientAuthentication.SecretJwt)]
    [TestCase("cc-private-key-jwt", ClientAuthentication.PrivateKeyJwt)]
    public async Task _7523_01_Each_request_has_an_assertion_of_its_own_which_the_server_would_not_take_twice(string client, ClientAuthentication authentication)
    {
        await using var app = LiveApp.WithClientCredentials(Idp, client, options =>
        {
            Prove(options, authentication);
            options.AllowAnyTenant = true;
        });
        await Idp.FailAsync(1, 503, string.Empty);

        foreach (var tenant in (string[])["acme", "globex", "initech"])
        {
            Assert.That((await CallAsync(app.CreateClient().For(tenant))).ClientId, Is.EqualTo(client));
        }

        Assert.That((await Idp.StatsAsync()).TokenRequests.Total, Is.EqualTo(4));
    }

    [Test]
    public async Task A_secret_that_was_changed_at_the_server_is_followed_by_the_secondary_one()
    {
        await using var app = LiveApp.WithClientCredentials(Idp, "cc-basic", static options =>
        {
            options.SecondaryClientSecret = options.ClientSecret;
            options.ClientSecret = "yesterdays";
        });

        Assert.That((await CallAsync(app.CreateClient())).ClientId, Is.EqualTo("cc-basic"));
        Assert.That((await Idp.StatsAsync()).TokenLog.Select(static entry => entry.Error), Is.EqualTo(["invalid_client", null]));
    }

    [Test]
    public async Task _6749_02_A_secret_with_reserved_characters_is_form_encoded_in_the_header()
    {
        await using var app = LiveApp.WithClientCredentials(Idp, "cc-basic-special");

        Assert.That((await CallAsync(app.CreateClient())).ClientId, Is.EqualTo("cc-basic-special"));
    }

    [TestCase("cc-basic", ClientAuthentication.Post)]
    [TestCase("cc-post", ClientAuthentication.Basic)]
    public async Task The_wrong_way_is_refused_and_nothing_is_sent_to_the_service(string client, ClientAuthentication authentication)
    {
        await using var app = LiveApp.WithClientCredentials(Idp, client, options => options.ClientAuthentication = authentication);

        var error = await Assert.CatchAsync<AuthorizationException>(() => CallAsync(app.CreateClient()));

        var stats = await Idp.StatsAsync();
        Assert.Multiple(() =>
        {
            Assert.That((error!.Kind, error.ErrorCode), Is.EqualTo((AuthorizationErrorKind.ClientRefused, "invalid_client")));
            Assert.That((stats.TokenRequests.Total, stats.Api.Total), Is.EqualTo((1, 0)));
        });
    }

    [Test]
    public async Task Scope_is_asked_for_and_granted()
    {
        await using var app = LiveApp.WithClientCredentials(Idp, "cc-basic", options => options.Scope["scope"] = "read write");

        var answer = await CallAsync(app.CreateClient());

        Assert.That(answer.Scope, Is.EqualTo("read write"));
    }

    [Test]
    public async Task A_resource_that_the_server_does_not_serve_is_its_typed_error()
    {
        await using var app = LiveApp.WithClientCredentials(Idp, "cc-basic", options => options.Scope["resource"] = "https://elsewhere.example.test/");

        var error = await Assert.CatchAsync<AuthorizationException>(() => CallAsync(app.CreateClient()));

        Assert.That(error!.ErrorCode, Is.EqualTo("invalid_target"));
    }

    [Test]
    public async Task A_token_is_used_until_it_is_spent()
    {
        await using var app = LiveApp.WithClientCredentials(Idp, "cc-basic");
        var client = app.CreateClient();

        await CallAsync(client);
        await CallAsync(client);

        var stats = await Idp.StatsAsync();
        Assert.That((stats.TokenRequests.Total, stats.Api.Ok), Is.EqualTo((1, 2)));
    }

    private void Prove(ClientCredentialsOptions options, ClientAuthentication authentication)
    {
        options.ClientAuthentication = authentication;
        options.ClientKey = authentication == ClientAuthentication.PrivateKeyJwt ? Idp.Fixture.PrivateKeyJwt.GetRawText() : null;
    }
}
