using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Text.Json;
using AuthProfiles.Testing.Authorization;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing;

/// <summary>An OAuth 2.0 authorization server at every address, for all grants; its users consent by themselves.</summary>
/// <remarks>
/// <para>Thread-safe. Tokens are opaque, expire by the clock and are bound to the client, the token endpoint and the scope.</para>
/// <para>The address decides which endpoint it is. GET: <c>/.well-known/…</c> is the metadata (RFC 8414, OpenID Connect Discovery), <c>…/jwks</c> the keys,
/// <c>…/device</c> the page for user codes, and what has a <c>client_id</c> the authorization endpoint. POST: <c>…/device…</c> is the device authorization
/// endpoint (RFC 8628), <c>…/revo…</c> the revocation endpoint (RFC 7009), and all else a token endpoint.</para>
/// <para>What is not declared is not checked: until a client is added, any client id with any secret is accepted, and likewise for users' passwords, for
/// refresh tokens and subject tokens of elsewhere, and for the keys of assertions; from then on only what was added.</para>
/// <para>The address decides about known departures: <c>…/oauth/tokens</c> answers as Zendesk does (201, and lifetimes only if they were asked for),
/// <c>…/oauth2/v2.0/token</c> as Microsoft Entra does (a client's own scope must end with <c>/.default</c>, and <c>offline_access</c> brings refresh tokens).</para>
/// </remarks>
public sealed class LocalAuthorizationServer : LocalService
{
    private readonly object _gate = new();
    private readonly ServerState _state;
    private readonly Dictionary<EndpointKind, IEndpoint> _endpoints;

    /// <summary>Initializes a new instance of the <see cref="LocalAuthorizationServer"/> class.</summary>
    /// <param name="clock">The clock by which tokens expire; null for the system's.</param>
    public LocalAuthorizationServer(TimeProvider? clock = null)
        : base(clock)
    {
        _state = new(Clock);
        _endpoints = new()
        {
            [EndpointKind.Token] = new TokenEndpoint(_state),
            [EndpointKind.Authorization] = new AuthorizationEndpoint(_state),
            [EndpointKind.Device] = new DeviceEndpoint(_state),
            [EndpointKind.DeviceVerification] = new DeviceVerificationEndpoint(_state),
            [EndpointKind.Revocation] = new RevocationEndpoint(_state),
            [EndpointKind.Metadata] = new MetadataEndpoint(_state),
            [EndpointKind.Keys] = new KeysEndpoint(),
        };
    }

    /// <summary>Gets or sets how long new tokens live, where the request doesn't ask for a lifetime.</summary>
    /// <value>The default is one hour; at least one second.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is shorter than one second.</exception>
    public TimeSpan TokenLifetime
    {
        get => Read(static state => state.Tokens.Lifetime);
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromSeconds(1));
            Change(state => state.Tokens.Lifetime = value);
        }
    }

    /// <summary>Gets or sets how long new refresh tokens live, where the request doesn't ask for a lifetime.</summary>
    /// <value>The default is 30 days; at least one second.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is shorter than one second.</exception>
    public TimeSpan RefreshTokenLifetime
    {
        get => Read(static state => state.Tokens.RefreshLifetime);
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromSeconds(1));
            Change(state => state.Tokens.RefreshLifetime = value);
        }
    }

    /// <summary>Gets or sets a value indicating whether a renewal brings a new refresh token in place of the one used.</summary>
    /// <value>The default is true; a second use of a refresh token then ends all that came from the same grant (RFC 9700, section 4.14.2).</value>
    public bool RotatesRefreshTokens
    {
        get => Read(static state => state.RotatesRefreshTokens);
        set => Change(state => state.RotatesRefreshTokens = value);
    }

    /// <summary>Gets or sets a value indicating whether consent without a code challenge (RFC 7636) is refused.</summary>
    /// <value>The default is true. False stands for a provider that fails on PKCE; a challenge that comes all the same is checked.</value>
    public bool RequiresPkce
    {
        get => Read(static state => state.RequiresPkce);
        set => Change(state => state.RequiresPkce = value);
    }

    /// <summary>Gets how many access tokens were issued.</summary>
    public int Issued => Read(static state => state.Tokens.Issued);

    /// <summary>Gets how many token requests arrived, refused ones included; requests to other endpoints are not among them.</summary>
    public int TokenRequests => Count(IsTokenRequest);

    /// <summary>Gets the codes that users of devices have yet to type, the oldest first.</summary>
    /// <value>A copy. Codes that expired are not among them.</value>
    public IReadOnlyList<string> PendingUserCodes => Read(static state => state.Devices.All.Where(device => device.IsPending(state.Now)).Select(static device => device.UserCode).ToArray());

    /// <summary>Counts the token requests of one grant, refused ones included.</summary>
    /// <param name="grantType">The grant type, such as <c>refresh_token</c>.</param>
    /// <returns>How many arrived.</returns>
    public int CountTokenRequests(string grantType)
    {
        ArgumentNullException.ThrowIfNull(grantType);
        return Count(request => IsTokenRequest(request)
            && TokenParameters.TryRead(request, out var parameters, out _)
            && string.Equals(parameters["grant_type"], grantType, StringComparison.Ordinal));
    }

    /// <summary>Makes a client known; from the first one on, unknown clients are refused.</summary>
    /// <param name="clientId">Its id. A second time, with the same tenant, the client is replaced.</param>
    /// <param name="clientSecret">Its secret.</param>
    /// <param name="tenant">Where it is known: endpoints whose address has this as a label of the host or a segment of the path. Null: everywhere.</param>
    /// <param name="allowedScopes">The scopes that it may ask for; null: any.</param>
    public void AddClient(string clientId, SecretValue clientSecret, string? tenant = null, IEnumerable<string>? allowedScopes = null)
    {
        ArgumentNullException.ThrowIfNull(clientSecret);
        AddClient(new LocalClient(clientId) { Secret = clientSecret, Tenant = tenant, AllowedScopes = allowedScopes?.ToArray() });
    }

    /// <summary>Makes a client known; from the first one on, unknown clients are refused.</summary>
    /// <param name="client">The client. It replaces one with the same id and tenant.</param>
    public void AddClient(LocalClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        Change(state => state.Clients.Add(client));
    }

    /// <summary>Makes a user known who may use the password grant; from the first one on, others are refused.</summary>
    /// <param name="userName">The user's name.</param>
    /// <param name="password">The password.</param>
    public void AddUser(string userName, SecretValue password)
    {
        ArgumentException.ThrowIfNullOrEmpty(userName);
        ArgumentNullException.ThrowIfNull(password);
        Change(state => state.Accounts.Add(userName, password));
    }

    /// <summary>Makes a refresh token known that was not issued here; from the first one on, unknown ones are refused.</summary>
    /// <param name="refreshToken">The refresh token, good for any client.</param>
    /// <param name="userName">The user who granted it.</param>
    /// <param name="scopes">What it was granted for; null: a renewal has the scopes that it asks for.</param>
    public void AddRefreshToken(SecretValue refreshToken, string userName, IEnumerable<string>? scopes = null)
    {
        ArgumentNullException.ThrowIfNull(refreshToken);
        ArgumentException.ThrowIfNullOrEmpty(userName);
        Change(state => state.Tokens.AddForeign(refreshToken.Reveal(), new GrantedAccess(string.Empty, scopes?.ToArray() ?? []) { UserName = userName }));
    }

    /// <summary>Makes a token known that was not issued here and may be exchanged (RFC 8693); from the first one on, unknown ones are refused.</summary>
    /// <param name="subjectToken">The token.</param>
    /// <param name="userName">The user whom it stands for.</param>
    public void AddSubjectToken(SecretValue subjectToken, string userName)
    {
        ArgumentNullException.ThrowIfNull(subjectToken);
        ArgumentException.ThrowIfNullOrEmpty(userName);
        Change(state => state.SubjectTokens[subjectToken.Reveal()] = userName);
    }

    /// <summary>Makes the key of an issuer of assertions known (RFC 7523); from the first key on, of clients too, only what such a key has signed is accepted.</summary>
    /// <param name="issuer">The issuer, as assertions name it. A client with a key of its own issues assertions by its id and needs no entry here.</param>
    /// <param name="publicKey">The public key, RSA or elliptic curve, as PEM (<c>BEGIN PUBLIC KEY</c>).</param>
    /// <exception cref="ArgumentException"><paramref name="publicKey"/> is no such key.</exception>
    public void AddAssertionIssuer(string issuer, string publicKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(issuer);
        ArgumentNullException.ThrowIfNull(publicKey);
        if (!PublicKeyPem.IsValid(publicKey))
        {
            throw new ArgumentException(PublicKeyPem.Expected, nameof(publicKey));
        }

        Change(state => state.Assertions.Add(issuer, publicKey));
    }

    /// <summary>Says who sits at the browser from now on, and consents to everything.</summary>
    /// <param name="userName">The user's name, told as <c>preferred_username</c> in ID tokens. Until the first call it is <c>user</c>.</param>
    public void SignIn(string userName)
    {
        ArgumentException.ThrowIfNullOrEmpty(userName);
        Change(state => state.Accounts.SignIn(userName));
    }

    /// <summary>Makes the user refuse every consent (<c>access_denied</c>), until <see cref="SignIn"/>.</summary>
    public void Deny() => Change(static state => state.Accounts.Deny());

    /// <summary>Does what a browser does at the authorization endpoint: goes there, and returns where it is sent back to.</summary>
    /// <param name="address">The address that the application would open in a browser.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The callback with code, state and issuer, or with an error; nobody has called it yet. It holds a secret: don't print it.</returns>
    /// <exception cref="InvalidOperationException">The server shows an error instead of sending the browser back; the message says which.</exception>
    public async Task<Uri> ConsentAsync(Uri address, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var response = await AnswerAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.Headers.Location is { } callback)
        {
            return callback;
        }

        var body = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        throw new InvalidOperationException($"The authorization endpoint answered {(int)response.StatusCode} and sends nobody back: {DescriptionOf(body)}");
    }

    /// <summary>Has the signed-in user type a device's code and consent (RFC 8628, section 3.3).</summary>
    /// <param name="userCode">The code that the device shows.</param>
    /// <exception cref="ArgumentException">No device waits with this code.</exception>
    public void ApproveDevice(string userCode) => Change(state => Pending(state, userCode).Approve(state.Accounts.SignedIn));

    /// <summary>Has the user type a device's code and refuse: the device is told <c>access_denied</c>.</summary>
    /// <param name="userCode">The code that the device shows.</param>
    /// <exception cref="ArgumentException">No device waits with this code.</exception>
    public void DenyDevice(string userCode) => Change(state => Pending(state, userCode).Deny());

    /// <summary>Ends a device's code before its ten minutes are over: the device is told <c>expired_token</c>.</summary>
    /// <param name="userCode">The code that the device shows.</param>
    /// <exception cref="ArgumentException">No device waits with this code.</exception>
    public void ExpireDevice(string userCode) => Change(state => Pending(state, userCode).Expire());

    /// <summary>Ends a token before its time; a refresh token ends with all that came from the same grant.</summary>
    /// <param name="token">The token's text. An unknown one is no error.</param>
    public void Revoke(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        Change(state => state.Tokens.End(token));
    }

    /// <summary>Ends every access token that was issued so far; refresh tokens stay good.</summary>
    public void RevokeAccessTokens() => Change(static state => state.Tokens.EndAccess());

    /// <summary>Ends every token that was issued so far, refresh tokens included.</summary>
    public void RevokeAll() => Change(static state => state.Tokens.EndAll());

    /// <summary>Says whether an access token was issued here and still lives.</summary>
    /// <param name="token">The token's text.</param>
    /// <param name="info">What the token stands for.</param>
    /// <returns>True if the token is neither unknown nor expired nor revoked.</returns>
    public bool TryValidate(string token, [NotNullWhen(true)] out LocalToken? info)
    {
        ArgumentNullException.ThrowIfNull(token);
        info = Read(state => state.Tokens.TryFind(token, out IssuedToken? issued) && issued.Lives(state.Now) ? issued.Info : null);
        return info is not null;
    }

    private protected override LocalResponse Respond(LocalRequest request) => Read(_ => _endpoints[EndpointAddress.KindOf(request)].Answer(request));

    private protected override LocalResponse Throttled(TimeSpan retryAfter) =>
        TokenError.Answer(HttpStatusCode.TooManyRequests, "temporarily_unavailable", "Too many token requests.")
            .With("Retry-After", Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture));

    private protected override string BodyToShow(LocalRequest request) => request.Body.IsEmpty ? string.Empty : TokenParameters.Redact(request);

    private static bool IsTokenRequest(LocalRequest request) => EndpointAddress.KindOf(request) == EndpointKind.Token;

    private static PendingDevice Pending(ServerState state, string userCode)
    {
        ArgumentNullException.ThrowIfNull(userCode);
        return state.Devices.FindByUserCode(userCode) is { } device && device.IsPending(state.Now)
            ? device
            : throw new ArgumentException("No device waits with this user code: it is unknown, expired or decided.", nameof(userCode));
    }

    // Only what this server wrote itself: anything else is a test's own, planned failure.
    private static string DescriptionOf(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("error_description", out var description) ? description.ToString() : "a planned failure.";
        }
        catch (JsonException)
        {
            return "a planned failure.";
        }
    }

    private T Read<T>(Func<ServerState, T> read)
    {
        lock (_gate)
        {
            return read(_state);
        }
    }

    private void Change(Action<ServerState> change)
    {
        lock (_gate)
        {
            change(_state);
        }
    }
}
