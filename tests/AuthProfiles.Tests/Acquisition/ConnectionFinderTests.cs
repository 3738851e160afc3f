using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Tests.Acquisition;

[Category("I7")]
public sealed class ConnectionFinderTests
{
    private readonly ManualClock _clock = new();

    [TestCase("acme", "k-acme")]
    [TestCase("globex", "k-globex")]
    public async Task A_tenant_in_the_settings_uses_its_own_key(string tenant, string key)
    {
        using var primary = new StubPrimary();
        await using var provider = WithSettings(primary);

        using var response = await ClientOf(provider).For(tenant).GetAsync("x");

        Assert.That(primary.Sent.Single()["x-api-key"], Is.EqualTo(key));
    }

    [TestCase("initech")]
    [TestCase("Acme")]
    [TestCase("ACME")]
    public async Task A_tenant_that_nobody_knows_is_refused_and_gets_nobodys_key(string tenant)
    {
        using var primary = new StubPrimary();
        await using var provider = WithSettings(primary);

        Assert.That(
            async () => await ClientOf(provider).For(tenant).GetAsync("x"),
            Throws.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(AuthorizationErrorKind.UnknownConnection));
        Assert.That(primary.Sent, Is.Empty);
    }

    [Test]
    public async Task A_user_who_gave_no_key_never_sends_the_developers()
    {
        using var primary = new StubPrimary();
        var store = new InMemoryConnectionStore();
        await store.TryWriteAsync(new Connection { Key = new("weather", tenant: null, user: "mia") }, expectedVersion: 0, CancellationToken.None);
        using var http = Clients.Over(primary, new ApiKeyProfile("weather", new() { BaseUrl = "https://api.example/", Key = "k-developer" }), _clock, store);

        Assert.That(
            async () => await http.For(user: "mia").GetAsync("x"),
            Throws.TypeOf<AuthorizationRequiredException>().With.Property("User").EqualTo("mia"));
        Assert.That(primary.Sent, Is.Empty);
    }

    private static HttpClient ClientOf(IServiceProvider provider) => provider.GetRequiredService<IHttpClientFactory>().CreateClient("weather");

    private static ServiceProvider WithSettings(StubPrimary primary)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["AuthProfiles:Profiles:weather:Key"] = "k-shared",
            ["AuthProfiles:Profiles:weather:Connections:acme:Key"] = "k-acme",
            ["AuthProfiles:Profiles:weather:Connections:globex:Key"] = "k-globex",
        }).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(settings);
        services.AddAuthProfiles().AddApiKey("weather", o => (o.BaseUrl, o.Header) = ("https://api.example/", "x-api-key"));
        services.AddHttpClient("weather").AddAuthorizationProfile("weather").ConfigurePrimaryHttpMessageHandler(() => primary);
        return services.BuildServiceProvider();
    }
}
