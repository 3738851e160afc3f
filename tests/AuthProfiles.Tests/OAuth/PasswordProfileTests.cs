using AuthProfiles.Diagnostics;

namespace AuthProfiles.Tests.OAuth;

[CancelAfter(30_000)]
internal sealed class PasswordProfileTests
{
    private const string Token = """{"access_token":"at","expires_in":3600,"refresh_token":"rt-2"}""";

    [Test]
    public void _9700_05_The_grant_is_off_until_it_is_allowed_by_name()
    {
        var error = Assert.Catch<AuthorizationException>(() => new PasswordProfile("old", new() { TokenUrl = "https://login.example/token" }))!;

        Assert.That(error.Message, Does.Contain("AllowPasswordGrant").And.Contain("RFC 9700"));
    }

    [Test]
    public async Task _9700_05_The_grant_is_warned_of_each_time_a_password_is_sent()
    {
        var profile = Profile();
        using var client = new HttpMessageInvoker(new TokenServer(Token));
        var (first, renewal) = (ProfileCall.RequestFor(profile, client, new TokenTime()), ProfileCall.RequestFor(profile, client, new TokenTime(), ProfileCall.GrantOf(), isRenewal: true));

        await profile.AcquireAsync(first, default);
        await profile.AcquireAsync(renewal, default);

        Assert.That(first.Notes.Warnings, Does.Contain(AcquisitionWarning.PasswordGrant));
        Assert.That(renewal.Notes.Warnings, Does.Not.Contain(AcquisitionWarning.PasswordGrant));
    }

    [Test]
    public async Task The_request_is_the_one_of_the_RFC()
    {
        var server = new TokenServer(Token);

        await ProfileCall.AcquireAsync(Profile(), server);

        Assert.That(server.Sent.Single().Body, Is.EqualTo("grant_type=password&username=mia&password=canary-password&scope=read"));
    }

    [Test]
    public async Task _6749_14_Once_there_is_a_grant_the_password_is_neither_sent_again_nor_kept_with_it()
    {
        var server = new TokenServer(Token);
        var profile = Profile();

        var acquired = await ProfileCall.AcquireAsync(profile, server, ProfileCall.GrantOf(), isRenewal: true);

        Assert.That(server.Sent.Single().Body, Does.Not.Contain("canary").And.Contain("grant_type=refresh_token"));
        Assert.That($"{acquired} {acquired.Grant} {profile.Definition}", Does.Not.Contain("canary"));
        Assert.That(profile.Definition.AdditionalFields.Single(static field => field.Key == PasswordProfile.PasswordField).UsedOnce, Is.True);
    }

    [Test]
    public async Task _6749_14_A_connection_whose_password_is_forgotten_asks_for_its_owner_when_its_grant_has_ended()
    {
        var error = await ProfileCall.RefusalAsync(Profile(o => (o.Username, o.Password) = (null, null)), new TokenServer("""{"error":"invalid_grant"}"""), ProfileCall.GrantOf(), isRenewal: true);

        Assert.That(error, Is.TypeOf<AuthorizationRequiredException>());
    }

    private static PasswordProfile Profile(Action<PasswordOptions>? configure = null)
    {
        var options = new PasswordOptions
        {
            TokenUrl = "https://login.example/token",
            ClientId = "id",
            ClientSecret = "s3cret",
            AllowPasswordGrant = true,
            Username = "mia",
            Password = "canary-password",
            Scope = { ["scope"] = "read" },
        };
        configure?.Invoke(options);
        return new("old", options);
    }
}
