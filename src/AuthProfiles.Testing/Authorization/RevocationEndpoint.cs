using System.Net;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>RFC 7009: a client ends its own tokens; one that is unknown is no error.</summary>
internal sealed class RevocationEndpoint(ServerState state) : IEndpoint
{
    private readonly ClientCheck _clients = new(state);

    public LocalResponse Answer(LocalRequest request)
    {
        if (request.Method != HttpMethod.Post)
        {
            return TokenError.NoMethod("POST");
        }

        if (!TokenParameters.TryRead(request, out var parameters, out var problem))
        {
            return TokenError.InvalidRequest(problem);
        }

        if (!_clients.TryIdentify(request, parameters, mustProve: true, out var client, out var refusal))
        {
            return refusal;
        }

        if (parameters["token"] is not { } token)
        {
            return TokenError.InvalidRequest("token is missing.");
        }

        if (!IsOf(client, token))
        {
            return TokenError.InvalidGrant("The token was issued to another client.");
        }

        state.Tokens.End(token);
        return LocalResponse.Empty(HttpStatusCode.OK);
    }

    private bool IsOf(CallingClient client, string text) =>
        (!state.Tokens.TryFind(text, out IssuedToken? access) || string.Equals(access.Info.ClientId, client.Id, StringComparison.Ordinal))
        && (!state.Tokens.TryFind(text, out IssuedRefreshToken? refresh) || refresh.IsOf(client.Id));
}
