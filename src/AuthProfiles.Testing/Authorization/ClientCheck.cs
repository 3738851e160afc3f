using System.Diagnostics.CodeAnalysis;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>Finds out which client calls, at every endpoint that clients call themselves.</summary>
internal sealed class ClientCheck(ServerState state)
{
    /// <param name="request">The request.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="mustProve">Whether the client's proof is needed, where it has one; without, its id is enough.</param>
    /// <param name="client">The client.</param>
    /// <param name="refusal">Why it isn't believed.</param>
    public bool TryIdentify(
        LocalRequest request,
        TokenParameters parameters,
        bool mustProve,
        [NotNullWhen(true)] out CallingClient? client,
        [NotNullWhen(false)] out LocalResponse? refusal)
    {
        client = null;
        if (!ClientProofReader.TryRead(request, parameters, out var proof, out refusal))
        {
            return false;
        }

        if (proof.Assertion is { } assertion && Fault(request, assertion) is { } fault)
        {
            refusal = TokenError.InvalidClient(byHeader: false, fault);
            return false;
        }

        var isNameEnough = !mustProve && proof.Way == ClientAuthentication.None;
        var known = state.Clients.Find(proof.Id, request.Uri, isNameEnough ? null : proof.IsOf);
        if (known is null && !state.Clients.IsEmpty)
        {
            refusal = TokenError.InvalidClient(proof.ByHeader, "The client is unknown here, or what it authenticated with is wrong.");
            return false;
        }

        // Only of one that is believed: nobody else can use it up.
        if (proof.Assertion is { } first && !state.Assertions.TryUse(first))
        {
            refusal = TokenError.InvalidClient(byHeader: false, "The assertion's jti was used before: each request needs an assertion of its own.");
            return false;
        }

        client = new CallingClient(proof.Id, known, proof.Way);
        return true;
    }

    private string? Fault(LocalRequest request, Jwt assertion) =>
        assertion.Text("jti") is null ? "The assertion has no jti." : AssertionRules.Fault(assertion, Audiences(request, state), state.Now);

    /// <summary>Whom an assertion may be for: this endpoint, or the issuer.</summary>
    public static IReadOnlyCollection<string> Audiences(LocalRequest request, ServerState state) =>
        [request.Uri.AbsoluteUri, request.Uri.GetLeftPart(UriPartial.Path), state.IssuerOf(request)];
}
