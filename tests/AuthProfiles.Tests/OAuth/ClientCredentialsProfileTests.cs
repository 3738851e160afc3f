using System.Collections.Immutable;
using System.Net;
using System.Text;

namespace AuthProfiles.Tests.OAuth;

[CancelAfter(30_000)]
internal sealed class ClientCredentialsProfileTests
{
    [Test]
    public async Task The_token_goes_into_the_authorization_header_until_it_expires()
    {
        var acquired = await AcquireAsync(Options(), new TokenServer(TokenServer.Good));

        var field = acquired.Credential.Fields.Single();
        Assert.That((field.Type, field.Key, field.Value.Reveal()), Is.EqualTo((AuthorizationFieldType.Header, "Authorization", "Bearer at")));
        Assert.That(acquired.Credential.ExpiresAt, Is.EqualTo(TokenTime.Start + TimeSpan.FromHours(1)));
        Assert.That(acquired.Grant, Is.Null, "a refresh token is of no use (RFC 6749, section 4.4.3)");
    }

    [Test]
    public async Task The_request_is_the_one_of_the_RFC()
    {
        var server = new TokenServer(TokenServer.Good);

        await AcquireAsync(Options(o => o.Scope["scope"] = "orders.read orders.write"), server);

        var sent = server.Sent.Single();
        Assert.That(sent.Address, Is.EqualTo(new Uri("https://login.example/token")));
        Assert.That(sent.Body, Is.EqualTo("grant_type=client_credentials&scope=orders.read+orders.write"));
        Assert.That(sent.Authorization, Is.EqualTo("Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes("id:s3cret"))));
    }

    [Test]
    public async Task By_post_the_client_is_in_the_body_only()
    {
        var server = new TokenServer(TokenServer.Good);

        await AcquireAsync(Options(o => o.ClientAuthentication = ClientAuthentication.Post), server);

        Assert.That(server.Sent[0].Authorization, Is.Null);
        Assert.That(server.Sent[0].Body, Is.EqualTo("grant_type=client_credentials&client_id=id&client_secret=s3cret"));
    }

    [Test]
    public async Task The_body_is_JSON_where_the_service_wants_it()
    {
        var server = new TokenServer(TokenServer.Good);

        await AcquireAsync(Options(o => (o.BodyFormat, o.ClientAuthentication, o.Scope["expires_in"]) = (BodyFormat.Json, ClientAuthentication.Post, "1800")), server);

        Assert.That(server.Sent[0].ContentType, Is.EqualTo("application/json"));
        Assert.That(server.Sent[0].Body, Is.EqualTo("""{"grant_type":"client_credentials","expires_in":"1800","client_id":"id","client_secret":"s3cret"}"""));
    }

    [Test]
    public async Task Tenant_and_fields_go_into_the_address()
    {
        var server = new TokenServer(TokenServer.Good);
        var options = Options(o =>
        {
            o.TokenUrl = "https://{tenant}.example/{{directory}}/token?$format=json";
            o.AdditionalFields.Add(new("directory"));
        });

        await AcquireAsync(options, server, tenant: "acme", inputs: [("directory", "a b")]);

        Assert.That(server.Sent[0].Address.AbsoluteUri, Is.EqualTo("https://acme.example/a%20b/token?$format=json"));
    }

    [Test]
    public async Task A_connections_own_client_goes_before_the_shared_one()
    {
        var server = new TokenServer(TokenServer.Good);

        await AcquireAsync(Options(o => o.ClientAuthentication = ClientAuthentication.Post), server, tenant: "acme", inputs: [("clientId", "acme-id"), ("clientSecret", "acme-secret")]);

        Assert.That(server.Sent[0].Body, Does.EndWith("client_id=acme-id&client_secret=acme-secret"));
    }

    [TestCase(null, true, "https://login.example/token")]
    [TestCase("https://login.example/again", true, "https://login.example/again")]
    [TestCase("https://login.example/again", false, "https://login.example/token")]
    [Category("R10")]
    public async Task A_renewal_goes_to_the_refresh_address_or_else_to_the_token_address(string? refresh, bool isRenewal, string address)
    {
        var server = new TokenServer(TokenServer.Good);

        await AcquireAsync(Options(o => o.RefreshUrl = refresh), server, isRenewal: isRenewal);

        Assert.That(server.Sent[0].Address, Is.EqualTo(new Uri(address)));
        Assert.That(server.Sent[0].Body, Is.EqualTo("grant_type=client_credentials"));
    }

    [TestCase(null, null)]
    [TestCase(1800, 1800d)]
    [Category("A18")]
    public async Task A_lifetime_that_nobody_tells_is_the_assumed_one(int? assumed, double? seconds)
    {
        var options = Options(o => o.AssumedLifetime = assumed is { } value ? TimeSpan.FromSeconds(value) : null);

        var acquired = await AcquireAsync(options, new TokenServer("""{"access_token":"at","token_type":"Bearer","expires_in":0}"""));

        Assert.That((acquired.Credential.ExpiresAt - TokenTime.Start)?.TotalSeconds, Is.EqualTo(seconds));
    }

    [Test]
    public async Task A_token_of_a_type_that_is_listed_is_sent_as_Bearer()
    {
        var acquired = await AcquireAsync(Options(o => o.AcceptedTokenTypes.Add("token")), new TokenServer("""{"access_token":"at","token_type":"TOKEN"}"""));

        Assert.That(acquired.Credential.Fields[0].Value.Reveal(), Is.EqualTo("Bearer at"));
    }

    [Test]
    [Category("R17")]
    public async Task A_user_is_refused_and_nothing_is_sent()
    {
        var server = new TokenServer(TokenServer.Good);

        var error = await RefusalAsync(Options(), server, user: "mia");

        Assert.That(error.Kind, Is.EqualTo(AuthorizationErrorKind.UnknownConnection));
        Assert.That(error.Message, Does.Contain("mia").And.Contain("no user"));
        Assert.That(server.Sent, Is.Empty);
    }

    [Test]
    public async Task A_refused_client_is_told_which_setting_to_look_at()
    {
        var server = Answering(HttpStatusCode.Unauthorized, """{"error":"invalid_client","error_description":"s3cret is wrong"}""");

        var shared = await RefusalAsync(Options(), server, tenant: "globex");
        var own = await RefusalAsync(Options(), server, tenant: "acme", inputs: [("clientSecret", "s3cret")]);

        Assert.Multiple(() =>
        {
            Assert.That((own.Kind, own.ErrorCode, own.StatusCode, own.Tenant, own.IsTransient), Is.EqualTo((AuthorizationErrorKind.ClientRefused, "invalid_client", 401, "acme", false)));
            Assert.That(own.Message, Does.Contain("401 invalid_client. Client id or secret is wrong: check AuthProfiles:Profiles:orders:Connections:acme:ClientSecret, or set ClientAuthentication to Post where the service takes them in the body."));
            Assert.That(shared.Message, Does.Contain("check AuthProfiles:Profiles:orders:ClientSecret, or set ClientAuthentication to Post where the service takes them in the body."));
            Assert.That(own.ToString() + shared, Does.Not.Contain("s3cret"));
        });
    }

    [Test]
    public async Task A_key_that_is_refused_is_told_as_the_setting_to_look_at()
    {
        var server = Answering(HttpStatusCode.Unauthorized, """{"error":"invalid_client"}""");

        var error = await RefusalAsync(Options(static o => (o.ClientAuthentication, o.ClientKey, o.ClientSecret) = (ClientAuthentication.PrivateKeyJwt, RfcKeys.Ec, null)), server);

        Assert.That(error.Message, Does.Contain("check AuthProfiles:Profiles:orders:ClientKey"));
    }

    [Test]
    public async Task A_second_key_goes_where_the_first_is_refused()
    {
        var server = Answering(HttpStatusCode.Unauthorized, """{"error":"invalid_client"}""");

        await RefusalAsync(
            Options(static o => (o.ClientAuthentication, o.ClientKey, o.SecondaryClientKey, o.ClientSecret) = (ClientAuthentication.PrivateKeyJwt, RfcKeys.Ec, RfcKeys.Rsa, null)), server);

        var algorithms = server.Sent.Select(static sent => new Jwt(sent.Body.Split("client_assertion=")[1]).Header.GetProperty("alg").GetString());
        Assert.That(algorithms, Is.EqualTo(new[] { "ES256", "RS256" }));
    }

    [Test]
    public async Task A_request_whose_answer_was_lost_is_sent_again_because_no_grant_is_spent_by_it()
    {
        var server = new TokenServer("reset", TokenServer.Good);

        await AcquireAsync(Options(), server);

        Assert.That(server.Sent, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_service_that_is_busy_says_for_how_long()
    {
        var error = await RefusalAsync(Options(), new TokenServer("503 60"));

        Assert.That((error.Kind, error.IsTransient, error.RetryAfter, error.StatusCode), Is.EqualTo((AuthorizationErrorKind.Transient, true, TimeSpan.FromSeconds(60), 503)));
    }

    [TestCase("clientId", "")]
    [TestCase("clientSecret", "")]
    [TestCase("clientId", "half a character")]
    [TestCase("clientSecret", "half a character")]
    [TestCase("clientId", "256 characters")]
    [TestCase("clientSecret", "256 characters")]
    [Category("R6"), Category("R7")]
    public async Task A_client_that_can_not_be_sent_is_refused(string field, string value)
    {
        // An attribute can't hold half a character.
        var given = value switch { "half a character" => "\uD800", "256 characters" => new string('x', 256), _ => value };
        var server = new TokenServer(TokenServer.Good);

        var error = await RefusalAsync(Options(), server, tenant: "acme", inputs: [(field, given)]);

        Assert.That(error.Kind, Is.EqualTo(AuthorizationErrorKind.InvalidValue));
        Assert.That(error.Message, Does.Contain(char.ToUpperInvariant(field[0]) + field[1..]).And.Not.Contain("xxx"));
        Assert.That(server.Sent, Is.Empty);
    }

    [Test]
    public async Task A_client_of_255_characters_is_sent()
    {
        var server = new TokenServer(TokenServer.Good);
        var longest = new string('x', 255);

        await AcquireAsync(Options(o => (o.ClientId, o.ClientSecret) = (longest, longest)), server);

        Assert.That(server.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_secret_that_nobody_gave_is_an_error_that_names_the_setting()
    {
        var server = new TokenServer(TokenServer.Good);

        var error = await RefusalAsync(Options(o => o.ClientSecret = null), server, tenant: "acme");

        Assert.That(error.Message, Does.Contain("AuthProfiles:Profiles:orders:Connections:acme:ClientSecret"));
        Assert.That(server.Sent, Is.Empty);
    }

    [Test]
    public void An_option_that_is_wrong_fails_when_the_profile_is_made_and_all_do_at_once()
    {
        var options = new ClientCredentialsOptions
        {
            ClientId = new string('x', 256),
            ClientSecret = "",
            RefreshUrl = "http://login.example/token",
            AssumedLifetime = TimeSpan.Zero,
            ClientAuthentication = (ClientAuthentication)7,
            BodyFormat = (BodyFormat)7,
            AcceptedTokenTypes = { "a b" },
        };

        var error = Assert.Catch<AuthorizationException>(() => new ClientCredentialsProfile("orders", options));

        Assert.That(error!.Kind, Is.EqualTo(AuthorizationErrorKind.Configuration));
        foreach (var setting in (string[])["TokenUrl", "RefreshUrl", "ClientId", "ClientSecret", "AssumedLifetime", "ClientAuthentication", "BodyFormat", "AcceptedTokenTypes"])
        {
            Assert.That(error.Message, Does.Contain(setting));
        }
    }

    [TestCase("grant_type")]
    [TestCase("Grant_Type")]
    [TestCase("client_id")]
    [TestCase("client_secret")]
    [TestCase("client_assertion")]
    [TestCase("refresh_token")]
    [TestCase("")]
    [Category("R14")]
    public void A_scope_parameter_never_takes_the_place_of_the_protocols(string name)
    {
        var error = Assert.Catch<AuthorizationException>(() => new ClientCredentialsProfile("orders", Options(o => o.Scope[name] = "x")));

        Assert.That(error!.Message, Does.Contain("Scope"));
    }

    [Test]
    public void A_scope_parameter_is_whole_text() =>
        Assert.Catch<AuthorizationException>(() => new ClientCredentialsProfile("orders", Options(o => o.Scope["scope"] = "\uD800")));

    [Test]
    public async Task Options_that_change_later_have_no_effect()
    {
        var server = new TokenServer(TokenServer.Good);
        var options = Options(o => o.Scope["scope"] = "read");
        var profile = new ClientCredentialsProfile("orders", options);
        options.Scope["scope"] = "write";
        options.TokenUrl = "https://elsewhere.example/";

        await AcquireAsync(profile, server);

        Assert.That(server.Sent[0].Body, Does.EndWith("scope=read"));
        Assert.That(server.Sent[0].Address.Host, Is.EqualTo("login.example"));
    }

    private static ClientCredentialsOptions Options(Action<ClientCredentialsOptions>? configure = null)
    {
        var options = new ClientCredentialsOptions { TokenUrl = "https://login.example/token", ClientId = "id", ClientSecret = "s3cret" };
        configure?.Invoke(options);
        return options;
    }

    private static TokenServer Answering(HttpStatusCode status, string body) =>
        new("200") { Respond = _ => new(status) { Content = new StringContent(body) } };

    private static Task<Acquired> AcquireAsync(
        ClientCredentialsOptions options, TokenServer server, string? tenant = null, string? user = null, bool isRenewal = false, params (string Key, string Value)[] inputs) =>
        AcquireAsync(new ClientCredentialsProfile("orders", options), server, tenant, user, isRenewal, inputs);

    private static async Task<Acquired> AcquireAsync(
        ClientCredentialsProfile profile, TokenServer server, string? tenant = null, string? user = null, bool isRenewal = false, params (string Key, string Value)[] inputs)
    {
        using var client = new HttpMessageInvoker(server, disposeHandler: false);
        var connection = new Connection
        {
            Key = new("orders", tenant, user),
            Inputs = inputs.ToImmutableDictionary(static input => input.Key, static input => new SecretValue(input.Value)),
        };
        return await profile.AcquireAsync(new(profile.Definition, connection, () => client, server.Time, isRenewal), default);
    }

    private static async Task<AuthorizationException> RefusalAsync(
        ClientCredentialsOptions options, TokenServer server, string? tenant = null, string? user = null, params (string Key, string Value)[] inputs) =>
        (await Assert.CatchAsync<AuthorizationException>(() => AcquireAsync(options, server, tenant, user, isRenewal: false, inputs)))!;
}
