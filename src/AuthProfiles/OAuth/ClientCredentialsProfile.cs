using AuthProfiles.OAuth;

namespace AuthProfiles;

/// <summary>Authorizes the application itself by an access token that it acquires with its own id and secret (RFC 6749, section 4.4).</summary>
/// <remarks>It serves no user: a request that names one is refused.</remarks>
public sealed class ClientCredentialsProfile : IAuthorizationProfile
{
    /// <summary>The field that a connection gives its client id by.</summary>
    public const string ClientIdField = OAuthFields.ClientId;

    /// <summary>The field that a connection gives its client secret by.</summary>
    public const string ClientSecretField = OAuthFields.ClientSecret;

    internal const string Type = "ClientCredentials";

    private static readonly OAuthTraits Traits = new(new ProfileTraits { AuthorizationType = Type, Renewable = true, RefusesUsers = true });

    private readonly GrantEndpoint _grants;

    /// <summary>Initializes a new instance of the <see cref="ClientCredentialsProfile"/> class.</summary>
    /// <param name="name">The profile's name.</param>
    /// <param name="options">The options. They are copied.</param>
    /// <exception cref="AuthorizationException">An option is wrong; the message names all that are.</exception>
    public ClientCredentialsProfile(string name, ClientCredentialsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Definition = OAuthDefinition.Create(name, options, Traits);
        _grants = new(options, Definition);
        if (OAuthFields.AuthenticationOf(options) == ClientAuthentication.None)
        {
            Definition.Refuse(nameof(options.ClientAuthentication), "a way to prove who the client is: this grant is for confidential clients alone (RFC 6749, section 4.4)");
        }

        Definition.Validate();
    }

    /// <inheritdoc/>
    public ProfileDefinition Definition { get; }

    /// <inheritdoc/>
    public async ValueTask<Acquired> AcquireAsync(CredentialRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Connection.Key.User is not null)
        {
            throw request.Failure(AuthorizationErrorKind.UnknownConnection, "client credentials are the application's own access and serve no user: leave the user out, or use a profile that users authorize");
        }

        // Renewed by asking again: a refresh token is of no use to whoever has the secret (section 4.4.3).
        var asked = new GrantRequest("client_credentials") { Address = await _grants.Endpoints.TokenAsync(request, request.IsRenewal, cancellationToken).ConfigureAwait(false), AsksForScope = true, IsSafeToRepeat = true };
        var grant = await _grants.AskAsync(request, asked, cancellationToken).ConfigureAwait(false);
        return request.Answer(grant with { RefreshToken = null });
    }
}
