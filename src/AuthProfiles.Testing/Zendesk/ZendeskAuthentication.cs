using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>Finds out who calls: by bearer token, by API token, or nobody.</summary>
internal static class ZendeskAuthentication
{
    private const string TokenMark = "/token";
    private const string OnBehalfOf = "X-On-Behalf-Of";

    public static bool TryIdentify(
        LocalRequest request,
        ZendeskAddress address,
        LocalZendeskAccount account,
        LocalAuthorizationServer server,
        [NotNullWhen(true)] out ZendeskCaller? caller,
        [NotNullWhen(false)] out LocalResponse? refusal)
    {
        (caller, refusal) = (null, null);
        if (request.TryGetAuthorization("Bearer", out var bearer))
        {
            // A token is good only at the account whose token endpoint issued it.
            caller = server.TryValidate(bearer, out var token)
                && string.Equals(token.TokenEndpoint.AbsoluteUri, address.BaseUrl + "/oauth/tokens", StringComparison.OrdinalIgnoreCase)
                && ActingUser(request, UserOf(token, account), token, account) is { } user
                    ? new ZendeskCaller(user, token, bearer)
                    : null;
            refusal = caller is null ? ZendeskError.InvalidToken() : null;
            return caller is not null;
        }

        if (!request.Headers.ContainsKey("Authorization"))
        {
            caller = new ZendeskCaller(User: null);
            return true;
        }

        // Passwords are switched off for the API: the user name must say that what follows is a token.
        caller = request.TryGetBasic(out var userName, out var apiToken)
            && userName.EndsWith(TokenMark, StringComparison.Ordinal)
            && userName.Length > TokenMark.Length
            && !userName.EndsWith(TokenMark + TokenMark, StringComparison.Ordinal)
            && apiToken.Length > 0
            && account.UserOf(userName[..^TokenMark.Length], apiToken) is { } owner
                ? new ZendeskCaller(owner)
                : null;
        refusal = caller is null ? ZendeskError.NotAuthenticated() : null;
        return caller is not null;
    }

    // Where one is named, an administrator's token with the scope for it acts for that end user; whatever is wrong with that is called an invalid token.
    private static LocalUser? ActingUser(LocalRequest request, LocalUser owner, LocalToken token, LocalZendeskAccount account)
    {
        if (!request.Headers.TryGetValue(OnBehalfOf, out var named))
        {
            return owner;
        }

        var target = long.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? account.Users.Find(id) : account.Users.Find(named);
        return owner.Role == LocalUsers.Admin && token.Scopes.Contains("impersonate", StringComparer.Ordinal) && target?.Role == LocalUsers.EndUser ? target : null;
    }

    // A token acts for whoever granted it, where the account knows them.
    private static LocalUser UserOf(LocalToken token, LocalZendeskAccount account) =>
        (token.UserName is { } name ? account.Users.Find(name) : null) ?? account.Users.Administrator;
}
