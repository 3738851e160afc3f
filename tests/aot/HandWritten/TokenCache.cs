using System.Net.Http.Json;
using HandWritten.Wire;
using Microsoft.Extensions.Configuration;

namespace HandWritten;

/// <summary>A token by client credentials, and one request for it at a time.</summary>
internal sealed class TokenCache(IHttpClientFactory clients, IConfiguration settings) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private TokenAnswer? _token;
    private DateTimeOffset _end;

    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_token is null || TimeProvider.System.GetUtcNow() >= _end)
            {
                _token = await RequestAsync(cancellationToken);
                _end = TimeProvider.System.GetUtcNow().AddSeconds(_token.ExpiresIn - 60);
            }

            return _token.AccessToken;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<TokenAnswer> RequestAsync(CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient("token");
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"),
            new("client_id", settings["Assistant:ClientId"]),
            new("client_secret", settings["Assistant:ClientSecret"]),
            new("scope", "https://cognitiveservices.azure.com/.default"),
        ]);
        using var answer = await client.PostAsync(new Uri(settings["Assistant:TokenUrl"]!), form, cancellationToken);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync(Json.Default.TokenAnswer, cancellationToken))!;
    }
}
