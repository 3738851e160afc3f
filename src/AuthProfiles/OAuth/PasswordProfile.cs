using AuthProfiles.Diagnostics;
using AuthProfiles.OAuth;
using AuthProfiles.Profiles;

namespace AuthProfiles;

/// <summary>Authorizes by a user name and a password that are exchanged for a token (RFC 6749, section 4.3). It must be allowed by name, and is warned of.</summary>
/// <remarks>OAuth 2.1 has no such grant, and RFC 9700, section 2.4, forbids it: it is here for services that offer nothing else.</remarks>
public sealed class PasswordProfile : IAuthorizationProfile, IGrantRevocation
{
    /// <summary>The field that a connection gives its user name by.</summary>
    public const string UsernameField = "username";

    /// <summary>The field that a connection gives its password by.</summary>
    public const string PasswordField = "password";

    internal const string Type = "Password";

    private static readonly OAuthTraits Traits = new(new ProfileTraits
    {
        AuthorizationType = Type,
        Fields =
        [
            new(UsernameField, "Username", "The name you log in with.") { Secret = false },
            new(PasswordField, "Password", "The password; it is not kept once the account is connected.") { UsedOnce = true },
        ],
        Renewable = true,
        KeepsGrant = true,
    });

    private readonly GrantEndpoint _grants;

    /// <summary>Initializes a new instance of the <see cref="PasswordProfile"/> class.</summary>
    /// <param name="name">The profile's name.</param>
    /// <param name="options">The options. They are copied.</param>
    /// <exception cref="AuthorizationException">An option is wrong; the message names all that are.</exception>
    public PasswordProfile(string name, PasswordOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Definition = OAuthDefinition.Create(name, options, Traits, (UsernameField, options.Username), (PasswordField, options.Password));
        _grants = new(options, Definition);
        if (!options.AllowPasswordGrant)
        {
            Definition.Refuse(nameof(options.AllowPasswordGrant), "true if the service offers no other grant; this one hands people's passwords to the application (RFC 9700, section 2.4)");
        }

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
        catch (AuthorizationRequiredException) when (request.Read(PasswordField) is not null)
        {
            // The grant has ended and the password is still there, in settings or code.
        }

        request.Warn(AcquisitionWarning.PasswordGrant);
        var asked = new GrantRequest("password")
        {
            Parameters = [new("username", request.Require(UsernameField).Reveal()), new("password", request.Require(PasswordField).Reveal())],
            AsksForScope = true,
            Fields = [UsernameField, PasswordField],
        };
        return request.Answer(await _grants.AskAsync(request, asked, cancellationToken).ConfigureAwait(false));
    }

    ValueTask<bool> IGrantRevocation.RevokeAsync(CredentialRequest request, CancellationToken cancellationToken) =>
        new(_grants.RevokeAsync(request, request.Connection.Grant!, cancellationToken));
}
