using AuthProfiles.Credentials;

namespace AuthProfiles;

/// <summary>Authorizes by a key in a header or in the query.</summary>
public sealed class ApiKeyProfile : IAuthorizationProfile
{
    internal const string Type = "ApiKey";

    private readonly string _key;
    private readonly string _prefix;
    private readonly Func<SecretValue, CredentialField> _place;

    /// <summary>Initializes a new instance of the <see cref="ApiKeyProfile"/> class.</summary>
    /// <param name="name">The profile's name.</param>
    /// <param name="options">How the service wants the key. It is copied.</param>
    /// <exception cref="AuthorizationException">An option is wrong; the message names all that are.</exception>
    public ApiKeyProfile(string name, ApiKeyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (header, query) = (options.Header, options.QueryString);
        _prefix = options.Prefix ?? string.Empty;
        _place = query is null ? value => CredentialField.Header(header, value) : value => CredentialField.QueryString(query, value);
        _key = options.KeyField.Key;
        Definition = new(name, options, new() { AuthorizationType = Type, Fields = [options.KeyField], AnswersAtOnce = true, ShowsInAddress = query is not null }, (_key, options.Key));
        if (query is null && FieldRules.HeaderNameFault(header) is not null)
        {
            Definition.Refuse(nameof(options.Header), "a header that can carry a key, such as x-api-key");
        }

        if (query is { Length: 0 })
        {
            Definition.Refuse(nameof(options.QueryString), "a parameter's name, or leave it out");
        }

        Definition.Validate();
    }

    /// <inheritdoc/>
    public ProfileDefinition Definition { get; }

    /// <inheritdoc/>
    public ValueTask<Acquired> AcquireAsync(CredentialRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var key = request.Require(_key);
        return new(new Acquired(request.Compose([request.Place(_key, () => _place(_prefix + key.Reveal()))])));
    }
}
