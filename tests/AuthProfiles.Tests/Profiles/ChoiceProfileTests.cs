using System.Collections.Immutable;
using AuthProfiles.Profiles;
using AuthProfiles.Settings;
using AuthProfiles.Tests.Consent;
using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Tests.Profiles;

/// <summary>A choice between an application's own access and its users' consent, which one id and secret would fit alike.</summary>
[TestFixture]
public sealed class ChoiceProfileTests
{
    private const string Name = "desk";

    private static readonly ProfileTraits Traits = new()
    {
        AuthorizationType = "Desk",
        Fields = [new("clientId") { OfApplication = true }, new("clientSecret") { OfApplication = true }, new("key") { Optional = true }],
        Renewable = true,
    };

    [Test]
    public async Task The_applications_own_access_needs_no_consent()
    {
        await using var desk = new Desk();

        using var response = await desk.Client.GetAsync("tickets");

        Assert.That(desk.Asked, Is.EqualTo(new[] { "client_credentials" }));
        Assert.That(desk.Service.Sent.Single()["Authorization"], Is.EqualTo("Bearer client_credentials-1"));
    }

    [Test]
    public async Task A_user_is_never_served_with_the_applications_own_access()
    {
        await using var desk = new Desk();
        await desk.StoreAsync("mia", grant: null);

        var error = await Assert.CatchAsync<AuthorizationRequiredException>(() => desk.Client.For(user: "mia").GetAsync("tickets"));

        Assert.That(error!.CanConsent, Is.True);
        Assert.That(desk.Asked, Is.Empty);
    }

    [Test]
    public async Task A_user_consents_calls_and_is_renewed_by_the_way_that_asks()
    {
        await using var desk = new Desk();
        await desk.ConsentAsync("mia");

        (await desk.Client.For(user: "mia").GetAsync("tickets")).Dispose();
        desk.Time.Advance(TimeSpan.FromHours(2));
        (await desk.Client.For(user: "mia").GetAsync("tickets")).Dispose();

        Assert.That(desk.Asked, Is.EqualTo(new[] { "authorization_code", "refresh_token" }));
        Assert.That(desk.Service.Sent.Select(static sent => sent["Authorization"]), Is.EqualTo(new[] { "Bearer authorization_code-1", "Bearer refresh_token-2" }));
        Assert.That((await desk.StoredAsync("mia"))!.Grant!.AccessToken.Reveal(), Is.EqualTo("refresh_token-2"));
    }

    [Test]
    public async Task A_connection_that_has_a_grant_is_renewed_by_it_although_its_values_fit_another_way()
    {
        await using var desk = new Desk();
        await desk.StoreAsync(user: null, Grant("old", "rt-old"));

        (await desk.Client.GetAsync("tickets")).Dispose();
        desk.Time.Advance(TimeSpan.FromHours(2));
        (await desk.Client.GetAsync("tickets")).Dispose();

        Assert.That(desk.Asked, Is.EqualTo(new[] { "refresh_token" }));
        Assert.That(desk.Service.Sent[0]["Authorization"], Is.EqualTo("Bearer old"));
    }

    [Test]
    public async Task What_the_application_obtains_for_itself_is_not_written_and_is_asked_for_again()
    {
        await using var desk = new Desk();

        (await desk.Client.GetAsync("tickets")).Dispose();
        desk.Time.Advance(TimeSpan.FromHours(2));
        (await desk.Client.GetAsync("tickets")).Dispose();

        Assert.That(desk.Asked, Is.EqualTo(new[] { "client_credentials", "client_credentials" }));
        Assert.That(await desk.StoredAsync(user: null), Is.Null);
    }

    [Test]
    public async Task A_key_of_a_tenants_own_decides_before_what_is_shared()
    {
        await using var desk = new Desk(static o => o.Connections["acme"] = new Dictionary<string, SecretValue>(StringComparer.Ordinal) { ["key"] = "k-1" });

        (await desk.Client.For("acme").GetAsync("tickets")).Dispose();

        Assert.That(desk.Service.Sent.Single()["x-key"], Is.EqualTo("k-1"));
        Assert.That(desk.Asked, Is.Empty);
    }

    [Test]
    public async Task Ending_a_connection_revokes_its_grant_where_the_way_that_has_it_can()
    {
        await using var desk = new Desk();
        await desk.ConsentAsync("mia");

        await desk.Connections.DisconnectAsync(Name, user: "mia");

        var revocation = desk.Tokens.Sent[^1];
        Assert.That(revocation.Address.AbsoluteUri, Is.EqualTo("https://desk.example/revoke"));
        Assert.That(CalendarTest.Parameters(revocation.Body!)["token"], Is.EqualTo("rt-1"));
    }

    [TestCase(null, "client_credentials")]
    [TestCase("mia", "authorization_code")]
    public async Task The_test_goes_the_way_that_a_request_goes(string? user, string grantType)
    {
        await using var desk = new Desk();

        await desk.Tester.TestAsync(Name, user: user);

        Assert.That(desk.Asked, Is.EqualTo(new[] { grantType }));
    }

    [Test]
    public async Task A_choice_whose_ways_keep_no_grant_revokes_nothing()
    {
        var profile = new ChoiceProfile(Name, new DelegateOptions(), Traits, [KeyWay()]);
        var connection = new Connection { Key = new(Name), Grant = Grant("at", "rt"), Inputs = ImmutableDictionary<string, SecretValue>.Empty.Add("key", "k") };

        var isRevoked = await ((IGrantRevocation)profile).RevokeAsync(new(profile.Definition, connection, static () => throw new InvalidOperationException("Nobody is to be asked."), new ManualTime()), default);

        Assert.That(isRevoked, Is.False);
    }

    [Test]
    public async Task A_grant_of_a_refresh_token_is_revoked_although_nobody_consents()
    {
        using var tokens = new StubPrimary();
        using var client = new HttpMessageInvoker(tokens);
        var way = new RefreshTokenProfile(Name, new() { TokenUrl = "https://desk.example/token", RevocationUrl = "https://desk.example/revoke", ClientId = "app", ClientSecret = "s" });
        var profile = new ChoiceProfile(Name, new DelegateOptions { Inputs = { ["clientId"] = "app", ["clientSecret"] = "s" } }, Traits, [OwnWay(), way]);
        var connection = new Connection { Key = new(Name), Grant = Grant("at", "rt") };

        var isRevoked = await ((IGrantRevocation)profile).RevokeAsync(new(profile.Definition, connection, () => client, new ManualTime()), default);

        Assert.That(isRevoked, Is.True);
        Assert.That(profile.Definition.Traits.KeepsGrant, Is.True);
    }

    [Test]
    [Category("I2")]
    public void A_choice_shows_its_credential_in_the_address_where_one_of_its_ways_does()
    {
        var query = new ApiKeyProfile(Name, new() { QueryString = "key" });
        var path = new CustomProfile(Name, new() { AuthorizationFields = { AuthorizationField.PathParam("pin", "1") } });

        Assert.That(new ChoiceProfile(Name, new DelegateOptions(), Traits, [KeyWay(), query]).Definition.ShowsInAddress, Is.True);
        Assert.That(new ChoiceProfile(Name, new DelegateOptions(), Traits, [KeyWay(), path]).Definition.ShowsInAddress, Is.True);
        Assert.That(new ChoiceProfile(Name, new DelegateOptions(), Traits with { ShowsInAddress = true }, [KeyWay()]).Definition.ShowsInAddress, Is.True);
        Assert.That(new ChoiceProfile(Name, new DelegateOptions(), Traits, [KeyWay(), OwnWay()]).Definition.ShowsInAddress, Is.False);
    }

    private static Grant Grant(string accessToken, string refreshToken) => new()
    {
        AccessToken = accessToken,
        RefreshToken = refreshToken,
        ObtainedAt = ManualTime.Start,
        ExpiresAt = ManualTime.Start.AddHours(1),
        Issuer = "https://desk.example",
    };

    private static ClientCredentialsProfile OwnWay() => new(Name, new() { TokenUrl = "https://desk.example/token" });

    private static ApiKeyProfile KeyWay() => new(Name, new() { Header = "x-key" });

    private static AuthorizationCodeProfile ConsentWay() => new(Name, new()
    {
        AuthorizationUrl = "https://desk.example/authorize",
        TokenUrl = "https://desk.example/token",
        RevocationUrl = "https://desk.example/revoke",
        RedirectUri = CalendarTest.Callback,
    });

    private sealed class Desk : IAsyncDisposable
    {
        private static readonly ProfileKind<DelegateOptions> Kind = new(
            "Desk",
            new SettingList<DelegateOptions>().Include(ProfileSettings.Common),
            static () => new(),
            static (name, options) => new ChoiceProfile(name, options, Traits, [OwnWay(), ConsentWay(), KeyWay()]));

        private readonly ServiceProvider _services;

        public Desk(Action<DelegateOptions>? configure = null)
        {
            Tokens = new(Answer);
            var services = new ServiceCollection().AddSingleton<TimeProvider>(Time);
            services.AddAuthProfiles().Add(Kind, Name, options =>
            {
                options.BaseUrl = "https://api.desk.example/";
                options.Inputs["clientId"] = "app";
                options.Inputs["clientSecret"] = "s3cret";
                configure?.Invoke(options);
            });
            services.AddHttpClient("AuthProfiles.TokenClient").ConfigurePrimaryHttpMessageHandler(() => Tokens);
            services.AddHttpClient(Name).AddAuthorizationProfile(Name).ConfigurePrimaryHttpMessageHandler(() => Service);
            _services = services.BuildServiceProvider();
        }

        public ManualTime Time { get; } = new();

        public StubPrimary Tokens { get; }

        public StubPrimary Service { get; } = new();

        public List<string> Asked { get; } = [];

        public HttpClient Client => _services.GetRequiredService<IHttpClientFactory>().CreateClient(Name);

        public IConnections Connections => _services.GetRequiredService<IConnections>();

        public IAuthorizationTester Tester => _services.GetRequiredService<IAuthorizationTester>();

        private IConnectionStore Store => _services.GetRequiredService<IConnectionStore>();

        public async Task ConsentAsync(string user) =>
            await Connections.CompleteAsync(CalendarTest.Back(await Connections.StartAsync(Name, user: user)), user: user);

        public async Task StoreAsync(string? user, Grant? grant) => await Store.TryWriteAsync(new() { Key = new(Name, user: user), Grant = grant }, expectedVersion: 0);

        public async Task<Connection?> StoredAsync(string? user) => (await Store.ReadAsync(new(Name, user: user)))?.Connection;

        public ValueTask DisposeAsync() => _services.DisposeAsync();

        private HttpResponseMessage Answer(HttpRequestMessage request)
        {
            var parameters = CalendarTest.Parameters(Tokens.Sent[^1].Body!);
            if (!parameters.TryGetValue("grant_type", out var grantType))
            {
                return CalendarTest.Json(200, "{}");
            }

            Asked.Add(grantType);
            var refresh = grantType == "client_credentials" ? string.Empty : $",\"refresh_token\":\"rt-{Asked.Count}\"";
            return CalendarTest.Json(200, $$"""{"access_token":"{{grantType}}-{{Asked.Count}}","token_type":"Bearer","expires_in":3600{{refresh}}}""");
        }
    }
}
