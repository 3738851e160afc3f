using System.Net;
using System.Text.Json.Nodes;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>What the server says of itself (RFC 8414; OpenID Connect Discovery): any address is an issuer.</summary>
internal sealed class MetadataEndpoint(ServerState state) : IEndpoint
{
    public LocalResponse Answer(LocalRequest request)
    {
        if (!WellKnown.TryReadIssuer(request, out var issuer))
        {
            return LocalResponse.Empty(HttpStatusCode.NotFound);
        }

        state.Remember(issuer);
        var dialect = TokenDialect.Of(request);
        var metadata = new JsonObject { ["issuer"] = issuer };
        foreach (var (name, address) in dialect.EndpointsOf(issuer))
        {
            metadata[name] = address;
        }

        metadata["response_types_supported"] = Texts("code");
        metadata["response_modes_supported"] = Texts("query");
        metadata["grant_types_supported"] = Texts(TokenEndpoint.GrantTypesOf(dialect));
        metadata["code_challenge_methods_supported"] = Texts(Pkce.Method);
        metadata["token_endpoint_auth_methods_supported"] = Texts("none", "client_secret_basic", "client_secret_post", "client_secret_jwt", "private_key_jwt");
        metadata["token_endpoint_auth_signing_alg_values_supported"] = Texts("HS256", "RS256", "PS256", "ES256");
        metadata["authorization_response_iss_parameter_supported"] = true;
        metadata["subject_types_supported"] = Texts("public");
        metadata["id_token_signing_alg_values_supported"] = Texts(ServerKey.Algorithm);
        return LocalResponse.Json(HttpStatusCode.OK, metadata);
    }

    private static JsonArray Texts(params IEnumerable<string> texts) => [.. texts.Select(static text => (JsonNode)text)];
}
