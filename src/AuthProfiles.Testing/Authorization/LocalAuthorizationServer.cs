using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using AuthProfiles.Testing.Authorization;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing;

/// <summary>An OAuth 2.0 authorization server: any address is a token endpoint of it (RFC 6749, client credentials).</summary>
/// <remarks>
/// <para>Thread-safe. Tokens are opaque, expire by the clock and are bound to the client, the token endpoint and the scope.</para>
/// <para>Until a client is added, any client id with any secret is accepted; from then on only what was added.</para>
/// <para>The address decides about known departures: <c>…/oauth/tokens</c> answers as Zendesk does (201, and <c>expires_in</c> only if it was asked for),
/// <c>…/oauth2/v2.0/token</c> as Microsoft Entra does (the scope must end with <c>/.default</c>).</para>
/// </remarks>
public sealed class LocalAuthorizationServer : LocalService
{
    private readonly object _gate = new();
    private readonly List<LocalOAuthClient> _clients = [];
    private readonly Dictionary<string, LocalToken> _tokens = new(StringComparer.Ordinal);
    private TimeSpan _tokenLifetime = TimeSpan.FromHours(1);
    private int _issued;

    /// <summary>Initializes a new instance of the <see cref="LocalAuthorizationServer"/> class.</summary>
    /// <param name="clock">The clock by which tokens expire; null for the system's.</param>
    public LocalAuthorizationServer(TimeProvider? clock = null)
        : base(clock)
    {
    }

    /// <summary>Gets or sets how long new tokens live, where the request doesn't ask for a lifetime.</summary>
    /// <value>The default is one hour; at least one second.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is shorter than one second.</exception>
    public TimeSpan TokenLifetime
    {
        get
        {
            lock (_gate)
            {
                return _tokenLifetime;
            }
        }

        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromSeconds(1));
            lock (_gate)
            {
                _tokenLifetime = value;
            }
        }
    }

    /// <summary>Gets how many tokens were issued.</summary>
    public int Issued
    {
        get
        {
            lock (_gate)
            {
                return _issued;
            }
        }
    }

    /// <summary>Gets how many token requests arrived, refused ones included.</summary>
    public int TokenRequests => RequestCount;

    /// <summary>Makes a client known; from the first one on, unknown clients are refused.</summary>
    /// <param name="clientId">Its id. A second time, with the same tenant, the secret is replaced.</param>
    /// <param name="clientSecret">Its secret.</param>
    /// <param name="tenant">Where it is known: token endpoints whose address has this as a label of the host or a segment of the path. Null: everywhere.</param>
    /// <param name="allowedScopes">The scopes that it may ask for; null: any.</param>
    public void AddClient(string clientId, SecretValue clientSecret, string? tenant = null, IEnumerable<string>? allowedScopes = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(clientId);
        ArgumentNullException.ThrowIfNull(clientSecret);
        var client = new LocalOAuthClient(clientId, clientSecret, tenant, allowedScopes?.ToHashSet(StringComparer.Ordinal));
        lock (_gate)
        {
            _clients.RemoveAll(client.IsSame);
            _clients.Add(client);
        }
    }

    /// <summary>Ends a token before its time.</summary>
    /// <param name="token">The token's text. An unknown one is no error.</param>
    public void Revoke(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        lock (_gate)
        {
            _tokens.Remove(token);
        }
    }

    /// <summary>Ends every token that was issued so far.</summary>
    public void RevokeAll()
    {
        lock (_gate)
        {
            _tokens.Clear();
        }
    }

    /// <summary>Says whether a token was issued here and still lives.</summary>
    /// <param name="token">The token's text.</param>
    /// <param name="info">What the token stands for.</param>
    /// <returns>True if the token is neither unknown nor expired nor revoked.</returns>
    public bool TryValidate(string token, [NotNullWhen(true)] out LocalToken? info)
    {
        ArgumentNullException.ThrowIfNull(token);
        lock (_gate)
        {
            return _tokens.TryGetValue(token, out info) && Now < info.ExpiresAt;
        }
    }

    private protected override LocalResponse Respond(LocalRequest request)
    {
        if (request.Method != HttpMethod.Post)
        {
            return TokenError.Answer(HttpStatusCode.MethodNotAllowed, "invalid_request", "A token endpoint takes POST.").With("Allow", "POST");
        }

        if (!TokenParameters.TryRead(request, out var parameters, out var problem))
        {
            return TokenError.InvalidRequest(problem);
        }

        if (!ClientCredentials.TryRead(request, parameters, out var credentials, out var refusal))
        {
            return refusal;
        }

        lock (_gate)
        {
            return Issue(request, parameters, credentials);
        }
    }

    private protected override LocalResponse Throttled(TimeSpan retryAfter) =>
        TokenError.Answer(HttpStatusCode.TooManyRequests, "temporarily_unavailable", "Too many token requests.")
            .With("Retry-After", Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture));

    private protected override string BodyToShow(LocalRequest request) => TokenParameters.Redact(request);

    private LocalResponse Issue(LocalRequest request, TokenParameters parameters, ClientCredentials credentials)
    {
        var known = _clients.Find(client => client.Matches(credentials, request.Uri));
        if (known is null && _clients.Count > 0)
        {
            return TokenError.InvalidClient(credentials.ByHeader, "The client is unknown here, or its secret is wrong.");
        }

        switch (parameters["grant_type"])
        {
            case "client_credentials":
                break;
            case null:
                return TokenError.InvalidRequest("grant_type is missing.");
            default:
                return TokenError.Answer(HttpStatusCode.BadRequest, "unsupported_grant_type", "This server knows client_credentials.");
        }

        var dialect = TokenDialect.Of(request);
        var scopes = (parameters["scope"] ?? dialect.DefaultScope).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (dialect.Refuse(request, parameters, scopes) is { } refusal)
        {
            return refusal;
        }

        if (known?.AllowedScopes is { } allowed && !scopes.All(allowed.Contains))
        {
            return TokenError.InvalidScope("The client may not ask for this scope.");
        }

        var lifetime = dialect.RequestedLifetime(parameters) ?? _tokenLifetime;
        var endpoint = new Uri(request.Uri.GetLeftPart(UriPartial.Path));
        var token = RandomNumberGenerator.GetHexString(40, lowercase: true);
        _tokens[token] = new LocalToken(++_issued, credentials.Id, endpoint, scopes, Now, Now + lifetime);
        var answer = new JsonObject { ["access_token"] = token, ["token_type"] = dialect.TokenType };
        if (dialect.TellsLifetime(parameters))
        {
            answer["expires_in"] = (long)lifetime.TotalSeconds;
        }

        if (scopes.Length > 0)
        {
            answer["scope"] = string.Join(' ', scopes);
        }

        return LocalResponse.Json(dialect.Success, answer).With("Cache-Control", "no-store");
    }
}
