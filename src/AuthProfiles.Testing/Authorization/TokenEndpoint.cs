using System.Collections.Frozen;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>RFC 6749, section 3.2.</summary>
internal sealed class TokenEndpoint(ServerState state) : IEndpoint
{
    private static readonly FrozenDictionary<string, IGrant> s_grants = new Dictionary<string, IGrant>(StringComparer.Ordinal)
    {
        [GrantTypes.AuthorizationCode] = new AuthorizationCodeGrant(),
        [GrantTypes.ClientCredentials] = new ClientCredentialsGrant(),
        [GrantTypes.DeviceCode] = new DeviceCodeGrant(),
        [GrantTypes.JwtBearer] = new JwtBearerGrant(),
        [GrantTypes.Password] = new PasswordGrant(),
        [GrantTypes.RefreshToken] = new RefreshTokenGrant(),
        [GrantTypes.TokenExchange] = new TokenExchangeGrant(),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly ClientCheck _clients = new(state);

    /// <summary>The grant types that a service knows.</summary>
    public static IEnumerable<string> GrantTypesOf(TokenDialect dialect) => s_grants.Keys.Where(dialect.Knows).Order(StringComparer.Ordinal);

    public LocalResponse Answer(LocalRequest request)
    {
        // Not of the standard: a few services take the parameters in the query of a GET, but no secret there (section 2.3.1).
        var byQuery = request.Method == HttpMethod.Get && request.Query.Has("grant_type");
        if (request.Method != HttpMethod.Post && !byQuery)
        {
            return TokenError.NoMethod("POST");
        }

        if (request.Query.Has("client_secret") || request.Query.Has("client_assertion"))
        {
            return TokenError.InvalidRequest("The client's secret or assertion is in the address.");
        }

        if (!TokenParameters.TryRead(request, out var parameters, out var problem))
        {
            return TokenError.InvalidRequest(problem);
        }

        var type = parameters["grant_type"];
        var grant = type is not null && TokenDialect.Of(request).Knows(type) ? s_grants.GetValueOrDefault(type) : null;
        if (!_clients.TryIdentify(request, parameters, grant?.NeedsProof ?? true, out var client, out var refusal))
        {
            return refusal;
        }

        var call = new TokenCall(state, request, parameters, client);
        return type is null
            ? TokenError.InvalidRequest("grant_type is missing.")
            : grant is null
                ? TokenError.Refused("unsupported_grant_type", $"This server knows {string.Join(", ", GrantTypesOf(call.Dialect))}.")
                : call.Dialect.Refuse(parameters) ?? grant.Answer(call);
    }
}
