using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Errors;

/// <summary>Says what to do about a refusal.</summary>
internal static class Cure
{
    public static string For(ZendeskErrorKind kind, HttpResponseMessage response, ErrorBody body) => kind switch
    {
        ZendeskErrorKind.Unauthorized => ForUnauthorized(body),
        ZendeskErrorKind.Forbidden => ForForbidden(body),
        ZendeskErrorKind.NotFound => body.Code is "RecordNotFound"
            ? "The record does not exist, is deleted, or is not visible to this authorization."
            : "There is no such operation at this address: check Subdomain, or BaseUrl where it is set.",
        ZendeskErrorKind.Conflict => "The record was changed meanwhile: read it again and decide anew.",
        ZendeskErrorKind.RateLimited => "Wait for RetryAfter, and ask for less at a time.",
        ZendeskErrorKind.Unavailable => "Try again later.",
        ZendeskErrorKind.UnexpectedAnswer => ForRedirect(response),
        _ => string.Empty,
    };

    private static string ForUnauthorized(ErrorBody body)
    {
        if (body.Code is "invalid_token")
        {
            return "The access token is expired or revoked, or belongs to another account: check Subdomain, that the OAuth client still exists, and that its user is active.";
        }

        return Says(body, "authenticate")
            ? "Email and ApiToken don't fit this account, or the account no longer takes API tokens: check both, or use ClientId and ClientSecret in their place."
            : "The credential was refused: check ClientId and ClientSecret, or Email and ApiToken, and that they are this account's.";
    }

    private static string ForForbidden(ErrorBody body)
    {
        // Zendesk issues a token for any scope, known or not, and refuses the calls.
        if (Says(body, "scope"))
        {
            return "The token lacks a scope: add it to Scope, and to the allowed scopes of the OAuth client.";
        }

        return Says(body, "suspended") || Says(body, "deactivated")
            ? "The account or its user is suspended: an administrator of the account has to lift that."
            : "The authorization does not reach this far: check Scope, and the role of the user behind the OAuth client or API token.";
    }

    private static string ForRedirect(HttpResponseMessage response)
    {
        // Only the host: the rest of the address is the server's text.
        var target = response.Headers.Location is { IsAbsoluteUri: true, HostNameType: UriHostNameType.Dns } location ? ServerText.Clean(location.IdnHost) : null;
        return target is null
            ? "Redirects are not followed: check that the subdomain or BaseUrl is that of a Zendesk account."
            : $"It points to {target}; redirects are not followed, because they would carry the credential there. Check Subdomain, or BaseUrl where it is set.";
    }

    private static bool Says(ErrorBody body, string word) =>
        (body.Code?.Contains(word, StringComparison.OrdinalIgnoreCase) ?? false)
        || (body.Description?.Contains(word, StringComparison.OrdinalIgnoreCase) ?? false);
}
