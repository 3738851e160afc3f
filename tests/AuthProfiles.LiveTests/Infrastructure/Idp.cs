using System.Net;
using System.Net.Http.Json;

namespace AuthProfiles.LiveTests.Infrastructure;

/// <summary>A real authorization server on loopback, and the levers that it has for tests.</summary>
internal sealed class Idp : IDisposable
{
    private readonly HttpClient _http;

    private Idp(Uri issuer, HttpClient http, IdpFixture fixture)
    {
        Issuer = issuer;
        _http = http;
        Fixture = fixture;
    }

    public Uri Issuer { get; }

    public IdpFixture Fixture { get; }

    public string TokenUrl => Address("token");

    /// <summary>Gets the resource that takes the server's tokens.</summary>
    public string ApiUrl => Address("__api/");

    /// <summary>Finds the server, or ignores the test.</summary>
    public static async Task<Idp> FindAsync()
    {
        var issuer = LiveEnvironment.Require(LiveEnvironment.Issuer);
        var fixture = LiveEnvironment.Require(LiveEnvironment.Fixture);
        var http = new HttpClient { BaseAddress = issuer };
        return new(issuer, http, (await http.GetFromJsonAsync<IdpFixture>(fixture))!);
    }

    public string Address(string path) => $"{Issuer.AbsoluteUri.TrimEnd('/')}/{path}";

    public async Task<IdpStats> StatsAsync() => (await _http.GetFromJsonAsync<IdpStats>("/__stats"))!;

    /// <summary>Changes how the server behaves until it is reset: <c>tokenDelayMs</c>, <c>failNext</c>, <c>fail</c>, <c>apiFail</c>, <c>rewrite</c>, lifetimes.</summary>
    public Task ControlAsync(object changes) => PostAsync("/__control", changes);

    /// <summary>Answers the next token requests with a failure.</summary>
    public Task FailAsync(int times, int status, object body, IReadOnlyDictionary<string, string>? headers = null) =>
        ControlAsync(new { failNext = times, fail = new { status, headers = headers ?? new Dictionary<string, string>(StringComparer.Ordinal), body } });

    public Task ResetAsync() => PostAsync("/__reset", new { });

    /// <summary>Does the user's part of the device flow.</summary>
    public async Task ApproveDeviceAsync(string userCode) => (await _http.GetAsync($"/__device/approve?user_code={WebUtility.UrlEncode(userCode)}")).EnsureSuccessStatusCode();

    /// <summary>Refuses in the user's place.</summary>
    public async Task DenyDeviceAsync(string userCode) => (await _http.GetAsync($"/__device/deny?user_code={WebUtility.UrlEncode(userCode)}")).EnsureSuccessStatusCode();

    public void Dispose() => _http.Dispose();

    private async Task PostAsync(string path, object body) => (await _http.PostAsJsonAsync(path, body)).EnsureSuccessStatusCode();
}
