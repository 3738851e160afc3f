using AuthProfiles.Settings;
using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthProfiles.Tests.DependencyInjection;

/// <summary>What a host that starts says of a profile that has several ways.</summary>
[TestFixture]
public sealed class ChoiceAtStartTests
{
    private const string Section = "AuthProfiles:Profiles:desk:";

    private static readonly ProfileTraits Traits = new()
    {
        AuthorizationType = "Desk",
        Fields = [new("clientId") { Optional = true }, new("clientSecret") { Optional = true }, new("username") { Optional = true }, new("password") { Optional = true }],
    };

    private static readonly ProfileKind<CustomOptions> Kind = new(
        "Desk",
        new SettingList<CustomOptions>().Include(ProfileSettings.Common),
        static () => new(),
        static (name, options) => new ChoiceProfile(
            name,
            options,
            Traits,
            [new ClientCredentialsProfile(name, options.ShareWith(new ClientCredentialsOptions { TokenUrl = "https://desk.example/token" })), new BasicProfile(name, options.ShareWith(new BasicOptions()))]));

    [Test]
    public void Without_any_credential_the_default_ways_fields_are_missing() =>
        Assert.That(Start(), Is.EqualTo(
            $"Profile 'desk': ClientId is missing. Set {Section}ClientId (environment: AuthProfiles__Profiles__desk__ClientId).{Environment.NewLine}"
            + $"Profile 'desk': ClientSecret is missing. Set {Section}ClientSecret (environment: AuthProfiles__Profiles__desk__ClientSecret)."));

    [Test]
    public void A_way_that_was_begun_is_the_one_to_complete() =>
        Assert.That(Start(configure: static o => o.Inputs["username"] = "mia"), Does.Contain("Password is missing").And.Not.Contain("Client"));

    [Test]
    public void One_complete_way_is_enough() =>
        Assert.That(Start(configure: static o => { o.Inputs["username"] = "mia"; o.Inputs["password"] = "p"; }), Is.Null);

    [Test]
    public void Connections_of_tenants_are_enough() =>
        Assert.That(Start((Section + "Connections:acme:Username", "mia")), Is.Null);

    [Test]
    public void A_tenant_in_code_is_enough() =>
        Assert.That(Start(configure: static o => o.Connections["acme"] = new Dictionary<string, SecretValue>(StringComparer.Ordinal)), Is.Null);

    [Test]
    public async Task Local_services_supply_what_is_missing()
    {
        var services = Declared([], configure: null);
        await using var local = services.UseLocalServices();
        Assert.That(Start(services), Is.Null);
    }

    [Test]
    public void A_fake_credential_is_one() =>
        Assert.That(Start(Declared([], configure: null).UseFakeCredential("desk", "test")), Is.Null);

    private static string? Start((string Key, string? Value)? setting = null, Action<CustomOptions>? configure = null) =>
        Start(Declared(setting is { } one ? [one] : [], configure));

    private static IServiceCollection Declared((string Key, string? Value)[] settings, Action<CustomOptions>? configure)
    {
        var services = new ServiceCollection().AddSingleton(Configured.By(settings));
        services.AddAuthProfiles().Add(Kind, "desk", o =>
        {
            o.BaseUrl = "https://desk.example/";
            configure?.Invoke(o);
        });
        return services;
    }

    private static string? Start(IServiceCollection services)
    {
        using var provider = services.BuildServiceProvider();
        try
        {
            provider.GetRequiredService<IStartupValidator>().Validate();
            return null;
        }
        catch (AuthorizationException error)
        {
            return error.Message;
        }
    }
}
