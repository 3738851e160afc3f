using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Tests.Wire;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RichardSzalay.MockHttp;

namespace AuthProfiles.AzureOpenAI.Tests.DependencyInjection;

/// <summary>An application with one registration, its settings, and stand-ins for the service and the login.</summary>
internal sealed class Application : IDisposable
{
    public const string Section = "AuthProfiles:AzureOpenAI:assistant:";

    private readonly ServiceCollection _services = [];
    private readonly Lazy<ServiceProvider> _provider;

    public Application(params (string Setting, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Setting.StartsWith("AuthProfiles", StringComparison.Ordinal) ? pair.Setting : Section + pair.Setting, (string?)pair.Value)))
            .Build();
        _services.AddSingleton<IConfiguration>(configuration);
        _provider = new(Build);
        Configuration = configuration;
    }

    public IConfiguration Configuration { get; }

    public MockHttpMessageHandler Service { get; } = new();

    public MockHttpMessageHandler Login { get; } = new();

    public IServiceCollection Services => _services;

    public IServiceProvider Provider => _provider.Value;

    public AzureOpenAIClient Client => Provider.GetRequiredService<AzureOpenAIClient>();

    public Application With(Action<AzureOpenAIOptions>? configure = null, string name = "assistant")
    {
        _services.AddAzureOpenAI(name, o =>
        {
            o.ChatDeployment = "gpt-4o-mini";
            configure?.Invoke(o);
        }).HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => Service);
        return this;
    }

    public Application Expecting(string origin, string header, string value)
    {
        Service.Expect(HttpMethod.Post, origin + "/openai/deployments/gpt-4o-mini/chat/completions")
            .WithExactQueryString("api-version=2024-10-21")
            .WithHeaders(header, value)
            .With(request => request.Headers.Contains("api-key") != request.Headers.Contains("Authorization"))
            .Respond("application/json", ServiceStub.Chat);
        return this;
    }

    public Application Issuing(string token, string directory, string client, string secret, string origin = "https://login.microsoftonline.com", string scope = "https://cognitiveservices.azure.com/.default")
    {
        Login.Expect(HttpMethod.Post, $"{origin}/{directory}/oauth2/v2.0/token")
            .WithExactFormData(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["scope"] = scope,
                ["client_id"] = client,
                ["client_secret"] = secret,
            })
            .Respond("application/json", $$"""{"access_token":"{{token}}","token_type":"Bearer","expires_in":3600}""");
        return this;
    }

    public async Task ChatAsync(string? tenant = null) =>
        Assert.That((await (tenant is null ? Client : Client.For(tenant)).CompleteChatAsync(new ChatRequest("Hello"))).Text, Is.EqualTo("Hi"));

    public async Task<AuthorizationException> RefusalAsync(string? tenant = null) => (await Assert.ThrowsAsync<AuthorizationException>(() => ChatAsync(tenant)))!;

    public AuthorizationException StartupError() =>
        Assert.Throws<AuthorizationException>(() => Provider.GetRequiredService<IStartupValidator>().Validate())!;

    public void Start() => Provider.GetRequiredService<IStartupValidator>().Validate();

    public void VerifyAllWasSent()
    {
        Service.VerifyNoOutstandingExpectation();
        Login.VerifyNoOutstandingExpectation();
    }

    public void Dispose()
    {
        if (_provider.IsValueCreated)
        {
            _provider.Value.Dispose();
        }

        Service.Dispose();
        Login.Dispose();
    }

    private ServiceProvider Build()
    {
        _services.AddHttpClient("AuthProfiles.TokenClient").ConfigurePrimaryHttpMessageHandler(() => Login);
        return _services.BuildServiceProvider(validateScopes: true);
    }
}
