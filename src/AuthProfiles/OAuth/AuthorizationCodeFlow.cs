using System.Security.Cryptography;
using System.Text;
using AuthProfiles.Diagnostics;
using AuthProfiles.Templates;

namespace AuthProfiles.OAuth;

/// <summary>The consent of an authorization code profile.</summary>
internal sealed class AuthorizationCodeFlow : CodeFlow
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly GrantEndpoint _grants;
    private readonly UrlTemplate? _authorizationUrl;

    public AuthorizationCodeFlow(AuthorizationCodeOptions options, ProfileDefinition definition, GrantEndpoint grants)
    {
        _grants = grants;
        _authorizationUrl = OAuthEndpoints.Parse(definition, nameof(options.AuthorizationUrl), options.AuthorizationUrl ?? grants.Provider.AuthorizationUrl ?? (grants.Endpoints.HasIssuer ? null : string.Empty));
        if (options.RedirectUri is { } redirectUri)
        {
            CallbackLink = Uri.TryCreate(redirectUri, UriKind.Absolute, out var link) && !redirectUri.Contains('#', StringComparison.Ordinal) ? link : null;
            if (CallbackLink is null)
            {
                definition.Refuse(nameof(options.RedirectUri), "an absolute address without a fragment, as it is registered at the provider (RFC 6749, section 3.1.2)");
            }
        }
    }

    public override Uri? CallbackLink { get; }

    public override async ValueTask<CodeRequest> StartAsync(CredentialRequest request, Uri redirectUri, CancellationToken cancellationToken)
    {
        var provider = _grants.Provider;

        // Where every address was given there is nothing to ask the issuer for.
        var metadata = _authorizationUrl is null ? await _grants.Endpoints.MetadataAsync(request, cancellationToken).ConfigureAwait(false) : null;
        var pending = new PendingAuthorization
        {
            State = Base64Url.Encode(RandomNumberGenerator.GetBytes(32)),
            Key = request.Connection.Key,
            RedirectUri = redirectUri.OriginalString,
            TokenAddress = await _grants.Endpoints.TokenAsync(request, isRenewal: false, cancellationToken).ConfigureAwait(false),
            Verifier = provider.WithoutPkce ? null : Pkce.CreateVerifier(),
            Nonce = IsOpenId ? Base64Url.Encode(RandomNumberGenerator.GetBytes(32)) : null,
            Issuer = metadata?.Issuer ?? (_grants.Endpoints.HasIssuer ? _grants.Endpoints.Issuer(request) : null),
            NamesIssuer = provider.NamesIssuer || metadata is { AuthorizationResponseIssParameterSupported: true },
            Inputs = request.Connection.Inputs,
            ExpiresAt = request.Clock.GetUtcNow() + Patience,
        };
        var endpoint = await _grants.Endpoints.FindAsync(request, _authorizationUrl, static metadata => metadata.AuthorizationEndpoint, "authorization endpoint", cancellationToken).ConfigureAwait(false);
        return new(Address(request, endpoint, pending), pending);
    }

    public override async ValueTask<Grant> CompleteAsync(CredentialRequest request, PendingAuthorization kept, CallbackParameters callback, CancellationToken cancellationToken)
    {
        CheckIssuer(request, kept, callback["iss"]);
        if (callback["error"] is { } error)
        {
            throw Refused(request, error, callback["error_description"]);
        }

        var code = callback[_grants.Provider.CodeParameter]
            ?? throw request.Failure(AuthorizationErrorKind.MalformedResponse, $"the callback has no '{_grants.Provider.CodeParameter}': begin again");
        var asked = new GrantRequest("authorization_code")
        {
            Address = kept.TokenAddress,
            Parameters = [new("code", code), new("redirect_uri", kept.RedirectUri), new("code_verifier", kept.Verifier?.Reveal() ?? string.Empty)],
            IsOfOwner = true,
        };
        return await _grants.AskAsync(request, asked, cancellationToken).ConfigureAwait(false);
    }

    private bool IsOpenId => _grants.Scope.Any(static pair => pair.Key is "scope" && pair.Value.Split(' ').Contains("openid", StringComparer.Ordinal));

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

        foreach (var (name, value) in _grants.ConsentParameters)
        {
            parameters.Add(name, value);
        }

        // An endpoint's own query stays (RFC 6749, section 3.1).
        var endpoint = authorizationEndpoint.AbsoluteUri;
        var query = string.Join('&', parameters.Items.Select(static pair => $"{FormText.Encode(pair.Key)}={FormText.Encode(pair.Value)}"));
        return new($"{endpoint}{(endpoint.Contains('?', StringComparison.Ordinal) ? endpoint[^1] is '?' or '&' ? string.Empty : "&" : "?")}{query}");
    }

    // RFC 9207: also of an error, and also where nobody announced it.
    private static void CheckIssuer(CredentialRequest request, PendingAuthorization kept, string? issuer)
    {
        if (issuer is null ? kept.NamesIssuer : kept.Issuer is not null && !string.Equals(issuer, kept.Issuer, StringComparison.Ordinal))
        {
            throw request.Failure(AuthorizationErrorKind.InvalidToken, "the callback does not come from the provider that was asked (RFC 9207): its code goes nowhere. Begin again");
        }
    }

    private static AuthorizationException Refused(CredentialRequest request, string error, string? description)
    {
        var code = Printable.Escape(error);
        var said = description is null ? code : $"{code} ({Printable.Escape(description)})";
        var kind = TokenErrorCodes.KindOf(error);
        return error is "access_denied"
            ? request.AuthorizationRequired($"its owner, or the provider, has refused: {said}", code)
            : request.Failure(kind, $"the provider answered the consent with {said}", isTransient: kind == AuthorizationErrorKind.Transient);
    }
}
