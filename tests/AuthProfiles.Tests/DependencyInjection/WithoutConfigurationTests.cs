using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Tests.DependencyInjection;

/// <summary>A program that registers no configuration is not sent to settings that nobody would read.</summary>
[TestFixture]
public sealed class WithoutConfigurationTests
{
    [Test]
    public void A_value_that_is_missing_is_to_be_given_in_code() =>
        Assert.That(
            () => CallAsync(static options => options.BaseUrl = "https://api.weather.example/"),
            Throws.InstanceOf<AuthorizationException>().With.Message.EqualTo(
                "Profile 'weather': Key is missing. Set Key in code (no IConfiguration is registered to read AuthProfiles:Profiles:weather:Key from)."));

    [Test]
    public void So_is_one_that_is_not_valid() =>
        Assert.That(
            () => CallAsync(static options => (options.BaseUrl, options.Header) = ("https://api.weather.example/", "X Key")),
            Throws.InstanceOf<AuthorizationException>().With.Message.StartsWith(
                "Profile 'weather': Header is not valid. Set Header in code (no IConfiguration is registered to read AuthProfiles:Profiles:weather:Header from) to "));

    [Test]
    public void So_is_one_of_a_tenant() =>
        Assert.That(
            () => CallAsync(
                static options =>
                {
                    options.BaseUrl = "https://api.weather.example/";
                    options.Connections["acme"] = new Dictionary<string, SecretValue>();
                },
                "acme"),
            Throws.InstanceOf<AuthorizationException>().With.Message.Contains("Set Key in code (no IConfiguration"));

    [Test]
    public void Services_that_are_built_again_with_a_configuration_send_to_it()
    {
        var services = Declare(static options => options.BaseUrl = "https://api.weather.example/");
        Assert.That(() => CallAsync(services), Throws.InstanceOf<AuthorizationException>().With.Message.Contains("Set Key in code"));

        services.AddSingleton(Configured.By([]));

        Assert.That(() => CallAsync(services), Throws.InstanceOf<AuthorizationException>().With.Message.Contains("(environment: AuthProfiles__Profiles__weather__Key)"));
    }

    private static Task CallAsync(Action<ApiKeyOptions> configure, string? tenant = null) => CallAsync(Declare(configure), tenant);

    private static async Task CallAsync(ServiceCollection services, string? tenant = null)
    {
        await using var provider = services.BuildServiceProvider();
        using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("weather");
        await (tenant is null ? client : client.For(tenant)).GetAsync(new Uri("v1/today", UriKind.Relative));
    }

    private static ServiceCollection Declare(Action<ApiKeyOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddAuthProfiles().AddApiKey("weather", configure);
        services.AddHttpClient("weather").AddAuthorizationProfile("weather");
        return services;
    }
}
