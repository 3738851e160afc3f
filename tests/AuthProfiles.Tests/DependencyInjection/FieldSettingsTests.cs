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

    [Test]
    public async Task Each_place_that_is_none_is_told_with_its_own_number()
    {
        using var primary = new StubPrimary();
        await using var services = Build(
            primary,
            ("Type", "Custom"),
            ("BaseUrl", "https://api.bank.example/"),
            ("AuthorizationFields:0:Type", "Footer"),
            ("AuthorizationFields:0:Key", "x"),
            ("AuthorizationFields:1:Type", "Header"),
            ("AuthorizationFields:1:Key", "y"),
            ("AuthorizationFields:2:Type", "Trailer"),
            ("AuthorizationFields:2:Key", "z"));

        var error = Assert.Throws<AuthorizationException>(() => services.GetRequiredService<IStartupValidator>().Validate())!;

        Assert.That(
            error.Findings.Select(static finding => finding.Setting),
            Is.EqualTo(new[] { "AuthProfiles:Profiles:bank:AuthorizationFields:0:Type", "AuthProfiles:Profiles:bank:AuthorizationFields:2:Type" }));
    }

    [Test]
    public async Task Answers_that_mean_an_expired_token_stand_in_settings()
    {
        using var primary = new StubPrimary(static _ => new(System.Net.HttpStatusCode.BadRequest) { Content = new StringContent("""{"code":"190"}""") });
        await using var services = Build(
            primary,
            ("Type", "ClientCredentials"),
            ("BaseUrl", "https://api.bank.example/"),
            ("TokenUrl", "https://login.bank.example/token"),
            ("ClientId", "id"),
            ("ClientSecret", "secret"),
            ("RenewOn", "InvalidToken"),
            ("ExpiredWhen:0:Status", "403"),
            ("ExpiredWhen:1:Status", " 400 "),
            ("ExpiredWhen:1:BodyPath", "/code"),
            ("ExpiredWhen:1:Value", "190"));

        services.GetRequiredService<IStartupValidator>().Validate();

        var definition = services.GetRequiredKeyedService<IAuthorizationProfile>("bank").Definition;
        Assert.That(definition.RenewOn, Is.EqualTo(RenewOn.InvalidToken));
        Assert.That(definition.ExpiredWhen, Is.EqualTo(new[] { new ExpiredAnswer(System.Net.HttpStatusCode.Forbidden), new ExpiredAnswer(System.Net.HttpStatusCode.BadRequest, "/code", "190") }));
    }

    [TestCase("Status", "often")]
    [TestCase("Status", "302")]
    [TestCase("BodyPath", "code")]
    public async Task An_answer_that_can_not_be_is_told_at_the_start(string part, string value)
    {
        using var primary = new StubPrimary();
        await using var services = Build(primary, ("Type", "Custom"), ("BaseUrl", "https://api.bank.example/"), ("ExpiredWhen:0:Status", part == "Status" ? value : "400"), ("ExpiredWhen:0:BodyPath", part == "BodyPath" ? value : "/code"));

        Assert.That(
            () => services.GetRequiredService<IStartupValidator>().Validate(),
            Throws.TypeOf<AuthorizationException>().With.Message.Contains("AuthProfiles:Profiles:bank:ExpiredWhen"));
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
