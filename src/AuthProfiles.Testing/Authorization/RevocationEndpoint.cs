using System.Net;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>RFC 7009: a client ends its own tokens; one that is unknown is no error.</summary>
internal sealed class RevocationEndpoint(ServerState state) : ClientEndpoint(state)
{
    private readonly ServerState _state = state;

    protected override LocalResponse Answer(LocalRequest request, TokenParameters parameters, CallingClient client)
    {
        if (parameters["token"] is not { } token)
        {
            return TokenError.InvalidRequest("token is missing.");
        }

        if (!IsOf(client, token))
        {
            return TokenError.InvalidGrant("The token was issued to another client.");
        }

        _state.Tokens.End(token);
        return LocalResponse.Empty(HttpStatusCode.OK);
    }

    private bool IsOf(CallingClient client, string text) =>
        (!_state.Tokens.TryFind(text, out IssuedToken? access) || string.Equals(access.Info.ClientId, client.Id, StringComparison.Ordinal))
        && (!_state.Tokens.TryFind(text, out IssuedRefreshToken? refresh) || refresh.IsOf(client.Id));
}
