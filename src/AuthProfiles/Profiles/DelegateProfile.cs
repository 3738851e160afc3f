namespace AuthProfiles;

/// <summary>Authorizes by whatever credential a function of the application makes.</summary>
public sealed class DelegateProfile : IAuthorizationProfile
{
    internal static readonly ProfileTraits Traits = new() { AuthorizationType = "Delegate", Renewable = true, CallsApplication = true };

    private readonly Func<CredentialRequest, CancellationToken, ValueTask<Credential>> _acquire;

    /// <summary>Initializes a new instance of the <see cref="DelegateProfile"/> class.</summary>
    /// <param name="name">The profile's name.</param>
    /// <param name="options">The options. They are copied.</param>
    /// <exception cref="AuthorizationException">An option is wrong; the message names all that are.</exception>
    public DelegateProfile(string name, DelegateOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Definition = new(name, options, options.ShowsInAddress ? Traits with { ShowsInAddress = true } : Traits);
        if (options.Acquire is null)
        {
            Definition.Refuse(nameof(options.Acquire), "a function that makes the credential, in code");
        }

        Definition.Validate();
        _acquire = options.Acquire!;
    }

    /// <inheritdoc/>
    public ProfileDefinition Definition { get; }

    /// <inheritdoc/>
    public async ValueTask<Acquired> AcquireAsync(CredentialRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var credential = await _acquire(request, cancellationToken).ConfigureAwait(false);
        return new(request.Compose(credential.Fields.AsSpan(), credential.ExpiresAt));
    }
}
