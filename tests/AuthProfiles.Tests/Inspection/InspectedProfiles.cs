using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthProfiles.Tests.Inspection;

/// <summary>A container whose profiles are inspected. Whatever is sent fails the test.</summary>
internal sealed class InspectedProfiles : IAsyncDisposable
{
    public const string Secret = "c4nary-secret";

    private readonly ServiceProvider _services;

    public InspectedProfiles(Action<AuthProfilesBuilder> declare, params (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(static setting => KeyValuePair.Create($"AuthProfiles:Profiles:{setting.Key}", (string?)setting.Value))).Build())
            .AddSingleton<TimeProvider>(Time);
        declare(services.AddAuthProfiles());
        services.AddHttpClient("AuthProfiles.TokenClient").ConfigurePrimaryHttpMessageHandler(() => new StubPrimary(_ => Token?.Invoke() ?? throw new AssertionException("An inspection has sent a token request.")));
        services.ConfigureHttpClientDefaults(static client => client.ConfigurePrimaryHttpMessageHandler(static () => new StubPrimary(static _ => new(System.Net.HttpStatusCode.OK))));
        _services = services.BuildServiceProvider();
    }

    public ManualTime Time { get; } = new();

    /// <summary>Gets or sets what the token endpoint answers; without it, every token request fails the test.</summary>
    public Func<HttpResponseMessage>? Token { get; set; }

    public IAuthorizationInspector Inspector => _services.GetRequiredService<IAuthorizationInspector>();

    public IConnections Connections => _services.GetRequiredService<IConnections>();

    /// <summary>Checks what a host checks when it starts.</summary>
    public void Start() => _services.GetRequiredService<IStartupValidator>().Validate();

    public HttpClient Client(string name) => _services.GetRequiredService<IHttpClientFactory>().CreateClient(name);

    public RequestExplanation Explain(string profile, string address, string? tenant = null, string? user = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return Inspector.Explain(profile, request, tenant, user);
    }

    public IReadOnlyList<RequestExplanation> ExplainAll(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return Inspector.ExplainAll(request);
    }

    /// <summary>Returns each finding as its id and the path of its setting below the profiles.</summary>
    public string[] Lint() => [.. Inspector.Lint().Select(static finding => $"{finding.Id} {finding.Setting["AuthProfiles:Profiles:".Length..]}")];

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
