using AuthProfiles.Tests.Consent;
using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthProfiles.Tests.DependencyInjection;

/// <summary>Profiles of known and of unknown providers that stand in settings alone, as the container makes them.</summary>
[TestFixture]
public sealed class ProviderSettingsTests
{
    private const string TestToken = """{"access_token":"at","token_type":"bearer","scope":"repo,gist"}""";

    private static readonly (string Key, string? Value)[] Entra =
    [
        ("Type", "AuthorizationCode"),
        ("Provider", "EntraIdDelegated"),
        ("TenantId", "contoso.com"),
        ("ClientId", "app"),
        ("ClientSecret", "s3cret"),
        ("BaseUrl", "https://graph.microsoft.com/v1.0/"),
        ("RedirectUri", CalendarTest.Callback),
        ("Scope:scope", "User.Read"),
    ];

    private static readonly (string Key, string? Value)[] Odd =
    [
        ("Type", "AuthorizationCode"),
        ("ClientId", "app"),
        ("ClientSecret", "s3cret"),
        ("BaseUrl", "https://api.odd.example/"),
        ("RedirectUri", CalendarTest.Callback),
        ("Provider:AuthorizationUrl", "https://odd.example/oauth"),
        ("Provider:TokenUrl", "https://odd.example/oauth/token"),
        ("Provider:Answer:AccessToken", "/data/token"),
        ("Provider:Answer:ErrorWhen:0:Path", "/ok"),
        ("Provider:Answer:ErrorWhen:0:Is", "false"),
        ("Provider:Answer:ErrorWhen:0:Code", "/why"),
    ];

    [Test]
    public async Task A_known_provider_needs_its_name_and_its_inputs()
    {
        await using var app = new App("""{"access_token":"at","token_type":"Bearer","expires_in":3599,"refresh_token":"rt"}""", Entra);
        app.Start();

        var start = await app.ConnectAsync();
        using var response = await app.Client.For(user: "mia").GetAsync("me");

        Assert.That(start.GetLeftPart(UriPartial.Path), Is.EqualTo("https://login.microsoftonline.com/contoso.com/oauth2/v2.0/authorize"));
        Assert.That(CalendarTest.Parameters(start.AbsoluteUri)["scope"], Is.EqualTo("User.Read offline_access"));
        Assert.That(app.Tokens.Sent.Single().Address.AbsoluteUri, Is.EqualTo("https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token"));
        Assert.That(app.Service.Sent.Single()["Authorization"], Is.EqualTo("Bearer at"));
    }

    [TestCase("TenantIdd", "Did you mean 'tenantId'?")]
    [TestCase("Scopes:scope", "Did you mean 'Scope'?")]
    [TestCase("RedirectUrl", "Did you mean 'RedirectUri'?")]
    public void A_setting_that_nothing_reads_is_found_at_the_start(string setting, string suggestion)
    {
        var error = StartError([.. Entra, (setting, "x")]);

        Assert.That(error, Does.Contain($"unknown setting '{setting.Split(':')[0]}'").And.Contain(suggestion));
    }

    [Test]
    public async Task An_input_of_the_provider_may_be_the_connections_own()
    {
        await using var app = new App(TestToken, [.. Entra.Where(static pair => pair.Key != "TenantId")]);
        app.Start();

        var start = await app.Connections.StartAsync("ours", user: "mia", options: new() { Inputs = { ["tenantId"] = "fabrikam.com" } });
        var error = await Assert.CatchAsync<AuthorizationException>(() => app.Connections.StartAsync("ours", user: "joe"));

        Assert.That(start.Address.AbsoluteUri, Does.StartWith("https://login.microsoftonline.com/fabrikam.com/"));
        Assert.That(error!.Message, Does.Contain("TenantId is missing"));
    }

    [Test]
    public void A_provider_that_nobody_knows_is_told_with_those_that_are_known([Values("Provider", "Provider:Preset")] string setting)
    {
        var error = StartError([.. Entra.Where(static pair => pair.Key != "Provider"), (setting, "Azure")]);

        Assert.That(error, Does.Contain($"{setting.Split(':')[^1]} is not valid. Set AuthProfiles:Profiles:ours:{setting}"));
        Assert.That(error, Does.Contain("one of EntraId, EntraIdDelegated, EntraIdGovernment, EntraIdGovernmentDelegated, EntraIdChina, EntraIdChinaDelegated, GitHub, Google, Zendesk"));
        Assert.That(error, Does.Not.Contain("Azure"));
    }

    [Test]
    public async Task A_known_provider_may_be_departed_from()
    {
        await using var app = new App(
            TestToken,
            ("Type", "AuthorizationCode"),
            ("ClientId", "app"),
            ("ClientSecret", "s3cret"),
            ("RedirectUri", CalendarTest.Callback),
            ("Provider:Preset", "GitHub"),
            ("Provider:ScopeSeparator", ";"),
            ("Provider:Probe", "GET rate_limit"),
            ("Scope:scope", "repo gist"));
        app.Start();

        var start = await app.ConnectAsync();

        Assert.That(start.GetLeftPart(UriPartial.Path), Is.EqualTo("https://github.com/login/oauth/authorize"));
        Assert.That(CalendarTest.Parameters(start.AbsoluteUri)["scope"], Is.EqualTo("repo;gist"));
        Assert.That(app.Service.Sent.Single().Address.AbsoluteUri, Is.EqualTo("https://api.github.com/rate_limit"));
    }

    [Test]
    public async Task A_provider_may_be_told_as_data_alone()
    {
        await using var app = new App("""{"ok":true,"data":{"token":"at"}}""", Odd);
        app.Start();

        var start = await app.ConnectAsync();
        using var response = await app.Client.For(user: "mia").GetAsync("things");

        Assert.That(start.GetLeftPart(UriPartial.Path), Is.EqualTo("https://odd.example/oauth"));
        Assert.That(app.Service.Sent.Single()["Authorization"], Is.EqualTo("Bearer at"));
    }

    [Test]
    public async Task The_errors_of_a_provider_may_be_told_too()
    {
        await using var app = new App("""{"ok":false,"why":"invalid_client"}""", Odd);

        var error = await Assert.CatchAsync<AuthorizationException>(app.ConnectAsync);

        Assert.That(error!.Kind, Is.EqualTo(AuthorizationErrorKind.ClientRefused));
    }

    [TestCase("Provider:Answer:AccesToken", "Did you mean 'AccessToken'?")]
    [TestCase("Provider:TokenURI", "Did you mean 'TokenUrl'?")]
    [TestCase("Provider:Answer:ErrorWhen:0:Equals", "")]
    public void Settings_of_a_provider_are_looked_into(string setting, string suggestion) =>
        Assert.That(StartError([.. Odd, (setting, "x")]), Does.Contain($"unknown setting '{setting.Split(':')[^1]}' at AuthProfiles:Profiles:ours:{setting}.").And.Contain(suggestion));

    [TestCase("Provider:Answer:AccessToken", "data/token")]
    [TestCase("Provider:AuthorizationUrl", "http://odd.example/oauth")]
    [TestCase("Provider:TokenUrl", "https://odd.example/{nobody}/token")]
    public void What_is_wrong_with_a_provider_is_found_at_the_start(string setting, string value) =>
        Assert.That(StartError([.. Odd.Where(pair => pair.Key != setting), (setting, value)]), Does.Contain(setting.Split(':')[^1]));

    private static string StartError(params (string Key, string? Value)[] settings)
    {
        using var app = new App(TestToken, settings);
        return Assert.Catch<AuthorizationException>(app.Start)!.Message;
    }

    /// <summary>An application that says nothing in code but that there are profiles, and binds a client.</summary>
    private sealed class App : IDisposable, IAsyncDisposable
    {
        private readonly ServiceProvider _services;

        public App(string token, params (string Key, string? Value)[] settings)
        {
            Tokens = new(_ => CalendarTest.Json(200, token));
            var services = new ServiceCollection().AddSingleton<IConfiguration>(Configured.By(settings.Select(static pair => ("AuthProfiles:Profiles:ours:" + pair.Key, pair.Value))));
            services.AddAuthProfiles();
            services.AddHttpClient("AuthProfiles.TokenClient").ConfigurePrimaryHttpMessageHandler(() => Tokens);
            services.AddHttpClient("ours").AddAuthorizationProfile("ours").ConfigurePrimaryHttpMessageHandler(() => Service);
            _services = services.BuildServiceProvider();
        }

        public StubPrimary Tokens { get; }

        public StubPrimary Service { get; } = new();

        public HttpClient Client => _services.GetRequiredService<IHttpClientFactory>().CreateClient("ours");

        public IConnections Connections => _services.GetRequiredService<IConnections>();

        public void Start() => _services.GetRequiredService<IStartupValidator>().Validate();

        public async Task<Uri> ConnectAsync()
        {
            var start = await Connections.StartAsync("ours", user: "mia");
            await Connections.CompleteAsync(CalendarTest.Back(start), user: "mia");
            return start.Address;
        }

        public void Dispose() => _services.Dispose();

        public ValueTask DisposeAsync() => _services.DisposeAsync();
    }
}
