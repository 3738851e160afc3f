using System.Collections.Immutable;
using AuthProfiles.OAuth;
using AuthProfiles.Templates;

namespace AuthProfiles;

/// <summary>Authorizes the application itself by an access token that it acquires with its own id and secret (RFC 6749, section 4.4).</summary>
/// <remarks>It serves no user: a request that names one is refused.</remarks>
public sealed class ClientCredentialsProfile : IAuthorizationProfile
{
    /// <summary>The field that a connection gives its client id by.</summary>
    public const string ClientIdField = "clientId";

    /// <summary>The field that a connection gives its client secret by.</summary>
    public const string ClientSecretField = "clientSecret";

    internal static readonly ProfileTraits Traits = new()
    {
        AuthorizationType = "ClientCredentials",
        Fields =
        [
            new(ClientIdField, "Client ID", "The id that the service gave the application.") { Secret = false, MaxLength = ClientCredentialsValidator.MaxLength, OfApplication = true },
            new(ClientSecretField, "Client secret", "The secret that the service gave the application; it is often shown only once.") { MaxLength = ClientCredentialsValidator.MaxLength, OfApplication = true },
        ],
        Renewable = true,
        RefusesUsers = true,
    };

    private static readonly BasicClientAuthentication Basic = new();
    private static readonly PostClientAuthentication Post = new();

    private readonly UrlTemplate _tokenUrl;
    private readonly UrlTemplate _refreshUrl;
    private readonly ImmutableArray<KeyValuePair<string, string>> _scope;
    private readonly TimeSpan? _assumedLifetime;
    private readonly TokenEndpoint _endpoint;

    /// <summary>Initializes a new instance of the <see cref="ClientCredentialsProfile"/> class.</summary>
    /// <param name="name">The profile's name.</param>
    /// <param name="options">The options. They are copied.</param>
    /// <exception cref="AuthorizationException">An option is wrong; the message names all that are.</exception>
    public ClientCredentialsProfile(string name, ClientCredentialsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _scope = [.. options.Scope];
        _assumedLifetime = options.AssumedLifetime;
        _endpoint = new(
            options.ClientAuthentication == ClientAuthentication.Basic ? Basic : Post,
            TokenRequestBodies.Of(options.BodyFormat),
            new TokenAnswerReader(options.AcceptedTokenTypes.ToArray()));
        Definition = new(name, options, Traits, (ClientIdField, options.ClientId), (ClientSecretField, options.ClientSecret));
        var tokenUrl = Definition.ParseUrl(nameof(options.TokenUrl), options.TokenUrl ?? string.Empty);
        var refreshUrl = options.RefreshUrl is null ? tokenUrl : Definition.ParseUrl(nameof(options.RefreshUrl), options.RefreshUrl);
        ClientCredentialsValidator.Check(options, Definition);
        Definition.Validate();
        (_tokenUrl, _refreshUrl) = (tokenUrl!, refreshUrl!);
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

        var client = new ClientIdentity(Read(request, ClientIdField).Reveal(), Read(request, ClientSecretField));
        var address = request.Expand(request.IsRenewal ? _refreshUrl : _tokenUrl);
        var tokenRequest = new TokenRequest(client);
        tokenRequest.Add("grant_type", "client_credentials");
        foreach (var (name, value) in _scope)
        {
            tokenRequest.Add(name, value);
        }

        var reading = await _endpoint.SendAsync(request.TokenClient, request.Clock, address, tokenRequest, safeToRepeat: true, cancellationToken).ConfigureAwait(false);
        if (!reading.Succeeded)
        {
            throw reading.Failure.ToException(request, request.SettingOf(ClientSecretField));
        }

        // A refresh token is of no use here (section 4.4.3): whoever has the secret can always ask again, so there is no grant to keep.
        var token = reading.Answer.AccessToken.Reveal();
        var expiresAt = request.Clock.GetUtcNow() + (reading.Answer.Lifetime ?? _assumedLifetime);
        return new(request.Compose([CredentialField.Header("Authorization", "Bearer " + token)], expiresAt));
    }

    private static SecretValue Read(CredentialRequest request, string field)
    {
        var value = request.Require(field);
        return request.Place(field, () => ClientCredentialsValidator.ValueFault(value) is { } fault ? throw new ArgumentException(fault, nameof(field)) : value);
    }
}
