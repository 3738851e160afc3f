using System.Security.Cryptography;
using System.Text.Json.Nodes;
using AuthProfiles.Testing;

namespace AuthProfiles.Samples.Memory;

/// <summary>Notes what the authorization server grants, and tells it at the next start. Its access tokens end with it: applications renew by what they have kept.</summary>
internal sealed class GrantRecorder
{
    private readonly LocalAuthorizationServer _server;
    private readonly ServiceMemory _memory;

    public GrantRecorder(LocalAuthorizationServer server, ServiceMemory memory)
    {
        (_server, _memory) = (server, memory);
        if (memory.Path is null)
        {
            return;
        }

        // From the first known refresh token on, unknown ones are refused: nobody knows this one.
        server.AddRefreshToken(RandomNumberGenerator.GetHexString(32), "nobody");
        foreach (var grant in memory.Grants)
        {
            server.AddRefreshToken(grant.RefreshToken, grant.User, grant.Scopes);
        }
    }

    /// <summary>Has a service answer, and notes the grant that the answer may be.</summary>
    public async Task<HttpResponseMessage> AnswerAsync(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_memory.Path is null || request.Method != HttpMethod.Post || request.Content is null)
        {
            return await answer(request, cancellationToken);
        }

        await request.Content.LoadIntoBufferAsync(cancellationToken);
        var response = await answer(request, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            Note(await request.Content.ReadAsStringAsync(cancellationToken), await response.Content.ReadAsStringAsync(cancellationToken));
        }

        return response;
    }

    private void Note(string asked, string answered)
    {
        var tokens = answered.Contains("\"refresh_token\"", StringComparison.Ordinal) ? JsonNode.Parse(answered) as JsonObject : null;
        var grant = (string?)tokens?["refresh_token"] is { } refresh && (string?)tokens["access_token"] is { } access && _server.TryValidate(access, out var token)
            ? new RememberedGrant(refresh, token.UserName ?? "nobody", token.Scopes)
            : null;
        if (grant is not null || _memory.Grants.Any(known => asked.Contains(known.RefreshToken, StringComparison.Ordinal)))
        {
            _memory.Replace(asked, grant);
        }
    }
}
