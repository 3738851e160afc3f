using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>RFC 6749, section 4.1.3, with PKCE: a code is good once, and a second use ends what the first one brought.</summary>
internal sealed class AuthorizationCodeGrant : IGrant
{
    public LocalResponse Answer(TokenCall call)
    {
        if (call.Parameters["code"] is not { } text)
        {
            return TokenError.InvalidRequest("code is missing.");
        }

        if (!call.State.Codes.TryGetValue(text, out var code))
        {
            return TokenError.InvalidGrant("The code is unknown here.");
        }

        if (Fault(call, code) is { } fault)
        {
            return TokenError.InvalidGrant(fault);
        }

        code.IsUsed = true;
        return TokenAnswer.Write(call, code.Access, code.Family, isRenewable: call.Dialect.Refreshes(code.Access.Scopes));
    }

    private static string? Fault(TokenCall call, AuthorizationCode code)
    {
        if (!string.Equals(code.Access.ClientId, call.Client.Id, StringComparison.Ordinal))
        {
            return "The code was issued to another client.";
        }

        if (code.IsUsed)
        {
            code.Family.End();
            return "The code was used before: what it brought has ended.";
        }

        return call switch
        {
            _ when call.State.Now >= code.ExpiresAt => "The code has expired.",
            _ when !string.Equals(code.RedirectUri, call.Parameters["redirect_uri"], StringComparison.Ordinal) => "redirect_uri is not the one that the code was sent to.",
            _ when code.Challenge is null && call.Parameters["code_verifier"] is not null => "There is a code_verifier where no code_challenge was.",
            _ when code.Challenge is { } challenge && !Pkce.Matches(challenge, call.Parameters["code_verifier"]) => "code_verifier does not belong to the code_challenge.",
            _ => null,
        };
    }
}
