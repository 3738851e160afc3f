using System.Collections.Immutable;
using AuthProfiles.Diagnostics;

namespace AuthProfiles.OAuth;

/// <summary>Asks the token endpoint of a profile for grants: the one way to a token, whatever the kind.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class GrantEndpoint
{
    private readonly OAuthProvider _provider;
    private readonly OAuthEndpoints _endpoints;
    private readonly TokenEndpoint _wire;
    private readonly ClientReader _clients;
    private readonly ImmutableArray<KeyValuePair<string, string>> _scope;
    private readonly ImmutableArray<KeyValuePair<string, string>> _tokenParameters;
    private readonly ImmutableArray<KeyValuePair<string, string>> _refreshParameters;
    private readonly ImmutableArray<string> _resources;
    private readonly TimeSpan? _assumedLifetime;
    private readonly bool _guessesAuthentication;

    /// <summary>Initializes a new instance of the <see cref="GrantEndpoint"/> class.</summary>
    /// <param name="options">The profile's options.</param>
    /// <param name="definition">Takes what is wrong with them.</param>
    /// <param name="issuedTypes">What an answer must say that it issued (RFC 8693); none: it need not say.</param>
    public GrantEndpoint(OAuthOptions options, ProfileDefinition definition, params IReadOnlyCollection<string> issuedTypes)
    {
        _provider = options.Provider ?? OAuthProvider.Standard;
        _endpoints = new(options, definition);
        _wire = TokenWires.Of(options, issuedTypes);
        _clients = ClientReader.Of(options);
        _scope = [.. options.Scope.Select(Separated)];
        _tokenParameters = [.. Merged(_provider.TokenParameters, options.TokenParameters)];
        _refreshParameters = [.. Merged(_provider.RefreshParameters, options.RefreshParameters).Select(Separated)];
        _resources = [.. options.Resources];
        _assumedLifetime = options.AssumedLifetime ?? _provider.AssumedLifetime;
        _guessesAuthentication = options is { Provider: null, ClientAuthentication: null };
        OAuthValidator.Check(options, definition);
    }

    public OAuthProvider Provider => _provider;

    public OAuthEndpoints Endpoints => _endpoints;

    /// <summary>Gets what is asked for.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Scope => _scope;

    /// <summary>Gets what is asked for where the owner consents, on whatever device.</summary>
    public IEnumerable<KeyValuePair<string, string>> ConsentParameters => ConsentScope().Concat(Resources);

    /// <summary>Gets what the address that the owner is sent to has besides: servers may refuse it anywhere else.</summary>
    public IEnumerable<KeyValuePair<string, string>> AuthorizationParameters =>
        _provider.AuthorizationParameters.ExceptBy(ConsentScope().Select(static asked => asked.Key), static pair => pair.Key, StringComparer.Ordinal);

    private IEnumerable<KeyValuePair<string, string>> Resources => _resources.Select(static resource => KeyValuePair.Create("resource", resource));

    /// <summary>Begins a request of the profile's client.</summary>
    /// <exception cref="AuthorizationException">A value of the client is missing or not fit.</exception>
    public TokenRequest CreateRequest(CredentialRequest request, GrantRequest? asked = null) => new(_clients.Read(request), _clients.ReadSecondary(request))
    {
        Audience = _provider.AssertsToIssuer ? _endpoints.Issuer(request) : null,
        Assertion = asked?.Assertion,
        IsPoll = asked is { IsPoll: true },
    };

    /// <summary>Makes the exception of a failure, which names the setting to look at where the client was refused.</summary>
    public AuthorizationException ToException(CredentialRequest request, TokenFailure failure) => failure.ToException(request, request.SettingOf(_clients.ProofField) + OtherWay(failure));

    /// <summary>Asks for a grant.</summary>
    /// <exception cref="AuthorizationException">There is none to be had.</exception>
    public async Task<Grant> AskAsync(CredentialRequest request, GrantRequest asked, CancellationToken cancellationToken) =>
        (await RedeemAsync(request, asked, cancellationToken).ConfigureAwait(false)).Grant;

    /// <summary>Asks for a grant, and returns the ID token that came with it, which is not validated, or null.</summary>
    /// <exception cref="AuthorizationException">There is none to be had.</exception>
    public async Task<(Grant Grant, SecretValue? IdToken)> RedeemAsync(CredentialRequest request, GrantRequest asked, CancellationToken cancellationToken)
    {
        var address = asked.Address ?? await _endpoints.TokenAsync(request, asked.IsRenewal, cancellationToken).ConfigureAwait(false);
        var tokenRequest = Write(request, asked);
        var reading = await _wire.SendAsync(request.TokenClient, request.Clock, address, tokenRequest, asked.IsSafeToRepeat, cancellationToken).ConfigureAwait(false);
        if (reading.IsOfSecondary)
        {
            request.Warn(AcquisitionWarning.SecondaryUsed);
        }

        var failure = reading.Failure ?? Unfit(request, reading.Answer!);
        if (failure is null)
        {
            return (ToGrant(request, asked, reading.Answer!), reading.Answer!.IdToken);
        }

        // The refused answer may have spent the old one.
        Note(request, failure.RefreshToken);
        throw ToException(request, asked, failure);
    }

    /// <summary>Uses the grant that a connection has: its token as long as it lives, then the next one.</summary>
    /// <exception cref="AuthorizationRequiredException">There is none, or it has ended.</exception>
    public async ValueTask<Acquired> UseAsync(CredentialRequest request, CancellationToken cancellationToken)
    {
        var grant = request.Connection.Grant ?? throw request.AuthorizationRequired("its owner has not authorized it yet");
        return !request.IsRenewal && (grant.ExpiresAt is not { } end || end > request.Clock.GetUtcNow())
            ? new(request.Answer(grant).Credential)
            : request.Answer(await RenewAsync(request, grant, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Tells the provider that a grant is no longer wanted (RFC 7009), as far as it can be told.</summary>
    /// <returns>True where the provider has revoked it.</returns>
    public async Task<bool> RevokeAsync(CredentialRequest request, Grant grant, CancellationToken cancellationToken)
    {
        try
        {
            if (!IsOfProvider(request, grant) || !IsOfClient(request, grant))
            {
                return false;
            }

            // The refresh token goes first: servers end the access tokens of its grant with it (section 2.1).
            return grant.RefreshToken is { } refreshToken
                ? await RevokeAsync(request, refreshToken, RevocationEndpoint.RefreshToken, cancellationToken).ConfigureAwait(false)
                : await RevokeAsync(request, grant.AccessToken, RevocationEndpoint.AccessToken, cancellationToken).ConfigureAwait(false);
        }
        catch (AuthorizationException)
        {
            return false;
        }
    }

    /// <summary>Tells the provider the same of the refresh token of an answer that has just been refused, if it had one.</summary>
    /// <exception cref="AuthorizationException">There is no address to tell it to.</exception>
    public async Task<bool> RevokeNotedAsync(CredentialRequest request, CancellationToken cancellationToken) =>
        request.Notes.RefreshToken is { } refreshToken && await RevokeAsync(request, refreshToken, RevocationEndpoint.RefreshToken, cancellationToken).ConfigureAwait(false);

    /// <summary>Exchanges a grant's refresh token for the next grant (RFC 6749, section 6).</summary>
    /// <exception cref="AuthorizationRequiredException">The grant can't be renewed.</exception>
    public Task<Grant> RenewAsync(CredentialRequest request, Grant grant, CancellationToken cancellationToken)
    {
        if (grant.RefreshToken is not { } spent)
        {
            request.Notes.GrantEnded = grant.ExpiresAt <= request.Clock.GetUtcNow();
            throw request.AuthorizationRequired("its authorization has ended and the provider gave no refresh token: its owner must authorize again");
        }

        if (!IsOfProvider(request, grant))
        {
            throw request.AuthorizationRequired("its authorization is another provider's, and its refresh token goes to no other: its owner must authorize again");
        }

        return IsOfClient(request, grant)
            ? RenewAsync(request, spent, grant, cancellationToken)
            : throw request.AuthorizationRequired("it was authorized with another app, and its refresh token goes by no other: its owner must authorize again");
    }

    /// <summary>Exchanges a refresh token for the next grant (RFC 6749, section 6).</summary>
    /// <exception cref="AuthorizationRequiredException">The provider no longer knows it.</exception>
    public Task<Grant> RenewAsync(CredentialRequest request, SecretValue refreshToken, Grant? previous, CancellationToken cancellationToken) => AskAsync(
        request,
        new(_provider.RefreshGrantType)
        {
            Parameters = [new("refresh_token", refreshToken.Reveal())],
            IsRenewal = true,
            IsOfOwner = true,
            RefreshToken = refreshToken,
            Previous = previous,
        },
        cancellationToken);

    private async Task<bool> RevokeAsync(CredentialRequest request, SecretValue token, string hint, CancellationToken cancellationToken) =>
        await _endpoints.RevocationAsync(request, cancellationToken).ConfigureAwait(false) is { } address
        && await new RevocationEndpoint(_wire).RevokeAsync(request.TokenClient, request.Clock, address, CreateRequest(request), token, hint, cancellationToken).ConfigureAwait(false) is { Outcome: RevocationOutcome.Revoked };

    // Settings may name another provider since, and so may what a tenant gives.
    private bool IsOfProvider(CredentialRequest request, Grant grant) =>
        grant.Issuer is not { } issuer || string.Equals(issuer, _endpoints.Issuer(request), StringComparison.Ordinal);

    // A tenant may have got an app of its own since, or another one.
    private static bool IsOfClient(CredentialRequest request, Grant grant) =>
        grant.ClientId is not { } client || string.Equals(client, ClientReader.ReadId(request), StringComparison.Ordinal);

    private IEnumerable<KeyValuePair<string, string>> ConsentScope()
    {
        if (_provider.ConsentScope is not { } added)
        {
            return _scope;
        }

        var words = (AskedScope ?? _provider.AuthorizationParameters.GetValueOrDefault("scope", string.Empty)).Split(_provider.ScopeSeparator, StringSplitOptions.RemoveEmptyEntries).Append(added).Distinct(StringComparer.Ordinal);
        return _scope.Where(static pair => pair.Key is not "scope").Prepend(new("scope", string.Join(_provider.ScopeSeparator, words)));
    }

    private TokenRequest Write(CredentialRequest request, GrantRequest asked)
    {
        var tokenRequest = CreateRequest(request, asked);
        tokenRequest.Add("grant_type", asked.GrantType);
        var further = asked.IsRenewal ? _refreshParameters : _tokenParameters;
        foreach (var (name, value) in asked.Parameters
            .Concat(asked.AsksForScope ? _scope : [])

            // What the developer asks for goes before what the provider's data ask for.
            .Concat(asked.AsksForScope ? further.Where(pair => !_scope.Any(scope => string.Equals(scope.Key, pair.Key, StringComparison.Ordinal))) : further)
            .Concat(Resources))
        {
            tokenRequest.Add(name, value);
        }

        return tokenRequest;
    }

    private Grant ToGrant(CredentialRequest request, GrantRequest asked, TokenAnswer answer)
    {
        GrantWarnings.Tell(request, answer, asked.AsksForScope ? AskedScope : null, _provider.ScopeSeparator);
        if (_clients.IsPublic && asked.RefreshToken is { } old && (answer.RefreshToken ?? old).Equals(old))
        {
            request.Warn(AcquisitionWarning.RefreshNotRotated);
        }

        var (now, previous) = (request.Clock.GetUtcNow(), asked.Previous);
        var grant = new Grant
        {
            AccessToken = answer.AccessToken,

            // An answer without a new one leaves the old one good (RFC 6749, section 6).
            RefreshToken = answer.RefreshToken ?? asked.RefreshToken,
            ObtainedAt = now,
            ExpiresAt = now + (answer.Lifetime ?? _assumedLifetime),
            RefreshExpiresAt = answer.RefreshToken is null ? previous?.RefreshExpiresAt : now + answer.RefreshLifetime,

            // What is left out is what was asked for (section 5.1).
            Scope = answer.Scope ?? previous?.Scope ?? (asked.AsksForScope ? AskedScope : ScopeOf(ConsentParameters))?.Replace(_provider.ScopeSeparator, " ", StringComparison.Ordinal),
            Outputs = previous is null ? answer.Outputs : previous.Outputs.SetItems(answer.Outputs),
            Issuer = _endpoints.Issuer(request),
            ClientId = ClientReader.ReadId(request),
        };
        GrantWarnings.TellEnd(request, previous, grant);
        CheckOutputs(request, grant);
        return grant;
    }

    // Before the grant is anybody's: an address that is not allowed must not take the place of the one before.
    private void CheckOutputs(CredentialRequest request, Grant grant)
    {
        if (grant.Outputs.IsEmpty)
        {
            return;
        }

        try
        {
            request.With(grant).CheckAddress();
        }
        catch (AuthorizationException)
        {
            Note(request, grant.RefreshToken);
            throw;
        }
    }

    // Where a token goes is the profile's word, which the reader of the answer does not know.
    private static TokenFailure? Unfit(CredentialRequest request, TokenAnswer answer) => request.TokenFault(answer.AccessToken) is { } fault
        ? new(AuthorizationErrorKind.InvalidToken, $"the token endpoint answered with an access token that can't be used: {fault}") { RefreshToken = answer.RefreshToken }
        : null;

    // A server that looks for the secret in another place says the same as one that does not know it.
    private string OtherWay(TokenFailure failure) => _guessesAuthentication && failure.ErrorCode != TokenErrorCodes.UnauthorizedClient && _clients.ProofField == OAuthFields.ClientSecret
        ? $", or set {nameof(OAuthOptions.ClientAuthentication)} to {nameof(ClientAuthentication.Post)} where the service takes them in the body"
        : string.Empty;

    private void Note(CredentialRequest request, SecretValue? refreshToken) =>
        (request.Notes.RefreshToken, request.Notes.Issuer, request.Notes.ClientId) = refreshToken is null ? default : (refreshToken, _endpoints.Issuer(request), ClientReader.ReadId(request));

    private string? AskedScope => ScopeOf(_scope);

    private static string? ScopeOf(IEnumerable<KeyValuePair<string, string>> pairs) => pairs.FirstOrDefault(static pair => pair.Key is "scope").Value;

    private AuthorizationException ToException(CredentialRequest request, GrantRequest asked, TokenFailure failure) =>
        (asked.IsOfOwner || asked.Fields.Count > 0) && failure.ErrorCode is TokenErrorCodes.InvalidGrant && failure.Kind == AuthorizationErrorKind.OAuthError
            ? GrantRefusal.ToException(request, asked, failure)
            : ToException(request, failure with { IsTransient = failure.IsTransient || (failure.Kind == AuthorizationErrorKind.InDoubt && !asked.IsOfOwner) });

    // A scope is written with spaces whatever the provider, and sent as it wants it.
    private KeyValuePair<string, string> Separated(KeyValuePair<string, string> pair) =>
        pair.Key is "scope" && _provider.ScopeSeparator is not " " ? new(pair.Key, string.Join(_provider.ScopeSeparator, pair.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))) : pair;

    private static IEnumerable<KeyValuePair<string, string>> Merged(ImmutableDictionary<string, string> provider, IDictionary<string, string> own) =>
        provider.Where(pair => !own.ContainsKey(pair.Key)).Concat(own);
}
