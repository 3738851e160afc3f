using System.Net;
using System.Text;
using AuthProfiles.OAuth;
using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AuthProfiles.Tests.Consent;

/// <summary>A container with one authorization code profile, <c>calendar</c>, whose provider and service answer as told.</summary>
internal sealed class CalendarTest : IAsyncDisposable
{
    public const string Callback = "https://app.example/connections/callback";

    private readonly ServiceProvider _services;
    private readonly StubPrimary _provider;
    private readonly StubPrimary _service;

    public CalendarTest(Action<AuthorizationCodeOptions>? configure = null, Action<IServiceCollection>? more = null, params (string Key, string? Value)[] settings)
    {
        _provider = new(request => Token(request)) { Before = () => BeforeToken?.Invoke() ?? Task.CompletedTask };
        _service = new(request => Api(request));
        var services = new ServiceCollection().AddSingleton<IConfiguration>(Configured.By(settings));
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<ILoggerFactory>(Logger);
        services.AddAuthProfiles().AddAuthorizationCode("calendar", o =>
        {
            o.BaseUrl = "https://api.calendar.example/";
            o.AuthorizationUrl = "https://login.calendar.example/authorize";
            o.TokenUrl = "https://login.calendar.example/token";
            o.RedirectUri = Callback;
            o.ClientId = "app";
            o.ClientSecret = "s3cret";
            o.Scope["scope"] = "events.read";
            configure?.Invoke(o);
        });
        more?.Invoke(services);
        services.AddHttpClient("AuthProfiles.TokenClient").ConfigurePrimaryHttpMessageHandler(() => _provider);
        services.AddHttpClient("calendar").AddAuthorizationProfile("calendar").ConfigurePrimaryHttpMessageHandler(() => _service);
        _services = services.BuildServiceProvider();
    }

    public ManualTime Time { get; } = new();

    public RecordingLogger Logger { get; } = new();

    public IServiceProvider Services => _services;

    public IConnections Connections => _services.GetRequiredService<IConnections>();

    public IConnectionStore Store => _services.GetRequiredService<IConnectionStore>();

    public HttpClient Client => _services.GetRequiredService<IHttpClientFactory>().CreateClient("calendar");

    /// <summary>Gets what went to the token endpoint.</summary>
    public IReadOnlyList<SentRequest> TokenRequests => _provider.Sent;

    public IReadOnlyList<SentRequest> Calls => _service.Sent;

    public Func<HttpRequestMessage, HttpResponseMessage> Token { get; set; } = static _ => Json(200, """{"access_token":"at-1","token_type":"Bearer","expires_in":3600,"refresh_token":"rt-1"}""");

    public Func<Task>? BeforeToken { get; set; }

    public Func<HttpRequestMessage, HttpResponseMessage> Api { get; set; } = static _ => Json(200, "{}");

    public static HttpResponseMessage Json(int status, string body) =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    /// <summary>Returns the parameters of an address or of a form.</summary>
    public static Dictionary<string, string> Parameters(string text)
    {
        var query = text[(text.IndexOf('?', StringComparison.Ordinal) + 1)..];
        return query.Split('&').Select(static pair => pair.Split('=', 2)).ToDictionary(static pair => Decode(pair[0]), static pair => Decode(pair[1]), StringComparer.Ordinal);
    }

    public static string StateOf(AuthorizationStart start) => Parameters(start.Address.AbsoluteUri)["state"];

    /// <summary>Returns the address that the provider sends an owner back to.</summary>
    public static Uri Back(AuthorizationStart start, string more = "code=the-code", string callback = Callback) =>
        new($"{callback}{(callback.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{more}&state={StateOf(start)}");

    public Task<AuthorizationStart> StartAsync(string? user = "mia", string? tenant = null, StartOptions? options = null) =>
        Connections.StartAsync("calendar", tenant, user, options);

    public async Task<CompletedAuthorization> ConnectAsync(string? user = "mia", string? tenant = null, StartOptions? options = null) =>
        await Connections.CompleteAsync(Back(await StartAsync(user, tenant, options)), tenant, user);

    public async Task<Connection?> StoredAsync(string? user = "mia", string? tenant = null) =>
        (await Store.ReadAsync(new("calendar", tenant, user)))?.Connection;

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
