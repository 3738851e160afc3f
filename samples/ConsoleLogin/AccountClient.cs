using System.Net;
using AuthProfiles;
using Microsoft.Extensions.Configuration;

namespace ConsoleLogin;

/// <summary>The service, called as whoever uses this program.</summary>
internal sealed class AccountClient(HttpClient http, IConfiguration settings, ConnectionKey whose)
{
    private const string DefaultCall = "user";
    private const int MostShown = 400;

    /// <summary>Asks the service who is calling.</summary>
    /// <returns>The answer as a line.</returns>
    /// <exception cref="AuthorizationRequiredException">Nobody is connected, or no longer.</exception>
    public async Task<string> AskAsync(CancellationToken cancellationToken)
    {
        var call = settings[Settings.CallPath] ?? DefaultCall;
        using var response = await http.For(whose.Tenant, whose.User).GetAsync(new Uri(call, UriKind.Relative), cancellationToken);
        var body = (await response.Content.ReadAsStringAsync(cancellationToken)).ReplaceLineEndings(" ");
        var line = $"{call} answered {(int)response.StatusCode}: {(body.Length > MostShown ? body[..MostShown] + "…" : body)}";
        return response.StatusCode == HttpStatusCode.Unauthorized ? throw new HttpRequestException($"{call} answered 401: the service no longer takes this connection. Run --logout, and log in again.")
            : response.IsSuccessStatusCode ? line
            : throw new HttpRequestException(line);
    }
}
