using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthProfiles.Tests.DependencyInjection;

/// <summary>A profile that is given a section has all of its settings there, those of its connections too, whatever configuration is registered.</summary>
[TestFixture]
public sealed class OwnSectionTests
{
    private const string Path = "Elsewhere:Weather";

    [Test]
    [Category("I7")]
    public async Task A_tenant_is_served_by_its_connection_in_the_section([Values] bool isAnotherRegistered)
    {
        using var primary = new StubPrimary();
        await using var services = With(primary, isAnotherRegistered, ("Key", "k-shared"), ("Connections:acme:Key", "k-acme"));

        using var response = await Client(services).For("acme").GetAsync("x");

        Assert.That(primary.Sent.Single()["X-Api-Key"], Is.EqualTo("k-acme"));
    }

    [TestCase("acne", false)]
    [TestCase("acne", true)]
    [TestCase("globex", true)]
    [Category("I7")]
    public async Task A_tenant_that_is_not_in_the_section_is_refused(string tenant, bool isAnotherRegistered)
    {
        using var primary = new StubPrimary();
        await using var services = With(primary, isAnotherRegistered, ("Key", "k-shared"), ("Connections:acme:Key", "k-acme"));

        await Assert.ThatAsync(
            () => Client(services).For(tenant).GetAsync("x"),
            Throws.TypeOf<AuthorizationException>().With.Message.EqualTo($"weather for {tenant}: nobody knows this tenant. Add it under {Path}:Connections, connect it with connections.ConnectAsync, or set AllowAnyTenant."));
        Assert.That(primary.Sent, Is.Empty);
    }

    [Test]
    public async Task What_its_section_lacks_is_told_at_the_start([Values] bool isAnotherRegistered) =>
        Assert.That(await StartAsync(isAnotherRegistered, ("Probe", "GET x")), Is.EqualTo($"Profile 'weather': Key is missing. Set {Path}:Key (environment: Elsewhere__Weather__Key)."));

    [Test]
    public async Task What_nothing_reads_in_its_section_is_told_at_the_start([Values] bool isAnotherRegistered) =>
        Assert.That(await StartAsync(isAnotherRegistered, ("Key", "k-shared"), ("Heder", "x")), Is.EqualTo($"Profile 'weather': unknown setting 'Heder' at {Path}:Heder. Did you mean 'Header'?"));

    [Test]
    public async Task What_nothing_reads_in_a_tenants_part_of_it_is_told_by_lint([Values] bool isAnotherRegistered)
    {
        using var primary = new StubPrimary();
        await using var services = With(primary, isAnotherRegistered, ("Connections:acme:Kye", "k-acme"), ("Connections:acme:Key", "k-acme"));

        var findings = services.GetRequiredService<IAuthorizationInspector>().Lint();

        Assert.That(findings.Select(static finding => finding.Setting), Is.EqualTo(new[] { $"{Path}:Connections:acme:Kye" }));
    }

    private static async Task<string> StartAsync(bool isAnotherRegistered, params IEnumerable<(string Key, string Value)> settings)
    {
        using var primary = new StubPrimary();
        await using var services = With(primary, isAnotherRegistered, settings);
        return Assert.Throws<AuthorizationException>(() => services.GetRequiredService<IStartupValidator>().Validate())!.Message;
    }

    private static HttpClient Client(IServiceProvider services) => services.GetRequiredService<IHttpClientFactory>().CreateClient("weather");

    private static ServiceProvider With(StubPrimary primary, bool isAnotherRegistered, params IEnumerable<(string Key, string Value)> settings)
    {
        var section = Configured.By(settings.Select(static setting => ($"{Path}:{setting.Key}", (string?)setting.Value))).GetSection(Path);
        var services = new ServiceCollection();
        if (isAnotherRegistered)
        {
            services.AddSingleton(Configured.By(($"{Path}:Connections:acme:Key", "k-another"), ($"{Path}:Connections:globex:Key", "k-another")));
        }

        services.AddAuthProfiles().AddApiKey("weather", section).AddApiKey("weather", static options => options.BaseUrl = "https://api.weather.example/");
        services.AddHttpClient("weather").AddAuthorizationProfile("weather").ConfigurePrimaryHttpMessageHandler(() => primary);
        return services.BuildServiceProvider();
    }
}
