namespace AuthProfiles.Tests.OAuth;

internal sealed class OAuthOptionsTests
{
    [TestCase("api")]
    [TestCase("/api")]
    [TestCase("https://api.example/#part")]
    public void _8707_01_A_resource_that_is_no_absolute_address_without_fragment_is_refused(string resource)
    {
        var options = Options();
        options.Resources.Add(resource);

        var error = Assert.Catch<AuthorizationException>(() => new ClientCredentialsProfile("orders", options))!;

        Assert.That(error.Message, Does.Contain("Resources").And.Contain("RFC 8707"));
    }

    [Test]
    public async Task _8707_01_Every_resource_is_sent_in_its_order()
    {
        var server = new TokenServer(TokenServer.Good);
        var options = Options();
        options.Resources.Add("https://b.example/");
        options.Resources.Add("urn:service:a");

        await ProfileCall.AcquireAsync(new ClientCredentialsProfile("orders", options), server);

        Assert.That(server.Sent.Single().Body, Does.EndWith("resource=https%3A%2F%2Fb.example%2F&resource=urn%3Aservice%3Aa"));
    }

    [Test]
    public void _6749_15_Client_credentials_are_for_confidential_clients_alone()
    {
        var options = Options();
        options.ClientAuthentication = ClientAuthentication.None;

        var error = Assert.Catch<AuthorizationException>(() => new ClientCredentialsProfile("orders", options))!;

        Assert.That(error.Message, Does.Contain("ClientAuthentication").And.Contain("confidential"));
    }

    [Test]
    public async Task What_the_options_say_goes_before_what_the_provider_says()
    {
        var server = new TokenServer(TokenServer.Good);
        var provider = new OAuthProvider("Ours")
        {
            TokenUrl = "https://login.example/token",
            ClientAuthentication = ClientAuthentication.Post,
            TokenParameters = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("kept", "1").Add("told", "1"),
        };
        var options = new ClientCredentialsOptions { Provider = provider, ClientId = "id", ClientSecret = "s3cret", ClientAuthentication = ClientAuthentication.Basic };
        options.TokenParameters["told"] = "2";

        var profile = new ClientCredentialsProfile("orders", options);
        await ProfileCall.AcquireAsync(profile, server);

        Assert.That(profile.Definition.IdentityProviderName, Is.EqualTo("Ours"));
        Assert.That(server.Sent.Single().Authorization, Does.StartWith("Basic "));
        Assert.That(server.Sent.Single().Form(), Is.SupersetOf(new Dictionary<string, string> { ["kept"] = "1", ["told"] = "2" }));
    }

    [Test]
    public async Task The_words_of_a_scope_are_separated_as_the_provider_wants_it()
    {
        var server = new TokenServer(TokenServer.Good);
        var options = Options();
        options.Provider = new("Comma") { ScopeSeparator = "," };
        options.Scope["scope"] = "read write";

        await ProfileCall.AcquireAsync(new ClientCredentialsProfile("orders", options), server);

        Assert.That(server.Sent.Single().Form()["scope"], Is.EqualTo("read,write"));
    }

    [Test]
    public void A_key_that_can_not_be_read_is_told_when_the_profile_is_made_and_never_shown()
    {
        var options = Options();
        (options.ClientAuthentication, options.ClientKey) = (ClientAuthentication.PrivateKeyJwt, "canary-no-key");

        var error = Assert.Catch<AuthorizationException>(() => new ClientCredentialsProfile("orders", options))!;

        Assert.That(error.Message, Does.Contain("ClientKey").And.Not.Contain("canary"));
    }

    private static ClientCredentialsOptions Options() => new() { TokenUrl = "https://login.example/token", ClientId = "id", ClientSecret = "s3cret" };
}
