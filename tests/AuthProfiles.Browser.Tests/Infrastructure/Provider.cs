using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Encodings.Web;
using System.Web;
using AuthProfiles.Samples;
using AuthProfiles.Testing;

namespace AuthProfiles.Browser.Tests.Infrastructure;

/// <summary>Somebody else's service on loopback: a page that asks for consent, the tokens behind it, and an API that takes them.</summary>
internal sealed class Provider : IAsyncDisposable
{
    /// <summary>The key that the weather takes.</summary>
    public const string WeatherKey = "k-12345678";

    private readonly SemaphoreSlim _atTheBrowser = new(1, 1);
    private readonly TimeProvider _clock;
    private Listener? _listener;

    private Provider(TimeProvider clock) => (Server, _clock) = (new(clock), clock);

    public LocalAuthorizationServer Server { get; }

    public Uri Address => _listener!.Address;

    /// <summary>Gets or sets what the account is called, in place of the name that was typed.</summary>
    public string? AccountLabel { get; set; }

    public static async Task<Provider> StartAsync(TimeProvider clock)
    {
        var provider = new Provider(clock);
        provider.Server.AddClient(new("web") { Secret = "web-secret" });
        provider.Server.AddClient(new("customers-app") { Secret = "customers-secret" });
        provider._listener = await Listener.StartAsync(provider.AnswerAsync, port: 0, CancellationToken.None);
        return provider;
    }

    /// <summary>Counts the requests for tokens by a code.</summary>
    public int Exchanges => Server.Requests.Count(static request => request.Method == HttpMethod.Post && request.Body.Contains("authorization_code", StringComparison.Ordinal));

    public ValueTask DisposeAsync()
    {
        _atTheBrowser.Dispose();
        return _listener!.DisposeAsync();
    }

    private static HttpResponseMessage Weather(HttpRequestMessage request) =>
        request.Headers.TryGetValues("x-api-key", out var keys) && keys.Single() == WeatherKey
            ? new(HttpStatusCode.OK) { Content = JsonContent.Create(new { forecast = "sunny" }) }
            : new(HttpStatusCode.Unauthorized) { Content = JsonContent.Create(new { error = "unknown key" }) };

    private Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken) => request.RequestUri!.AbsolutePath switch
    {
        "/authorize" => ConsentAsync(request.RequestUri, cancellationToken),
        "/api/me" => Task.FromResult(Me(request)),
        "/api/weather" => Task.FromResult(Weather(request)),
        _ => Server.AnswerAsync(request, cancellationToken),
    };

    private HttpResponseMessage Me(HttpRequestMessage request) =>
        Server.TryValidate(request.Headers.Authorization?.Parameter ?? string.Empty, out var token)
            ? new(HttpStatusCode.OK) { Content = JsonContent.Create(new { user = token.UserName, client = token.ClientId, at = _clock.GetUtcNow() }) }
            : new(HttpStatusCode.Unauthorized);

    private async Task<HttpResponseMessage> ConsentAsync(Uri address, CancellationToken cancellationToken)
    {
        var query = HttpUtility.ParseQueryString(address.Query);
        if (query["decision"] is not { } decision)
        {
            return new(HttpStatusCode.OK) { Content = new StringContent(Page(query), Encoding.UTF8, "text/html") };
        }

        // Who consents is told to the server and not to the request, so one at a time.
        await _atTheBrowser.WaitAsync(cancellationToken);
        try
        {
            Server.SignIn(AccountLabel ?? (query["account"] is { Length: > 0 } account ? account : "nobody"));
            if (decision == "deny")
            {
                Server.Deny();
            }

            foreach (var answer in new[] { "decision", "account" })
            {
                query.Remove(answer);
            }

            var asked = new UriBuilder(address) { Query = query.ToString() }.Uri;
            return new(HttpStatusCode.SeeOther) { Headers = { Location = await Server.ConsentAsync(asked, cancellationToken) } };
        }
        finally
        {
            _atTheBrowser.Release();
        }
    }

    private static string Page(System.Collections.Specialized.NameValueCollection query)
    {
        var hidden = string.Concat(query.AllKeys.Select(key => $"<input type=\"hidden\" name=\"{HtmlEncoder.Default.Encode(key!)}\" value=\"{HtmlEncoder.Default.Encode(query[key]!)}\">"));
        return $"""
            <!DOCTYPE html><html lang="en"><head><title>Consent</title></head><body><h1>Contoso</h1>
            <form>{hidden}<label>Account <input name="account"></label>
            <button name="decision" value="allow">Allow</button> <button name="decision" value="deny">Deny</button></form></body></html>
            """;
    }
}
