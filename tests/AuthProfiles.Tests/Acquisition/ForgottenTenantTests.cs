using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Tests.Acquisition;

/// <summary>A request that should have named a tenant, of a profile whose addresses do not ask for one.</summary>
[TestFixture]
public sealed class ForgottenTenantTests
{
    private const string Hint = "Or name the tenant whose request it is, by .For(tenant)";

    [TestCase("Connections:acme:Key", true)]
    [TestCase("Probe", false)]
    public async Task Where_tenants_have_connections_the_error_says_that_the_request_names_none(string setting, bool hints)
    {
        using var primary = new StubPrimary();
        await using var services = With(primary, (setting, "GET x"), configure: static _ => { });

        var error = await Assert.ThrowsAsync<AuthorizationException>(() => Client(services).GetAsync("x"));

        Assert.That(error!.Message, Does.StartWith("Profile 'weather': Key is missing. Set AuthProfiles:Profiles:weather:Key (environment: AuthProfiles__Profiles__weather__Key)."));
        Assert.That(error.Message.Contains(Hint, StringComparison.Ordinal), Is.EqualTo(hints));
        Assert.That(primary.Sent, Is.Empty);
    }

    [Test]
    public async Task A_tenant_that_lacks_a_value_is_told_of_its_own_setting()
    {
        using var primary = new StubPrimary();
        await using var services = With(primary, ("Connections:acme:Key", "k"), static options => options.AllowAnyTenant = true);

        await Assert.ThatAsync(() => Client(services).For("globex").GetAsync("x"), Throws.TypeOf<AuthorizationException>().With.Message.Contains("weather:Connections:globex:Key").And.Message.Not.Contains(Hint));
    }

    private static HttpClient Client(IServiceProvider services) => services.GetRequiredService<IHttpClientFactory>().CreateClient("weather");

    private static ServiceProvider With(StubPrimary primary, (string Key, string Value) setting, Action<ApiKeyOptions> configure)
    {
        var services = new ServiceCollection().AddSingleton<IConfiguration>(
            new ConfigurationBuilder().AddInMemoryCollection([new($"AuthProfiles:Profiles:weather:{setting.Key}", setting.Value)]).Build());
        services.AddAuthProfiles().AddApiKey("weather", options =>
        {
            options.BaseUrl = "https://api.example/";
            configure(options);
        });
        services.AddHttpClient("weather").AddAuthorizationProfile("weather").ConfigurePrimaryHttpMessageHandler(() => primary);
        return services.BuildServiceProvider();
    }
}
