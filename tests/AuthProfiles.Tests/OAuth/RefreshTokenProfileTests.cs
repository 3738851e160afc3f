namespace AuthProfiles.Tests.OAuth;

[CancelAfter(30_000)]
internal sealed class RefreshTokenProfileTests
{
    private const string Rotated = """{"access_token":"new","expires_in":3600,"refresh_token":"rt-2"}""";

    [Test]
    public async Task The_first_refresh_token_is_the_given_one_and_the_next_is_kept()
    {
        var server = new TokenServer(Rotated);

        var acquired = await ProfileCall.AcquireAsync(Profile("rt-given"), server);

        Assert.That(server.Sent.Single().Form()["refresh_token"], Is.EqualTo("rt-given"));
        Assert.That(acquired.Grant!.RefreshToken!.Reveal(), Is.EqualTo("rt-2"));
    }

    [Test]
    public async Task What_was_kept_goes_before_what_was_given()
    {
        var server = new TokenServer(Rotated);

        await ProfileCall.AcquireAsync(Profile("rt-given"), server, ProfileCall.GrantOf(), isRenewal: true);

        Assert.That(server.Sent.Single().Form()["refresh_token"], Is.EqualTo("rt-1"));
    }

    [Test]
    public async Task Where_what_was_kept_has_ended_a_token_given_anew_takes_its_place()
    {
        var server = new TokenServer("""{"error":"invalid_grant"}""", Rotated);

        var acquired = await ProfileCall.AcquireAsync(Profile("rt-given"), server, ProfileCall.GrantOf(), isRenewal: true);

        Assert.That(server.Sent.Select(static sent => sent.Form()["refresh_token"]), Is.EqualTo(new[] { "rt-1", "rt-given" }));
        Assert.That(acquired.Grant!.AccessToken.Reveal(), Is.EqualTo("new"));
    }

    [Test]
    public async Task The_same_token_is_not_tried_twice()
    {
        var server = new TokenServer("""{"error":"invalid_grant"}""");

        var error = await ProfileCall.RefusalAsync(Profile("rt-1"), server, ProfileCall.GrantOf(), isRenewal: true);

        Assert.That(error, Is.TypeOf<AuthorizationRequiredException>());
        Assert.That(server.Sent, Has.Count.EqualTo(1));
    }

    private static RefreshTokenProfile Profile(string token) =>
        new("calendar", new() { TokenUrl = "https://login.example/token", ClientId = "id", ClientSecret = "s3cret", RefreshToken = token });
}
