using AuthProfiles.Zendesk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace AuthProfiles.Zendesk.Tests.Authorization;

/// <summary>Users who consent at Zendesk, by the application's global client or by the client of their account.</summary>
[TestFixture]
public sealed class UsersSignInTests
{
    private static readonly (string Key, string Value)[] SystemApp =
    [
        ("UsersSignIn", "true"),
        ("AllowAnyTenant", "true"),
        ("ClientId", "zdg-triage"),
        ("ClientSecret", "s-system"),
        ("Connections:globex:Subdomain", "https://globex-help.zendesk.com/"),
        ("Connections:globex:ClientId", "globex_client"),
        ("Connections:globex:ClientSecret", "s-globex"),
    ];

    [TestCase("acme", "acme", "zdg-triage", "s-system", ConnectionApp.System)]
    [TestCase("globex", "globex-help", "globex_client", "s-globex", ConnectionApp.Custom)]
    public async Task A_user_consents_to_the_app_of_their_account(string tenant, string account, string client, string secret, ConnectionApp kind)
    {
        await using var app = ZendeskApp.WithSupport(SystemApp);
        var address = $"https://{account}.zendesk.com/";
        var bodies = ExpectGrant(app, address, "t-1", "r-1");
        app.Network.Expect(address + "api/v2/users/me").WithHeaders("Authorization", "Bearer t-1").Respond("application/json", """{"user":{"id":1,"email":"mia@example.com"}}""");
        app.ExpectTicket(address, 7, "Bearer t-1");

        var start = await Connections(app).StartAsync("support", tenant, "mia", new() { CallbackLink = new("https://app.example/callback") });
        var completed = await Connections(app).CompleteAsync(Back(start), tenant, "mia");
        await app.Zendesk.For(tenant, "mia").Tickets.GetAsync(7);

        var asked = Parameters(start.Address.Query[1..]);
        Assert.That(start.Address.AbsoluteUri, Does.StartWith(address + "oauth/authorizations/new?"));
        Assert.That((asked["response_type"], asked["client_id"], asked["scope"], asked["code_challenge_method"]), Is.EqualTo(("code", client, "read write", "S256")));
        Assert.That(bodies.Single(), Does.Contain("\"grant_type\":\"authorization_code\"").And.Contain(secret).And.Contain("code_verifier")
            .And.Contain("\"expires_in\":\"1800\"").And.Contain("\"refresh_token_expires_in\":\"2592000\""));
        Assert.That((completed.Connection.App, completed.Connection.AccountLabel), Is.EqualTo((kind, "mia@example.com")));
        app.Network.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task A_rotated_refresh_token_is_kept_before_the_new_token_is_used()
    {
        await using var app = ZendeskApp.WithSupport(SystemApp);
        var store = app.Services.GetRequiredService<IConnectionStore>();
        var now = TimeProvider.System.GetUtcNow();
        await store.TryWriteAsync(
            new() { Key = new("support", "acme", "mia"), Grant = new() { AccessToken = "t-1", RefreshToken = "r-1", ObtainedAt = now.AddHours(-1), ExpiresAt = now.AddMinutes(-30), ClientId = "zdg-triage" } },
            expectedVersion: 0);
        var bodies = ExpectGrant(app, "https://acme.zendesk.com/", "t-2", "r-2");
        app.ExpectTicket("https://acme.zendesk.com/", 7, "Bearer t-2");

        await app.Zendesk.For("acme", "mia").Tickets.GetAsync(7);

        Assert.That(bodies.Single(), Does.Contain("\"refresh_token\":\"r-1\"").And.Contain("\"expires_in\":\"1800\"").And.Contain("\"refresh_token_expires_in\":\"2592000\""));
        var kept = (await store.ReadAsync(new("support", "acme", "mia")))!.Connection.Grant!;
        Assert.That((kept.RefreshToken!.Reveal(), kept.RefreshExpiresAt - kept.ObtainedAt), Is.EqualTo(("r-2", TimeSpan.FromDays(30))));
        var shown = await Connections(app).FindAsync("support", "acme", "mia");
        Assert.That(shown!.ConsentEndsAt, Is.EqualTo(kept.RefreshExpiresAt));
    }

    [Test]
    public async Task A_tenant_goes_by_its_client_whoever_of_its_users_signs_in()
    {
        await using var app = ZendeskApp.WithSupport(SystemApp);
        var bodies = app.ExpectToken("https://globex-help.zendesk.com/", "t-globex");
        app.ExpectTicket("https://globex-help.zendesk.com/", 7, "Bearer t-globex");

        await app.Zendesk.For("globex").Tickets.GetAsync(7);

        Assert.That(bodies.Single(), Does.Contain("client_credentials").And.Contain("globex_client"));
    }

    [Test]
    public async Task A_user_gives_nothing_of_the_application()
    {
        await using var app = ZendeskApp.WithSupport(SystemApp);

        var forms = await Connections(app).DescribeAsync("support", "acme", "mia");

        Assert.That((forms.Single().AuthorizationType, forms.Single().AsksConsent, forms.Single().Fields.Count), Is.EqualTo(("AuthorizationCode", true, 0)));
    }

    [Test]
    public async Task A_user_who_has_not_consented_is_told_how_and_gets_nobody_elses_access()
    {
        await using var app = ZendeskApp.WithSupport(SystemApp);

        var error = await Assert.CatchAsync<AuthorizationRequiredException>(() => app.Zendesk.For("globex", "mia").Tickets.GetAsync(1));

        Assert.That((error!.CanConsent, app.Requests.Count), Is.EqualTo((true, 0)));
    }

    private static IConnections Connections(ZendeskApp app) => app.Services.GetRequiredService<IConnections>();

    private static List<string> ExpectGrant(ZendeskApp app, string address, string token, string refreshToken)
    {
        var bodies = new List<string>();
        app.Network.Expect(HttpMethod.Post, address + "oauth/tokens").Respond(async request =>
        {
            bodies.Add(await request.Content!.ReadAsStringAsync());
            return StubService.JsonAnswer(
                $$"""{"access_token":"{{token}}","refresh_token":"{{refreshToken}}","token_type":"bearer","scope":"read write","expires_in":1800,"refresh_token_expires_in":2592000}""",
                System.Net.HttpStatusCode.Created);
        });
        return bodies;
    }

    private static Uri Back(AuthorizationStart start) =>
        new($"https://app.example/callback?code=c-1&state={Uri.EscapeDataString(Parameters(start.Address.Query[1..])["state"])}");

    private static Dictionary<string, string> Parameters(string query) => query.Split('&').Select(static pair => pair.Split('=')).ToDictionary(
        static pair => pair[0], static pair => Uri.UnescapeDataString(pair[1].Replace('+', ' ')), StringComparer.Ordinal);
}
