using System.Net;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>RFC 6749, section 4.1.1: the signed-in user consents without being asked, or denies.</summary>
internal sealed class AuthorizationEndpoint(ServerState state) : IEndpoint
{
    private static readonly string[] s_repeatable = ["audience", "resource"];

    public LocalResponse Answer(LocalRequest request)
    {
        var query = request.Query;

        // Whoever asks is unknown, or the callback may be somebody else's: nobody is sent there (section 4.1.2.1).
        if (query.Pairs.GroupBy(static pair => pair.Key, StringComparer.Ordinal).Any(static group => group.Skip(1).Any() && !s_repeatable.Contains(group.Key, StringComparer.Ordinal)))
        {
            return TokenError.InvalidRequest("A parameter is there twice.");
        }

        var id = Value(query, "client_id");
        var client = id is null ? null : state.Clients.Find(id, request.Uri);
        if (id is null || (client is null && !state.Clients.IsEmpty))
        {
            return TokenError.InvalidRequest("client_id is missing, or the client is unknown here.");
        }

        if (Value(query, "redirect_uri") is not { } redirectUri || !RedirectRules.Allow(redirectUri, client?.RedirectUris ?? []))
        {
            return TokenError.InvalidRequest("redirect_uri is missing, or is not registered for this client.");
        }

        var asked = new GrantedAccess(id, Value(query, "scope") is { } scope ? Scope.Split(scope) : Scope.Split(TokenDialect.Of(request).DefaultScope))
        {
            UserName = state.Accounts.SignedIn,
            Resources = query.All("resource"),
            Nonce = Value(query, "nonce"),
        };
        return Fault(query, new CallingClient(id, client, ClientAuthentication.None), asked) is { } fault
            ? BackTo(redirectUri, request, ("error", fault.Error), ("error_description", fault.Description))
            : BackTo(redirectUri, request, ("code", NewCode(asked, redirectUri, Value(query, "code_challenge"))));
    }

    private static string? Value(NameValues query, string name) => query[name] is { Length: > 0 } value ? value : null;

    private (string Error, string Description)? Fault(NameValues query, CallingClient client, GrantedAccess asked) => query switch
    {
        _ when Value(query, "response_type") is null => ("invalid_request", "response_type is missing."),
        _ when query["response_type"] is not "code" => ("unsupported_response_type", "This server knows the response type code."),
        _ when Value(query, "state") is null => ("invalid_request", "state is missing."),
        _ when Value(query, "code_challenge") is null && state.RequiresPkce => ("invalid_request", "code_challenge is missing (RFC 7636)."),
        _ when Value(query, "code_challenge") is { } challenge && (query["code_challenge_method"] is not Pkce.Method || !Pkce.IsChallenge(challenge)) =>
            ("invalid_request", "code_challenge_method is not S256, or code_challenge is none."),
        _ when RequestedAccess.Fault(client, asked.Scopes, asked.Resources) is { } fault => fault,
        _ when state.Accounts.Denies => ("access_denied", "The user has refused."),
        _ => null,
    };

    private string NewCode(GrantedAccess access, string redirectUri, string? challenge)
    {
        var text = TokenRegister.NewText();
        state.Codes[text] = new AuthorizationCode(access, redirectUri, challenge, state.Now + AuthorizationCode.Lifetime);
        return text;
    }

    // The issuer goes along, with an error too (RFC 9207, section 2).
    private LocalResponse BackTo(string redirectUri, LocalRequest request, params IEnumerable<(string Name, string Value)> answer)
    {
        var parameters = answer
            .Append(("state", Value(request.Query, "state") ?? string.Empty))
            .Append(("iss", state.IssuerOf(request)))
            .Where(static pair => pair.Item2.Length > 0)
            .Select(static pair => $"{pair.Item1}={Uri.EscapeDataString(pair.Item2)}");
        var separator = redirectUri.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return LocalResponse.Empty(HttpStatusCode.Redirect)
            .With("Location", $"{redirectUri}{separator}{string.Join('&', parameters)}")
            .With("Cache-Control", "no-store");
    }
}
