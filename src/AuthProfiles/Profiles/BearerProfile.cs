namespace AuthProfiles;

/// <summary>Authorizes by a token that does not change, in the header <c>Authorization: Bearer</c> (RFC 6750, section 2.1).</summary>
public sealed class BearerProfile : IAuthorizationProfile
{
    /// <summary>The field that a connection gives its token by.</summary>
    public const string TokenField = "token";

    internal static readonly ProfileTraits Traits = new()
    {
        AuthorizationType = "Bearer",
        Fields = [new(TokenField, "Token", "The token that the service issued.")],
        AnswersAtOnce = true,
        Renewable = true,
    };

    /// <summary>Initializes a new instance of the <see cref="BearerProfile"/> class.</summary>
    /// <param name="name">The profile's name.</param>
    /// <param name="options">The options. They are copied.</param>
    /// <exception cref="AuthorizationException">An option is wrong; the message names all that are.</exception>
    public BearerProfile(string name, BearerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Definition = new(name, options, Traits, (TokenField, options.Token));
        Definition.Validate();
    }

    /// <inheritdoc/>
    public ProfileDefinition Definition { get; }

    /// <inheritdoc/>
    public ValueTask<Acquired> AcquireAsync(CredentialRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var token = request.Require(TokenField);
        return new(new Acquired(request.Compose([request.Place(TokenField, () => CredentialField.Header("Authorization", "Bearer " + token.Reveal()))])));
    }
}
