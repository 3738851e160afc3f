using AuthProfiles.OAuth;

namespace AuthProfiles;

/// <summary>Authorizes by the consent of an account's owner, given in a browser (RFC 6749, section 4.1, with PKCE), and renews it by refresh tokens.</summary>
public sealed class AuthorizationCodeProfile : IAuthorizationProfile
{
    internal const string Type = "AuthorizationCode";

    private static readonly OAuthTraits Traits = new(new ProfileTraits { AuthorizationType = Type, Renewable = true, KeepsGrant = true, AsksConsent = true });

    private readonly GrantEndpoint _grants;
    private readonly AuthorizationCodeFlow _flow;

    /// <summary>Initializes a new instance of the <see cref="AuthorizationCodeProfile"/> class.</summary>
    /// <param name="name">The profile's name.</param>
    /// <param name="options">The options. They are copied.</param>
    /// <exception cref="AuthorizationException">An option is wrong; the message names all that are.</exception>
    public AuthorizationCodeProfile(string name, AuthorizationCodeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Definition = OAuthDefinition.Create(name, options, Traits);
        _grants = new(options, Definition);
        _flow = new(options, Definition, _grants);
        Definition.Validate();
    }

    /// <inheritdoc/>
    public ProfileDefinition Definition { get; }

    /// <inheritdoc/>
    public ConsentFlow? Consent => _flow;

    /// <summary>Gets the callback address as it was given, to be registered at the provider, or null where the host says it.</summary>
    public Uri? CallbackLink => _flow.CallbackLink;

    /// <inheritdoc/>
    public ValueTask<Acquired> AcquireAsync(CredentialRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _grants.UseAsync(request, cancellationToken);
    }
}
