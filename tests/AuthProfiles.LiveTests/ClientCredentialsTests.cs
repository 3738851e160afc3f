using AuthProfiles.LiveTests.Infrastructure;

namespace AuthProfiles.LiveTests;

public sealed class ClientCredentialsTests : IdpTests
{
    [TestCase("cc-basic", ClientAuthentication.Basic, "basic")]
    [TestCase("cc-post", ClientAuthentication.Post, "post")]
    public async Task The_server_takes_each_way_that_the_client_proves_itself(string client, ClientAuthentication authentication, string seen)
    {
        await using var app = LiveApp.WithClientCredentials(Idp, client, options => options.ClientAuthentication = authentication);

        var answer = await CallAsync(app.CreateClient());

        var stats = await Idp.StatsAsync();
        Assert.Multiple(() =>
        {
            Assert.That(answer.ClientId, Is.EqualTo(client));
            Assert.That(stats.TokenLog.Single().Auth, Is.EqualTo(seen));
        });
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
}
