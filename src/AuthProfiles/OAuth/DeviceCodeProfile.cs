using AuthProfiles.OAuth;

namespace AuthProfiles;

/// <summary>Authorizes by the consent of an account's owner, given on another device (RFC 8628), and renews it by refresh tokens.</summary>
public sealed class DeviceCodeProfile : IAuthorizationProfile
{
    internal const string Type = "DeviceCode";

    private static readonly OAuthTraits Traits = new(new ProfileTraits { AuthorizationType = Type, Renewable = true, KeepsGrant = true, AsksConsent = true, ConsentsOnDevice = true });

    private readonly GrantEndpoint _grants;
    private readonly DeviceCodeFlow _flow;

    /// <summary>Initializes a new instance of the <see cref="DeviceCodeProfile"/> class.</summary>
    /// <param name="name">The profile's name.</param>
    /// <param name="options">The options. They are copied.</param>
    /// <exception cref="AuthorizationException">An option is wrong; the message names all that are.</exception>
    public DeviceCodeProfile(string name, DeviceCodeOptions options)
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

    /// <inheritdoc/>
    public ValueTask<Acquired> AcquireAsync(CredentialRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _grants.UseAsync(request, cancellationToken);
    }
}
