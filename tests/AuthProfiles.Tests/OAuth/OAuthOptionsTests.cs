using AuthProfiles.Profiles;

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
    public void A_token_address_that_is_wrong_is_not_called_missing_too()
    {
        var options = Options();
        options.TokenUrl = "http://login.example/token";

        var error = Assert.Catch<AuthorizationException>(() => new ClientCredentialsProfile("orders", options))!;

        Assert.That(error.Message, Does.Contain("TokenUrl is http").And.Not.Contain("missing"));
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
    public async Task What_is_asked_for_goes_before_what_the_providers_data_ask_for()
    {
        var server = new TokenServer(TokenServer.Good);
        var options = new ClientCredentialsOptions { Provider = OAuthProviders.Zendesk, ClientId = "id", ClientSecret = "s3cret", BodyFormat = BodyFormat.Form, Scope = { ["expires_in"] = "600" } };

        await ProfileCall.AcquireAsync(new ClientCredentialsProfile("support", options), server, tenant: "acme");

        Assert.That(server.Sent.Single().Form()["expires_in"], Is.EqualTo("600"));
    }

    [Test]
    public void A_parameter_that_would_be_there_twice_is_refused_when_the_profile_is_made()
    {
        var options = Options();
        (options.Scope["audience"], options.TokenParameters["audience"]) = ("a", "b");

        var error = Assert.Catch<AuthorizationException>(() => new ClientCredentialsProfile("orders", options))!;

        Assert.That(error.Message, Does.Contain("TokenParameters").And.Contain("audience"));
    }

    [Test]
    public void What_a_kind_writes_itself_is_no_further_parameter()
    {
        var options = new TokenExchangeOptions { TokenUrl = "https://login.example/token", ClientId = "id", ClientSecret = "s3cret", TokenParameters = { ["requested_token_type"] = "x" } };

        Assert.That(Assert.Catch<AuthorizationException>(() => new TokenExchangeProfile("behind", options))!.Message, Does.Contain("requested_token_type"));
    }

    [Test]
    public async Task A_grant_is_revoked_with_the_second_secret_where_the_first_one_is_refused()
    {
        var server = new TokenServer("""{"error":"invalid_client"}""", "{}");
        var options = new RefreshTokenOptions
        {
            TokenUrl = "https://login.example/token",
            RevocationUrl = "https://login.example/revoke",
            ClientId = "id",
            ClientSecret = "old",
            SecondaryClientSecret = "new",
            ClientAuthentication = ClientAuthentication.Post,
            RefreshToken = "rt",
        };
        var profile = new RefreshTokenProfile("calendar", options);
        using var client = new HttpMessageInvoker(server);

        var isRevoked = await ((IGrantRevocation)profile).RevokeAsync(ProfileCall.RequestFor(profile, client, server.Time, ProfileCall.GrantOf()), default);

        Assert.That(isRevoked, Is.True);
        Assert.That(server.Sent.Select(static sent => sent.Form()["client_secret"]), Is.EqualTo(new[] { "old", "new" }));
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
