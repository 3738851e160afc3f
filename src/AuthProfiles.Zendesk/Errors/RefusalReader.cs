using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Errors;

/// <summary>Tells what a 401 or 403 is about. The texts are Zendesk's and may change: one that is not known leaves the cause open, never wrong.</summary>
internal static class RefusalReader
{
    public static ZendeskRefusal? Read(ZendeskErrorKind kind, HttpRequestMessage request, ErrorBody body) => kind switch
    {
        _ when CallHeaders.LeadsElsewhere(request) => null,
        ZendeskErrorKind.Unauthorized or ZendeskErrorKind.Forbidden when CallHeaders.ActsForNobody(request) => ZendeskRefusal.AnonymousRefused,
        ZendeskErrorKind.Unauthorized => OfUnauthorized(request, body),
        ZendeskErrorKind.Forbidden => OfForbidden(request, body),

        // Answers to the creation of tokens came with other statuses too.
        ZendeskErrorKind.Invalid when IsOfTokenCreation(body) => ZendeskRefusal.TokenCreationEnded,
        _ => null,
    };

    private static ZendeskRefusal? OfUnauthorized(HttpRequestMessage request, ErrorBody body)
    {
        if (body.Code is "invalid_client")
        {
            return ZendeskRefusal.ClientUnknown;
        }

        if (body.Code is "invalid_token")
        {
            // Zendesk's usual sentence has both words.
            return (request.Headers.Contains(CallHeaders.OnBehalfOf), body.Says("expired"), body.Says("revoked")) switch
            {
                (true, _, _) => ZendeskRefusal.OnBehalfOfRefused,
                (_, true, false) => ZendeskRefusal.TokenExpired,
                (_, false, true) => ZendeskRefusal.TokenRevoked,
                _ => ZendeskRefusal.TokenRejected,
            };
        }

        return OfEndedAccess(body) ?? (body.Says("suspended") ? ZendeskRefusal.Suspended : body.Says("authenticate") ? ZendeskRefusal.CredentialRejected : null);
    }

    private static ZendeskRefusal OfForbidden(HttpRequestMessage request, ErrorBody body) =>
        body.Says("scope") ? ZendeskRefusal.ScopeMissing
        : OfEndedAccess(body) is { } ended ? ended
        : body.Says("suspended") || body.Says("deactivated") ? ZendeskRefusal.Suspended
        : request.Headers.Contains(CallHeaders.OnBehalfOf) ? ZendeskRefusal.OnBehalfOfRefused
        : ZendeskRefusal.RightMissing;

    private static ZendeskRefusal? OfEndedAccess(ErrorBody body) =>
        IsOfTokenCreation(body) ? ZendeskRefusal.TokenCreationEnded
        : body.Says("api token") ? ZendeskRefusal.ApiTokenEnded
        : body.Says("password") ? ZendeskRefusal.PasswordAccessEnded
        : null;

    private static bool IsOfTokenCreation(ErrorBody body) => body.Says("api token") && (body.Says("creat") || body.Says("generat"));
}
