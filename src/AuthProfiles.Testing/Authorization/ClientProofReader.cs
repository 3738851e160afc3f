using System.Diagnostics.CodeAnalysis;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>Reads how a client says who it is: in exactly one way (RFC 6749, section 2.3; RFC 7521, section 4.2).</summary>
internal static class ClientProofReader
{
    private const string JwtBearer = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    public static bool TryRead(
        LocalRequest request,
        TokenParameters parameters,
        [NotNullWhen(true)] out ClientProof? proof,
        [NotNullWhen(false)] out LocalResponse? refusal)
    {
        var byHeader = request.Headers.ContainsKey("Authorization");
        var bySecret = parameters["client_secret"] is not null;
        var byAssertion = parameters["client_assertion"] is not null || parameters["client_assertion_type"] is not null;
        if ((byHeader && bySecret) || (byAssertion && (byHeader || bySecret)))
        {
            (proof, refusal) = (null, TokenError.InvalidRequest("The client authenticated in two ways."));
            return false;
        }

        (proof, refusal) = byHeader ? ReadHeader(request) : byAssertion ? ReadAssertion(parameters) : ReadParameters(parameters);
        if (proof is not null && parameters["client_id"] is { } repeated && !string.Equals(repeated, proof.Id, StringComparison.Ordinal))
        {
            (proof, refusal) = (null, TokenError.InvalidRequest("client_id differs from what the client authenticated as."));
        }

        return proof is not null;
    }

    private static (ClientProof? Proof, LocalResponse? Refusal) ReadHeader(LocalRequest request) =>
        request.TryGetBasic(out var userName, out var password) && userName.Length > 0 && password.Length > 0
            ? (new(NameValues.Decode(userName), ClientAuthentication.Basic) { Secret = NameValues.Decode(password) }, null)
            : (null, TokenError.InvalidClient(byHeader: true, "The Authorization header is not 'Basic' with an id and a secret."));

    private static (ClientProof? Proof, LocalResponse? Refusal) ReadAssertion(TokenParameters parameters)
    {
        if (!string.Equals(parameters["client_assertion_type"], JwtBearer, StringComparison.Ordinal)
            || !Jwt.TryParse(parameters["client_assertion"] ?? string.Empty, out var jwt)
            || jwt.Text("iss") is not { } id
            || !string.Equals(id, jwt.Text("sub"), StringComparison.Ordinal))
        {
            return (null, TokenError.InvalidClient(byHeader: false, $"The client's assertion is no JWT of type {JwtBearer} with the client's id as iss and sub."));
        }

        return (new(id, JwtSignature.IsSymmetric(jwt) ? ClientAuthentication.SecretJwt : ClientAuthentication.PrivateKeyJwt) { Assertion = jwt }, null);
    }

    private static (ClientProof? Proof, LocalResponse? Refusal) ReadParameters(TokenParameters parameters) =>
        (parameters["client_id"], parameters["client_secret"]) switch
        {
            ({ } id, { } secret) => (new(id, ClientAuthentication.Post) { Secret = secret }, null),
            ({ } id, null) => (new(id, ClientAuthentication.None), null),
            _ => (null, TokenError.InvalidClient(byHeader: false, "The client did not say who it is: client_id is missing.")),
        };
}
