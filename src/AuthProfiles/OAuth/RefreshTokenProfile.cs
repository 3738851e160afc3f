using AuthProfiles.OAuth;
using AuthProfiles.Profiles;

namespace AuthProfiles;

/// <summary>Authorizes by a refresh token that was obtained elsewhere (RFC 6749, section 6), and by those that follow it.</summary>
public sealed class RefreshTokenProfile : IAuthorizationProfile, IGrantRevocation
{
    /// <summary>The field that a connection gives its first refresh token by.</summary>
    public const string RefreshTokenField = "refreshToken";

    internal const string Type = "RefreshToken";

    private static readonly OAuthTraits Traits = new(new ProfileTraits
    {
        AuthorizationType = Type,
        Fields = [new(RefreshTokenField, "Refresh token", "The refresh token that the service gave when the account was authorized; its successors take its place.") { UsedOnce = true }],
        Renewable = true,
        KeepsGrant = true,
    });

    private readonly GrantEndpoint _grants;

    /// <summary>Initializes a new instance of the <see cref="RefreshTokenProfile"/> class.</summary>
    /// <param name="name">The profile's name.</param>
    /// <param name="options">The options. They are copied.</param>
    /// <exception cref="AuthorizationException">An option is wrong; the message names all that are.</exception>
    public RefreshTokenProfile(string name, RefreshTokenOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Definition = OAuthDefinition.Create(name, options, Traits, (RefreshTokenField, options.RefreshToken));
        _grants = new(options, Definition);
        Definition.Validate();
    }

    /// <inheritdoc/>
    public ProfileDefinition Definition { get; }

    /// <inheritdoc/>
    public async ValueTask<Acquired> AcquireAsync(CredentialRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            if (request.Connection.Grant is not null)
            {
                return await _grants.UseAsync(request, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (AuthorizationRequiredException) when (request.Read(RefreshTokenField) is { } given && !given.Equals(request.Connection.Grant?.RefreshToken))
        {
            // What was kept has ended: a token that was given anew since then takes its place.
        }

        return request.Answer(await _grants.RenewAsync(request, request.Require(RefreshTokenField), previous: null, cancellationToken).ConfigureAwait(false));
    }

    ValueTask<bool> IGrantRevocation.RevokeAsync(CredentialRequest request, CancellationToken cancellationToken) =>
        new(_grants.RevokeAsync(request, request.Connection.Grant!, cancellationToken));
}
