using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>An endpoint at which clients prove who they are before anything else.</summary>
internal abstract class ClientEndpoint(ServerState state) : IEndpoint
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

        return _clients.TryIdentify(request, parameters, mustProve: true, out var client, out var refusal)
            ? Answer(request, parameters, client)
            : refusal;
    }

    protected abstract LocalResponse Answer(LocalRequest request, TokenParameters parameters, CallingClient client);
}
