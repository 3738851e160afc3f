using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthProfiles.Tests.OAuth;

[CancelAfter(30_000)]
internal sealed class TokenExchangeProfileTests
{
    private const string Jwt = "urn:ietf:params:oauth:token-type:jwt";
    private const string AccessToken = "urn:ietf:params:oauth:token-type:access_token";
    private const string Good = $$"""{"access_token":"at","token_type":"Bearer","issued_token_type":"{{AccessToken}}","expires_in":60}""";

    [Test]
    public async Task _8693_01_The_token_and_its_type_are_always_sent()
    {
        var server = new TokenServer(Good);

        await ProfileCall.AcquireAsync(Profile(), server);

        var form = server.Sent.Single().Form();
        Assert.That(form["grant_type"], Is.EqualTo("urn:ietf:params:oauth:grant-type:token-exchange"));
        Assert.That((form["subject_token"], form["subject_token_type"]), Is.EqualTo(("subject", AccessToken)));
    }

    [Test]
    public void The_setting_that_the_error_asks_for_is_one()
    {
        const string Section = "AuthProfiles:Profiles:billing:";
        (string, string?)[] settings = [(Section + "Type", "TokenExchange"), (Section + "BaseUrl", "https://api.example/"), (Section + "TokenUrl", "https://login.example/token"), (Section + "ClientId", "app"), (Section + "ClientSecret", "s")];

        Assert.That(() => Start(settings), Throws.InstanceOf<AuthorizationException>().With.Message.Contains($"Set {Section}SubjectToken"));
        Assert.That(() => Start([.. settings, (Section + "SubjectToken", "st")]), Throws.Nothing);

        static void Start((string, string?)[] settings)
        {
            var services = new ServiceCollection().AddSingleton(Configured.By(settings));
            services.AddAuthProfiles();
            using var provider = services.BuildServiceProvider();
            provider.GetRequiredService<IStartupValidator>().Validate();
        }
    }

    [Test]
    public async Task _8693_02_The_acting_partys_type_is_sent_with_its_token_and_not_without()
    {
        var (alone, acting) = (new TokenServer(Good), new TokenServer(Good));

        await ProfileCall.AcquireAsync(Profile(), alone);
        await ProfileCall.AcquireAsync(Profile(o => (o.ActorToken, o.ActorTokenType) = ((_, _) => new(new SecretValue("actor")), Jwt)), acting);

        Assert.That(alone.Sent.Single().Body, Does.Not.Contain("actor"));
        var form = acting.Sent.Single().Form();
        Assert.That((form["actor_token"], form["actor_token_type"]), Is.EqualTo(("actor", Jwt)));
    }

    [Test]
    public async Task _8693_03_Several_audiences_and_resources_go_in_their_order()
    {
        var server = new TokenServer(Good);

        await ProfileCall.AcquireAsync(
            Profile(o =>
            {
                o.Audiences.Add("first");
                o.Audiences.Add("second");
                o.Resources.Add("https://a.example/");
                o.Resources.Add("https://b.example/");
            }),
            server);

        Assert.That(server.Sent.Single().Body, Does.Contain("audience=first&audience=second").And.Contain("resource=https%3A%2F%2Fa.example%2F&resource=https%3A%2F%2Fb.example%2F"));
    }

    [Test]
    public async Task _8693_04_An_answer_that_does_not_say_what_it_brings_is_refused()
    {
        var error = await ProfileCall.RefusalAsync(Profile(), new TokenServer("""{"access_token":"at","token_type":"Bearer"}"""));

        Assert.That(error.Kind, Is.EqualTo(AuthorizationErrorKind.MalformedResponse));
        Assert.That(error.Message, Does.Contain("issued_token_type"));
    }

    [Test]
    public async Task _8693_04_An_answer_that_brings_another_type_than_was_asked_for_is_refused()
    {
        var error = await ProfileCall.RefusalAsync(Profile(o => o.RequestedTokenType = Jwt), new TokenServer(Good));

        Assert.That(error.Kind, Is.EqualTo(AuthorizationErrorKind.UnsupportedTokenType));
    }

    [Test]
    public async Task _8693_05_A_token_that_is_no_access_token_is_never_sent_as_one()
    {
        var error = await ProfileCall.RefusalAsync(Profile(), new TokenServer("""{"access_token":"at","token_type":"N_A","issued_token_type":"urn:ietf:params:oauth:token-type:saml2"}"""));

        Assert.That(error.Kind, Is.EqualTo(AuthorizationErrorKind.UnsupportedTokenType));
    }

    [TestCase("invalid_target")]
    [TestCase("invalid_request")]
    public async Task _8693_06_A_target_that_is_refused_is_told_by_its_code(string code)
    {
        var error = await ProfileCall.RefusalAsync(Profile(), new TokenServer($$"""{"error":"{{code}}"}"""));

        Assert.That((error.Kind, error.ErrorCode), Is.EqualTo((AuthorizationErrorKind.OAuthError, code)));
        Assert.That(error.Message, Does.Not.Contain("check "));
    }

    [TestCase("")]
    [TestCase(" ")]
    public void A_type_that_is_asked_for_has_a_name(string type) =>
        Assert.That(() => Profile(o => o.RequestedTokenType = type), Throws.TypeOf<AuthorizationException>().With.Message.Contains($"__RequestedTokenType) to the type's name, such as {Jwt}"));

    [Test]
    public async Task The_type_that_is_asked_for_and_the_scope_go_along()
    {
        var (plain, asking) = (new TokenServer(Good), new TokenServer(Good));

        await ProfileCall.AcquireAsync(Profile(), plain);
        await ProfileCall.AcquireAsync(Profile(o => (o.RequestedTokenType, o.Scope["scope"]) = (AccessToken, "read")), asking);

        Assert.That(plain.Sent.Single().Body, Does.Not.Contain("requested_token_type").And.Not.Contain("scope"));
        var form = asking.Sent.Single().Form();
        Assert.That((form["requested_token_type"], form["scope"]), Is.EqualTo((AccessToken, "read")));
    }

    [Test]
    public async Task An_exchange_spends_nothing_so_it_is_asked_for_again()
    {
        var server = new TokenServer("ended", Good);

        var acquired = await ProfileCall.AcquireAsync(Profile(), server);

        Assert.That(acquired.Credential, Is.Not.Null);
        Assert.That(server.Sent, Has.Count.EqualTo(2));
    }

    [Test]
    public void Who_calls_the_application_says_so([Values] bool bySubject, [Values] bool byActor)
    {
        var profile = Profile(o => (o.SubjectToken, o.ActorToken) = (bySubject ? o.SubjectToken : null, byActor ? (_, _) => new(new SecretValue("actor")) : null));

        Assert.That(profile.Definition.Traits.CallsApplication, Is.EqualTo(bySubject || byActor));
        Assert.That(profile.Definition.Traits.ServesAnyUser, Is.EqualTo(bySubject));
    }

    [Test]
    public async Task A_connection_gives_the_token_where_no_function_does()
    {
        var server = new TokenServer(Good);
        var profile = Profile(o => o.SubjectToken = null);

        await ProfileCall.AcquireAsync(profile, server, inputs: ("subjectToken", "given"));
        var error = await ProfileCall.RefusalAsync(profile, server);

        Assert.That(server.Sent.Single().Form()["subject_token"], Is.EqualTo("given"));
        Assert.That(error.Kind, Is.EqualTo(AuthorizationErrorKind.Configuration));
    }

    [Test]
    public async Task The_function_knows_whose_token_is_wanted()
    {
        var server = new TokenServer(Good);
        var profile = Profile(o => o.SubjectToken = (request, _) => new(new SecretValue("token-of-" + request.Connection.Key.User)));

        await ProfileCall.AcquireAsync(profile, server, user: "mia");

        Assert.That(server.Sent.Single().Form()["subject_token"], Is.EqualTo("token-of-mia"));
    }

    private static TokenExchangeProfile Profile(Action<TokenExchangeOptions>? configure = null)
    {
        var options = new TokenExchangeOptions
        {
            TokenUrl = "https://login.example/token",
            ClientId = "id",
            ClientSecret = "s3cret",
            SubjectToken = (_, _) => new(new SecretValue("subject")),
        };
        configure?.Invoke(options);
        return new("behind", options);
    }
}
