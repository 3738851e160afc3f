using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthProfiles.Tests.DependencyInjection;

[TestFixture]
public sealed class FieldSettingsTests
{
    [Test]
    public async Task A_custom_profile_stands_in_settings_alone()
    {
        using var primary = new StubPrimary();
        await using var services = Build(
            primary,
            ("Type", "Custom"),
            ("BaseUrl", "https://api.bank.example/"),
            ("AdditionalFields:0:Key", "pin"),
            ("AuthorizationFields:0:Type", "header"),
            ("AuthorizationFields:0:Key", "x-pin"),
            ("AuthorizationFields:0:Value", "{{pin}}"),
            ("AuthorizationFields:1:Type", "QueryString"),
            ("AuthorizationFields:1:Key", "pin"),
            ("AuthorizationFields:1:Value", "{{pin}}"),
            ("pin", "123456"));

        services.GetRequiredService<IStartupValidator>().Validate();
        using var response = await services.GetRequiredService<IHttpClientFactory>().CreateClient("bank").GetAsync("x");

        Assert.That(primary.Sent.Single()["x-pin"], Is.EqualTo("123456"));
        Assert.That(primary.Sent.Single().Address.Query, Is.EqualTo("?pin=123456"));
    }

    [Test]
    public async Task A_place_that_is_none_is_told_with_its_path()
    {
        using var primary = new StubPrimary();
        await using var services = Build(primary, ("Type", "Custom"), ("BaseUrl", "https://api.bank.example/"), ("AuthorizationFields:0:Type", "Footer"), ("AuthorizationFields:0:Key", "x"));

        Assert.That(
            () => services.GetRequiredService<IStartupValidator>().Validate(),
            Throws.TypeOf<AuthorizationException>().With.Message.Contains("AuthProfiles:Profiles:bank:AuthorizationFields:0:Type").And.Message.Contains("PathParam"));
    }

    private static ServiceProvider Build(HttpMessageHandler primary, params (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(static pair => KeyValuePair.Create("AuthProfiles:Profiles:bank:" + pair.Key, (string?)pair.Value)))
            .Build());
        services.AddAuthProfiles();
        services.AddHttpClient("bank").AddAuthorizationProfile("bank").ConfigurePrimaryHttpMessageHandler(() => primary);
        return services.BuildServiceProvider();
    }
}
