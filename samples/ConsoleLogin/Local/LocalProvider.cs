using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using AuthProfiles.Samples;
using AuthProfiles.Testing;
using Microsoft.Extensions.Configuration;

namespace ConsoleLogin.Local;

/// <summary>
/// An authorization server and a service on this machine, for as long as the program runs. It forgets its access tokens when it ends;
/// the grant it remembers, so that the next run has to renew with what it has kept, and needs no login.
/// </summary>
internal sealed class LocalProvider : IAsyncDisposable
{
    private readonly LocalAuthorizationServer _server = new();
    private readonly ProviderMemory _memory;
    private Listener? _listener;

    private LocalProvider(ProviderMemory memory)
    {
        _memory = memory;
        _server.AddClient(new LocalClient("console-login"));

        // An account without an entry of its own, as some containers have, has no name.
        var user = Environment.UserName is { Length: > 0 } name ? name : "user";
        _server.SignIn(user);

        // From the first known refresh token on, unknown ones are refused: nobody knows this one.
        _server.AddRefreshToken(memory.RefreshToken ?? RandomNumberGenerator.GetHexString(32), user);
    }

    /// <summary>Starts it, and adds the settings of a profile for it.</summary>
    public static async Task<LocalProvider> StartAsync(string directory, ConfigurationManager settings, CancellationToken cancellationToken)
    {
        var provider = new LocalProvider(new(Path.Combine(directory, "local-provider.json")));
        var address = await provider.ListenAsync(cancellationToken);
        var path = Settings.ProfilePath(settings);
        settings.AddInMemoryCollection(
        [
            new($"{path}:Issuer", address.GetLeftPart(UriPartial.Authority)),
            new($"{path}:BaseUrl", address.AbsoluteUri),
            new($"{path}:ClientId", "console-login"),
            new($"{path}:ClientAuthentication", "None"),
        ]);
        Console.WriteLine($"No provider in the settings: a local one stands in at {address}");
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        if (_listener is not null)
        {
            await _listener.DisposeAsync();
        }
    }

    // A grant belongs to who gave it, and that is an address: it must be the same the next time.
    private async Task<Uri> ListenAsync(CancellationToken cancellationToken)
    {
        try
        {
            _listener = await Listener.StartAsync(AnswerAsync, _memory.Port ?? 0, cancellationToken);
        }
        catch (IOException)
        {
            throw new SettingException($"Port {_memory.Port} of the local provider is taken: end the other run of this program, or delete {_memory.Path} to begin anew.");
        }

        _memory.RememberPort(_listener.Address.Port);
        return _listener.Address;
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath == "/user")
        {
            return AnswerUser(request);
        }

        var response = await _server.AnswerAsync(request, cancellationToken);
        if (request.Method == HttpMethod.Post && response.IsSuccessStatusCode)
        {
            await RememberAsync(request, response, cancellationToken);
        }

        return response;
    }

    // The service behind the tokens.
    private HttpResponseMessage AnswerUser(HttpRequestMessage request) =>
        _server.TryValidate(request.Headers.Authorization?.Parameter ?? string.Empty, out var token)
            ? new(HttpStatusCode.OK) { Content = JsonContent.Create(new { login = token.UserName, app = token.ClientId }) }
            : new(HttpStatusCode.Unauthorized);

    private async Task RememberAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var answer = await response.Content.ReadAsStringAsync(cancellationToken);
        if (request.RequestUri!.AbsolutePath.Contains("revo", StringComparison.Ordinal))
        {
            _memory.RememberToken(null);
        }
        else if (answer.Length > 0 && (string?)JsonNode.Parse(answer)?["refresh_token"] is { } refreshToken)
        {
            _memory.RememberToken(refreshToken);
        }
    }
}
