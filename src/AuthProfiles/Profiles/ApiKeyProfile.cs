using AuthProfiles.Credentials;
using AuthProfiles.Diagnostics;

namespace AuthProfiles;

/// <summary>Authorizes by a key in a header or in the query.</summary>
public sealed class ApiKeyProfile : IAuthorizationProfile
{
    internal const string Type = "ApiKey";

    private readonly string _key;
    private readonly string _secondaryKey;
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
        _secondaryKey = "secondary" + ProfileDefinition.SettingOf(_key);
        var secondary = options.KeyField with { Key = _secondaryKey, Title = $"Second {options.KeyField.Title ?? _key}", Hint = "Used when the service refuses the first, so that keys can be replaced in turn.", Optional = true };
        var traits = new ProfileTraits { AuthorizationType = Type, Fields = [options.KeyField, secondary], AnswersAtOnce = true, Renewable = true, ShowsInAddress = query is not null };
        Definition = new(name, options, traits, (_key, options.Key), (_secondaryKey, options.SecondaryKey));
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
        var first = Compose(request, _key, IsSecondaryAlone(request) ? throw request.Missing(_key) : request.Require(_key));
        if (request.Refused?.IsSameAs(first) is not true || FindSecondary(request) is not { } secondary)
        {
            return new(new Acquired(first));
        }

        request.Warn(AcquisitionWarning.SecondaryUsed);
        return new(new Acquired(Compose(request, _secondaryKey, secondary)));
    }

    // A connection's second key alone would be passed over for a key that is not the connection's.
    private bool IsSecondaryAlone(CredentialRequest request) => request.Connection.Inputs.ContainsKey(_secondaryKey) && !request.Connection.Inputs.ContainsKey(_key);

    // Whoever gives the first key gives the second: a tenant's requests never go out with the developer's key because its own was refused.
    private SecretValue? FindSecondary(CredentialRequest request) =>
        request.Connection.Inputs.ContainsKey(_key) == request.Connection.Inputs.ContainsKey(_secondaryKey) ? request.Read(_secondaryKey) : null;

    private Credential Compose(CredentialRequest request, string field, SecretValue key) =>
        request.Compose([request.Place(field, () => _place(_prefix + key.Reveal()))]);
}
