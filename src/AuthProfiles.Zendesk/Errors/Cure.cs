using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Errors;

/// <summary>Says what to do about a refusal.</summary>
internal static class Cure
{
    public static string For(ZendeskErrorKind kind, ZendeskRefusal? refusal, HttpRequestMessage request, HttpResponseMessage response, ErrorBody body) => kind switch
    {
        ZendeskErrorKind.Unauthorized or ZendeskErrorKind.Forbidden or ZendeskErrorKind.NotFound when CallHeaders.LeadsElsewhere(request) =>
            "It was asked without a credential, as every place but the account is: the link may be over. Read the record again, which has a new one.",
        _ when refusal is { } known => For(known),
        ZendeskErrorKind.Unauthorized => "The credential was refused: check ClientId and ClientSecret, or Email and ApiToken, and that they are this account's.",
        ZendeskErrorKind.NotFound => body.Code is "RecordNotFound"
            ? "The record does not exist, is deleted, or is not visible to this authorization."
            : "There is no such operation at this address: check Subdomain, or BaseUrl where it is set.",
        ZendeskErrorKind.Conflict => body.Code is "UpdateConflict"
            ? "The record has changed since UpdatedStamp: read it again and decide anew."
            : "The record was changed meanwhile: read it again and decide anew.",
        ZendeskErrorKind.RateLimited => "Wait for RetryAfter, and ask for less at a time.",
        ZendeskErrorKind.Unavailable => "Try again later.",
        ZendeskErrorKind.UnexpectedAnswer => ForRedirect(response),
        _ => string.Empty,
    };

    private static string For(ZendeskRefusal refusal) => refusal switch
    {
        ZendeskRefusal.TokenExpired => "The access token is expired: give ClientId and ClientSecret, by which it is renewed, or have its user sign in again.",
        ZendeskRefusal.TokenRevoked => "The access token is revoked: check that the OAuth client still exists and nobody else renews its tokens, or have its user sign in again.",
        ZendeskRefusal.ClientUnknown => "The account knows no such OAuth client: ClientId is the client's Identifier, not its name, and only a global one (zdg-…) is known at every account.",
        ZendeskRefusal.CredentialRejected => "Email and ApiToken don't fit this account, or the account no longer takes API tokens: check both, or use ClientId and ClientSecret in their place.",
        ZendeskRefusal.PasswordAccessEnded => "Passwords no longer open the API: use ClientId and ClientSecret.",
        ZendeskRefusal.ApiTokenEnded => "The account does not take this API token, and Zendesk switches all of them off: use ClientId and ClientSecret in place of Email and ApiToken.",
        ZendeskRefusal.TokenCreationEnded => "API tokens are no longer created: make an OAuth client in the Admin Center, and use ClientId and ClientSecret.",
        ZendeskRefusal.ScopeMissing => "The token lacks a scope: add it to Scope, and to the allowed scopes of the OAuth client.",
        ZendeskRefusal.OnBehalfOfRefused => "The call can't be made on behalf of that user: the token needs the scope impersonate and an administrator behind it, and the user must be an end user of this account. Nothing was renewed.",
        ZendeskRefusal.Suspended => "The account or its user is suspended: an administrator of the account has to lift that.",
        ZendeskRefusal.RightMissing => "The authorization does not reach this far: check Scope, and the role of the user behind the OAuth client or API token.",
        ZendeskRefusal.AnonymousRefused => "The account takes no requests from anonymous callers: an administrator can let anybody submit tickets, or send it with ZendeskClient.",
        _ => "The access token is expired or revoked, or belongs to another account: check Subdomain, that the OAuth client still exists, and that its user is active.",
    };

    private static string ForRedirect(HttpResponseMessage response)
    {
        // Only the host: the rest of the address is the server's text.
        var target = response.Headers.Location is { IsAbsoluteUri: true, HostNameType: UriHostNameType.Dns } location ? ServerText.Clean(location.IdnHost) : null;
        return target is null
            ? "Redirects are not followed: check that the subdomain or BaseUrl is that of a Zendesk account."
            : $"It points to {target}; redirects are not followed, because they would carry the credential there. Check Subdomain, or BaseUrl where it is set.";
    }
}
