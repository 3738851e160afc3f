using AuthProfiles.Zendesk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthProfiles.Zendesk.Tests.DependencyInjection;

/// <summary>Clients of Zendesk that a profile of another kind authorizes.</summary>
[TestFixture]
public sealed class NamedProfileTests
{
    [Test]
    public async Task A_users_consent_authorizes_a_ticket_call()
    {
        await using var app = new ZendeskApp(static services =>
        {
            AddUsers(services);
            services.AddZendesk("support", profile: "zendesk-users");
        });
        await app.Services.GetRequiredService<IConnectionStore>().TryWriteAsync(Consented("acme", "mia", "t-mia"), expectedVersion: 0);
        await app.Services.GetRequiredService<IConnectionStore>().TryWriteAsync(Consented("acme", "joe", "t-joe"), expectedVersion: 0);
        app.ExpectTicket("https://acme.zendesk.com/", 1, "Bearer t-mia");
        app.ExpectTicket("https://acme.zendesk.com/", 1, "Bearer t-joe");

        await app.Zendesk.For("acme", "mia").Tickets.GetAsync(1);
        await app.Zendesk.For("acme", "joe").Tickets.GetAsync(1);

        app.Network.VerifyNoOutstandingExpectation();
        Assert.That(app.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_user_who_has_not_consented_is_told_how()
    {
        await using var app = new ZendeskApp(static services =>
        {
            services.AddZendesk("support", profile: "zendesk-users");
            AddUsers(services);
        });

        var error = await Assert.CatchAsync<AuthorizationRequiredException>(() => app.Zendesk.For("acme", "mia").Tickets.GetAsync(1));

        Assert.That((error!.Profile, error.CanConsent), Is.EqualTo(("zendesk-users", true)));
        Assert.That(app.Requests, Is.Empty);
    }

    [Test]
    public async Task Nothing_of_its_own_is_missed_at_the_start()
    {
        await using var app = new ZendeskApp(static services =>
        {
            AddUsers(services);
            services.AddZendesk("support", profile: "zendesk-users");
        });

        app.Services.GetRequiredService<IStartupValidator>().Validate();
    }

    [Test]
    public async Task The_profile_may_be_any()
    {
        await using var app = new ZendeskApp(static services =>
        {
            services.AddAuthProfiles().AddDelegate("ours", static o =>
            {
                o.BaseUrl = "https://{tenant}.zendesk.com/";
                o.Acquire = static (request, _) => new(Credential.Bearer("t-" + request.Connection.Key.Tenant));
            });
            services.AddZendesk("support", profile: "ours");
        });
        app.ExpectTicket("https://acme.zendesk.com/", 1, "Bearer t-acme");

        await app.Zendesk.For("acme").Tickets.GetAsync(1);

        app.Network.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task Registered_again_it_is_the_same_client()
    {
        await using var app = new ZendeskApp(static services =>
        {
            AddUsers(services);
            services.AddZendesk("support", profile: "zendesk-users");
            services.AddZendesk("support", profile: "zendesk-users");
        });

        Assert.That(app.Services.GetKeyedServices<ZendeskClient>("support").Count(), Is.EqualTo(1));
    }

    [Test]
    public void A_name_has_one_profile()
    {
        var services = new ServiceCollection();
        services.AddZendesk("support");

        Assert.That(() => services.AddZendesk("support", profile: "zendesk-users"), Throws.InvalidOperationException.With.Message.Contains("'support' already"));
    }

    [TestCase("", "users")]
    [TestCase("support", "")]
    public void Names_are_not_empty(string name, string profile) =>
        Assert.That(() => new ServiceCollection().AddZendesk(name, profile), Throws.ArgumentException);

    private static void AddUsers(IServiceCollection services) => services.AddAuthProfiles().AddAuthorizationCode("zendesk-users", static o =>
    {
        o.Provider = OAuthProviders.Zendesk;
        o.ClientId = "triage";
        o.ClientSecret = "s3cret";
        o.Scope["scope"] = "read write";
    });

    private static Connection Consented(string tenant, string user, string token) => new()
    {
        Key = new("zendesk-users", tenant, user),
        Grant = new() { AccessToken = token, ObtainedAt = DateTimeOffset.UtcNow, ExpiresAt = DateTimeOffset.UtcNow.AddHours(1) },
    };
}
