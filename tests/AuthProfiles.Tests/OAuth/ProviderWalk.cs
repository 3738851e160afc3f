using System.Text.Json;
using AuthProfiles.Tests.Consent;
using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Tests.OAuth;

/// <summary>An application whose user consents at a provider, which answers as its row says.</summary>
internal sealed class ProviderWalk : IAsyncDisposable
{
    private const string User = "mia";

    private readonly ProviderRow _row;
    private readonly StubPrimary _provider;
    private readonly StubPrimary _service;
    private readonly ServiceProvider _services;
    private readonly List<string?> _contentTypes = [];

    public ProviderWalk(ProviderRow row)
    {
        _row = row;
        Redemption = row.Answer;
        Renewal = row.Renewal;
        _provider = new(AnswerToken);
        _service = new(Answer);
        var services = new ServiceCollection().AddSingleton<TimeProvider>(Time);
        services.AddAuthProfiles().AddAuthorizationCode("walk", options =>
        {
            options.Provider = row.Provider;
            options.BaseUrl = row.BaseUrl;
            options.ClientId = row.ClientId;
            options.ClientSecret = "s3cret";
            options.RedirectUri = CalendarTest.Callback;
            if (row.Scope is not null)
            {
                options.Scope["scope"] = row.Scope;
            }

            foreach (var (key, value) in ParametersOf(row.Inputs))
            {
                options.Inputs[key] = value;
            }
        });
        services.AddHttpClient("AuthProfiles.TokenClient").ConfigurePrimaryHttpMessageHandler(() => _provider);
        services.AddHttpClient("walk").AddAuthorizationProfile("walk").ConfigurePrimaryHttpMessageHandler(() => _service);
        _services = services.BuildServiceProvider();
    }

    public ManualTime Time { get; } = new();

    /// <summary>Gets or sets the answer to the code.</summary>
    public string Redemption { get; set; }

    /// <summary>Gets or sets the answer to the refresh token.</summary>
    public string Renewal { get; set; }

    public IReadOnlyList<SentRequest> TokenRequests => _provider.Sent;

    public IReadOnlyList<string?> ContentTypes => _contentTypes;

    /// <summary>Gets what went to the service, the probe first where there is one.</summary>
    public IReadOnlyList<SentRequest> Calls => _service.Sent;

    private IConnections Connections => _services.GetRequiredService<IConnections>();

    /// <summary>Returns the parameters of a query or of a form.</summary>
    public static Dictionary<string, string> ParametersOf(string text) => text.Length == 0 ? [] : CalendarTest.Parameters("?" + text);

    /// <summary>Returns the parameters of a token request, and fails where one is there twice.</summary>
    public Dictionary<string, string> ParametersOf(SentRequest sent) =>
        _row.IsJson ? JsonSerializer.Deserialize<Dictionary<string, string>>(sent.Body!)! : ParametersOf(sent.Body!);

    public Task<AuthorizationStart> StartAsync() => Connections.StartAsync("walk", _row.Tenant, User);

    public Task<CompletedAuthorization> CompleteAsync(AuthorizationStart start) => Connections.CompleteAsync(CalendarTest.Back(start, _row.Back), _row.Tenant, User);

    public async Task<CompletedAuthorization> ConnectAsync() => await CompleteAsync(await StartAsync());

    public async Task<HttpResponseMessage> CallAsync() =>
        await _services.GetRequiredService<IHttpClientFactory>().CreateClient("walk").For(_row.Tenant, User).GetAsync("things");

    public async Task<Connection?> StoredAsync() => (await _services.GetRequiredService<IConnectionStore>().ReadAsync(new("walk", _row.Tenant, User)))?.Connection;

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private HttpResponseMessage AnswerToken(HttpRequestMessage request)
    {
        _contentTypes.Add(request.Content?.Headers.ContentType?.MediaType);
        return CalendarTest.Json(_row.Status, _provider.Sent.Count == 1 ? Redemption : Renewal);
    }

    // The first token is spent as soon as it was tried out; whatever comes after the renewal is good.
    private HttpResponseMessage Answer(HttpRequestMessage request)
    {
        if (!request.RequestUri!.AbsolutePath.EndsWith("/things", StringComparison.Ordinal))
        {
            return CalendarTest.Json(200, _row.Account);
        }

        var space = _row.Spent.IndexOf(' ', StringComparison.Ordinal);
        return request.Headers.TryGetValues(_row.Header, out var values) && values.Single() == _row.Prefix + "access-1"
            ? CalendarTest.Json(int.Parse(_row.Spent[..space], System.Globalization.CultureInfo.InvariantCulture), _row.Spent[(space + 1)..])
            : CalendarTest.Json(200, """{"done":true}""");
    }
}
