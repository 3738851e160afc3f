using System.Security.Cryptography;
using AuthProfiles.Diagnostics;
using AuthProfiles.Profiles;
using AuthProfiles.Templates;

namespace AuthProfiles.OAuth;

/// <summary>The consent of an authorization code profile.</summary>
internal sealed class AuthorizationCodeFlow : CodeFlow, IGrantRevocation
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Where a test would be sent back to, by a profile that says no address of its own. Nobody goes there.</summary>
    private static readonly Uri Nowhere = new("https://localhost/");

    private readonly GrantEndpoint _grants;
    private readonly ConsentAnswers _answers;
    private readonly UrlTemplate? _authorizationUrl;

    public AuthorizationCodeFlow(AuthorizationCodeOptions options, ProfileDefinition definition, GrantEndpoint grants)
    {
        _grants = grants;
        _answers = new(grants);
        _authorizationUrl = OAuthEndpoints.Parse(definition, nameof(options.AuthorizationUrl), options.AuthorizationUrl ?? grants.Provider.AuthorizationUrl ?? (grants.Endpoints.HasIssuer ? null : string.Empty));
        if (grants.Provider.NamesIssuer && !grants.Endpoints.HasIssuer)
        {
            // A name that is compared with nothing would be no protection, and would silence those that look for it.
            definition.Refuse(nameof(options.Issuer), $"the issuer that callbacks must name, as {nameof(options.Provider)}:{nameof(OAuthProvider.NamesIssuer)} says that they do (RFC 9207)");
        }

        if (options.RedirectUri is { } redirectUri)
        {
            CallbackLink = RedirectAddress.Parse(redirectUri);
            if (CallbackLink is null)
            {
                definition.Refuse(nameof(options.RedirectUri), RedirectAddress.Allowed);
            }
        }
    }

    public override Uri? CallbackLink { get; }

    public override string Server => _grants.Endpoints.Server;

    public override bool NamesIssuer => _grants.Provider.NamesIssuer && _grants.Endpoints.HasIssuer;

    internal override string? AccountLabel => _grants.Provider.AccountLabel;

    internal override string? Scope => _answers.Scope;

    public override async ValueTask<CodeRequest> StartAsync(CredentialRequest request, Uri redirectUri, CancellationToken cancellationToken)
    {
        var provider = _grants.Provider;

        // Nobody consents to what could not be redeemed.
        _grants.CreateRequest(request);

        // Where every address was given there is nothing to ask the issuer for.
        var metadata = _authorizationUrl is null || _grants.Endpoints.IsDiscovered ? await _grants.Endpoints.MetadataAsync(request, cancellationToken).ConfigureAwait(false) : null;
        var pending = new PendingAuthorization
        {
            State = CreateSecret(),
            Key = request.Connection.Key,
            RedirectUri = redirectUri.OriginalString,
            TokenAddress = await _grants.Endpoints.TokenAsync(request, isRenewal: false, cancellationToken).ConfigureAwait(false),
            ClientId = ClientReader.ReadId(request),
            Verifier = provider.WithoutPkce ? null : Pkce.CreateVerifier(),
            Nonce = _answers.IsOpenId ? CreateSecret() : null,
            Issuer = metadata?.Issuer ?? (_grants.Endpoints.HasIssuer ? _grants.Endpoints.Issuer(request) : null),
            IssuerForm = provider.IssuerForm,
            NamesIssuer = provider.NamesIssuer || metadata is { AuthorizationResponseIssParameterSupported: true },
            ExpiresAt = request.Clock.GetUtcNow() + Patience,
        };
        var endpoint = await _grants.Endpoints.FindAsync(request, _authorizationUrl, static metadata => metadata.AuthorizationEndpoint, "authorization endpoint", cancellationToken).ConfigureAwait(false);
        return new(Address(request, endpoint, pending), pending);
    }

    public override async ValueTask<ConsentedGrant> CompleteAsync(CredentialRequest request, PendingAuthorization kept, CallbackParameters callback, CancellationToken cancellationToken)
    {
        CheckIssuer(request, kept, callback["iss"]);

        // An error wins, whatever else came with it.
        if (callback["error"] is { } error)
        {
            string?[] secrets = [callback[_grants.Provider.CodeParameter], kept.State.Reveal(), kept.Nonce?.Reveal()];
            throw Refused(request, error, Told(callback["error_description"], secrets), Told(callback["error_uri"], secrets));
        }

        // The tenant may have got an app of its own meanwhile.
        if (kept.ClientId is { } client && !string.Equals(client, ClientReader.ReadId(request), StringComparison.Ordinal))
        {
            throw request.Failure(AuthorizationErrorKind.CallbackRefused, "the consent was begun with another app than the one that the connection goes by now: begin again");
        }

        var code = callback[_grants.Provider.CodeParameter]
            ?? throw request.Failure(AuthorizationErrorKind.CallbackRefused, $"the callback has no '{_grants.Provider.CodeParameter}': begin again");
        return await _answers.RedeemAsync(request, Redemption(code, kept), IssuerOf(kept), kept.Nonce, cancellationToken).ConfigureAwait(false);
    }

    ValueTask<bool> IGrantRevocation.RevokeAsync(CredentialRequest request, CancellationToken cancellationToken) =>
        new(_grants.RevokeAsync(request, request.Connection.Grant!, cancellationToken));

    internal override async Task CheckAsync(CredentialRequest request, CancellationToken cancellationToken)
    {
        var (_, pending) = await StartAsync(request, CallbackLink ?? Nowhere, cancellationToken).ConfigureAwait(false);
        try
        {
            await _grants.AskAsync(request, Redemption("authprofiles-test-" + CreateSecret(), pending) with { IsOfOwner = false }, cancellationToken).ConfigureAwait(false);
        }
        catch (AuthorizationException error) when (error.ErrorCode is "invalid_grant")
        {
            // So it must be: the client is known, and the code is not.
            return;
        }

        throw request.Failure(AuthorizationErrorKind.MalformedResponse, "the token endpoint gave a token for a code that nobody was given: check the token URL");
    }

    // Some providers repeat what they refuse, and the message goes into logs.
    private static string? Told(string? text, string?[] secrets) =>
        text is null || Array.Exists(secrets, secret => secret is not null && text.Contains(secret, StringComparison.Ordinal)) ? null : text;

    private static string CreateSecret() => Base64Url.Encode(RandomNumberGenerator.GetBytes(32));

    // The code goes to no other endpoint than the one that the consent was begun for, with the same redirect URI (RFC 6749, section 4.1.3).
    private static GrantRequest Redemption(string code, PendingAuthorization kept) => new("authorization_code")
    {
        Address = kept.TokenAddress,
        Parameters = [new("code", code), new("redirect_uri", kept.RedirectUri), new("code_verifier", kept.Verifier?.Reveal() ?? string.Empty)],
        IsOfOwner = true,
    };

    private Uri Address(CredentialRequest request, Uri authorizationEndpoint, PendingAuthorization pending)
    {
        var parameters = new ParameterList();
        parameters.Add("response_type", "code");
        parameters.Add("client_id", ClientReader.ReadId(request));
        parameters.Add("redirect_uri", pending.RedirectUri);
        parameters.Add("state", pending.State.Reveal());
        parameters.Add("nonce", pending.Nonce?.Reveal());
        if (pending.Verifier is { } verifier)
        {
            parameters.Add("code_challenge", Pkce.ChallengeOf(verifier.Reveal()));
            parameters.Add("code_challenge_method", Pkce.Method);
        }

        foreach (var (name, value) in _grants.ConsentParameters.Concat(_grants.AuthorizationParameters))
        {
            parameters.Add(name, value);
        }

        // An endpoint's own query stays (RFC 6749, section 3.1).
        var endpoint = authorizationEndpoint.AbsoluteUri;
        var query = FormText.Write(ParameterNames.Apply(_grants.Provider.AuthorizationParameterNames, parameters.Items));
        return new($"{endpoint}{(endpoint.Contains('?', StringComparison.Ordinal) ? endpoint[^1] is '?' or '&' ? string.Empty : "&" : "?")}{query}");
    }

    private static MetadataQuery? IssuerOf(PendingAuthorization kept) => kept.Issuer is null ? null : new(kept.Issuer, kept.IssuerForm);

    // RFC 9207: also of an error, and also where nobody announced it.
    private static void CheckIssuer(CredentialRequest request, PendingAuthorization kept, string? issuer)
    {
        if (issuer is null ? kept.NamesIssuer : IssuerOf(kept) is { } asked && !asked.Gives(issuer))
        {
            throw request.Failure(AuthorizationErrorKind.CallbackRefused, "the callback does not come from the provider that was asked (RFC 9207): its code goes nowhere. Begin again");
        }
    }

    private static AuthorizationException Refused(CredentialRequest request, string error, string? description, string? uri)
    {
        var code = Printable.Escape(error);
        var said = code + (description is null ? string.Empty : $" ({Printable.Escape(description)})") + (uri is null ? string.Empty : $", see {Printable.Escape(uri)}");
        if (error is "access_denied")
        {
            return request.AuthorizationRequired($"its owner, or the provider, has refused: {said}", code);
        }

        var kind = TokenErrorCodes.KindOf(error);
        return new TokenFailure(kind, $"the provider answered the consent with {said}") { ErrorCode = code }.ToException(request, request.SettingOf(OAuthFields.ClientId));
    }
}
