namespace AuthProfiles;

/// <summary>Authorizes by whatever fields the service wants, in headers, payload, query and path.</summary>
public sealed class CustomProfile : IAuthorizationProfile
{
    internal static readonly ProfileTraits Traits = new() { AuthorizationType = "Custom", AnswersAtOnce = true, Renewable = true };

    /// <summary>Initializes a new instance of the <see cref="CustomProfile"/> class.</summary>
    /// <param name="name">The profile's name.</param>
    /// <param name="options">The fields. They are copied.</param>
    /// <exception cref="AuthorizationException">An option is wrong; the message names all that are.</exception>
    public CustomProfile(string name, CustomOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Definition = new(name, options, Traits);
        if (options.AuthorizationFields.Count == 0)
        {
            Definition.Refuse(nameof(options.AuthorizationFields), "at least one field: without one, requests would go out bare");
        }

        Definition.Validate();
    }

    /// <inheritdoc/>
    public ProfileDefinition Definition { get; }

    /// <inheritdoc/>
    public ValueTask<Acquired> AcquireAsync(CredentialRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new(new Acquired(request.Compose([])));
    }
}
