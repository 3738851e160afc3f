using AuthProfiles.Diagnostics;
using AuthProfiles.Profiles;
using static AuthProfiles.AuthorizationErrorKind;

namespace AuthProfiles.Tests.OAuth;

/// <summary>What is told, noted and warned of whatever profile asks for a grant.</summary>
[CancelAfter(30_000)]
internal sealed class GrantEndpointTests
{
    private const string InvalidGrant = """{"error":"invalid_grant"}""";
    private const string InvalidClient = """{"error":"invalid_client"}""";

    [Test]
    public async Task A_second_secret_that_was_needed_a_type_that_is_missing_and_a_scope_that_is_narrower_are_warned_of()
    {
        var profile = new ClientCredentialsProfile("orders", Options(new ClientCredentialsOptions { SecondaryClientSecret = "second", Scope = { ["scope"] = "read write" } }));

        var request = await AskAsync(profile, new TokenServer(InvalidClient, """{"access_token":"at","scope":"read"}"""));

        Assert.That(request.Notes.Warnings, Is.EquivalentTo(new[] { AcquisitionWarning.SecondaryUsed, AcquisitionWarning.TokenTypeMissing, AcquisitionWarning.ScopeNarrowed }));
    }

    [Test]
    public async Task Nothing_is_warned_of_where_all_is_as_it_was_asked_for()
    {
        var profile = new ClientCredentialsProfile("orders", Options(new ClientCredentialsOptions { SecondaryClientSecret = "second", Scope = { ["scope"] = "read write" } }));

        var request = await AskAsync(profile, new TokenServer("""{"access_token":"at","token_type":"Bearer","scope":"write read"}"""));

        Assert.That(request.Notes.Warnings, Is.Empty);
    }

    [TestCase(59, false)]
    [TestCase(60, true)]
    [TestCase(61, true)]
    public async Task A_grant_without_a_refresh_token_has_ended_when_its_token_has(int minutes, bool hasEnded)
    {
        var grant = ProfileCall.GrantOf(refreshToken: null, age: TimeSpan.FromMinutes(minutes)) with { Issuer = null };

        var (request, error) = await RefusedAsync(new DeviceCodeProfile("tv", Device()), new TokenServer(TokenServer.Good), grant);

        Assert.That(error, Is.TypeOf<AuthorizationRequiredException>());
        Assert.That(error.Message, Does.StartWith("tv: its authorization has ended and the provider gave no refresh token: its owner must authorize again."));
        Assert.That(request.Notes.GrantEnded, Is.EqualTo(hasEnded));
    }

    [TestCase(null, InvalidClient, ", or set ClientAuthentication to Post where the service takes them in the body")]
    [TestCase(null, """{"error":"unauthorized_client"}""", "")]
    [TestCase(ClientAuthentication.Basic, InvalidClient, "")]
    [TestCase(ClientAuthentication.Post, InvalidClient, "")]
    public async Task Another_way_to_authenticate_is_a_cure_where_nobody_has_said_which(ClientAuthentication? way, string answer, string cure)
    {
        var options = Options(new ClientCredentialsOptions());
        options.ClientAuthentication = way;

        var (_, error) = await RefusedAsync(new ClientCredentialsProfile("orders", options), new TokenServer(answer));

        Assert.That(error.Message, Does.EndWith($"check AuthProfiles:Profiles:orders:ClientSecret{cure}."));
    }

    [Test]
    public async Task A_client_without_a_secret_is_told_to_look_at_its_id()
    {
        var options = Device();
        (options.ClientAuthentication, options.ClientSecret) = (ClientAuthentication.None, null);

        var (_, error) = await RefusedAsync(new DeviceCodeProfile("tv", options), new TokenServer(InvalidClient), ProfileCall.GrantOf() with { Issuer = null });

        Assert.That(error.Message, Does.EndWith("check AuthProfiles:Profiles:tv:ClientId."));
    }

    [TestCase("", null)]
    [TestCase(""", "refresh_token":"rt-2" """, "https://login.example")]
    public async Task Whose_a_refresh_token_is_gets_noted_with_one_alone(string member, string? issuer)
    {
        var options = Device();
        options.Issuer = "https://login.example";

        var (request, _) = await RefusedAsync(new DeviceCodeProfile("tv", options), new TokenServer($$"""{"access_token":"a\nb","token_type":"Bearer"{{member}}}"""), ProfileCall.GrantOf());

        Assert.That((request.Notes.Issuer, request.Notes.ClientId), Is.EqualTo((issuer, issuer is null ? null : "id")));
    }

    [Test]
    public async Task Where_nothing_of_the_connection_was_offered_nobody_has_to_authorize()
    {
        var (_, error) = await RefusedAsync(new ClientCredentialsProfile("orders", Options(new ClientCredentialsOptions())), new TokenServer(InvalidGrant));

        Assert.That(error.Kind, Is.EqualTo(OAuthError));
    }

    [Test]
    public async Task A_password_that_is_refused_is_not_sent_again_and_its_settings_are_named([Values] bool isUsers)
    {
        var (request, error) = await RefusedAsync(Password(), new TokenServer(InvalidGrant), user: isUsers ? "mia" : null);

        var settings = isUsers ? "Username and Password" : "AuthProfiles:Profiles:old:Username and AuthProfiles:Profiles:old:Password";
        Assert.That(error, Is.TypeOf<AuthorizationRequiredException>());
        Assert.That(error.Message, Does.Contain($"answered 200 invalid_grant: check {settings}. Nothing is sent again until they change"));
        Assert.That((request.Notes.InputsRefused, request.Notes.GrantEnded), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task A_refresh_token_that_is_refused_ends_the_grant_and_no_input()
    {
        var (request, error) = await RefusedAsync(new DeviceCodeProfile("tv", Device()), new TokenServer(InvalidGrant), ProfileCall.GrantOf() with { Issuer = null });

        Assert.That(error.Message, Does.Contain("the authorization has ended, and its owner must authorize again"));
        Assert.That((request.Notes.InputsRefused, request.Notes.GrantEnded), Is.EqualTo((false, true)));
    }

    [TestCase("https://login.example", true)]
    [TestCase(null, true)]
    [TestCase("https://other.example", false)]
    public async Task A_token_is_revoked_by_nobody_but_who_gave_it(string? issuer, bool isTold)
    {
        var options = Device();
        options.RevocationUrl = "https://login.example/revoke";
        var server = new TokenServer("{}");
        using var client = new HttpMessageInvoker(server);
        var profile = new DeviceCodeProfile("tv", options);

        var isRevoked = await IGrantRevocation.Of(profile)!.RevokeAsync(ProfileCall.RequestFor(profile, client, server.Time, ProfileCall.GrantOf() with { Issuer = issuer }), default);

        Assert.That((isRevoked, server.Sent.Count), Is.EqualTo((isTold, isTold ? 1 : 0)));
    }

    [Test]
    public async Task A_renewal_asks_for_its_scope_with_the_providers_separator()
    {
        var options = Device();
        (options.Provider, options.Scope["scope"], options.RefreshParameters["scope"]) = (OAuthProvider.Standard with { ScopeSeparator = "," }, "read write admin", "read write");
        var server = new TokenServer(TokenServer.Good);
        using var client = new HttpMessageInvoker(server);
        var profile = new DeviceCodeProfile("tv", options);

        await profile.AcquireAsync(ProfileCall.RequestFor(profile, client, server.Time, ProfileCall.GrantOf() with { Issuer = null }, isRenewal: true), default);

        Assert.That(server.Sent.Single().Form()["scope"], Is.EqualTo("read,write"));
    }

    private static async Task<CredentialRequest> AskAsync(ClientCredentialsProfile profile, TokenServer server)
    {
        using var client = new HttpMessageInvoker(server);
        var request = ProfileCall.RequestFor(profile, client, server.Time);
        await profile.AcquireAsync(request, default);
        return request;
    }

    private static async Task<(CredentialRequest Request, AuthorizationException Error)> RefusedAsync(IAuthorizationProfile profile, TokenServer server, Grant? grant = null, string? user = null)
    {
        using var client = new HttpMessageInvoker(server);
        (string, string)[] inputs = user is null ? [] : [("username", user), ("password", "canary-password")];
        var request = ProfileCall.RequestFor(profile, client, server.Time, grant, isRenewal: grant is not null, user: user, inputs: inputs);
        return (request, (await Assert.CatchAsync<AuthorizationException>(() => profile.AcquireAsync(request, default).AsTask()))!);
    }

    private static PasswordProfile Password()
    {
        var options = Options(new PasswordOptions());
        (options.AllowPasswordGrant, options.Username, options.Password) = (true, "mia", "canary-password");
        return new("old", options);
    }

    private static DeviceCodeOptions Device()
    {
        var options = Options(new DeviceCodeOptions());
        options.DeviceAuthorizationUrl = "https://login.example/device";
        return options;
    }

    private static TOptions Options<TOptions>(TOptions options)
        where TOptions : OAuthOptions
    {
        (options.TokenUrl, options.ClientId, options.ClientSecret) = ("https://login.example/token", "id", "s3cret");
        return options;
    }
}
