namespace AuthProfiles.OAuth;

/// <summary>Reads who asks a token endpoint from the values of a connection.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class ClientReader
{
    private static readonly ClientReader BySecret = new(usesSecret: true, keys: null);
    private static readonly ClientReader ById = new(usesSecret: false, keys: null);
    private static readonly ClientReader ByCertificate = new(usesSecret: false, keys: null);

    private readonly bool _usesSecret;
    private readonly SigningKeyReader? _keys;

    private ClientReader(bool usesSecret, SigningKeyReader? keys)
    {
        _usesSecret = usesSecret;
        _keys = keys;
    }

    public static ClientReader Of(OAuthOptions options)
    {
        var way = OAuthFields.AuthenticationOf(options);
        var reader = way switch
        {
            ClientAuthentication.None or ClientAuthentication.PrivateKeyJwt => ById,
            ClientAuthentication.Certificate => ByCertificate,
            _ => BySecret,
        };
        return options.SignsGrant || way == ClientAuthentication.PrivateKeyJwt
            ? new(reader._usesSecret, new(options.ClientKeyId, options.ClientKeyAlgorithm))
            : reader;
    }

    /// <summary>Gets a value indicating whether nothing proves who the client is.</summary>
    public bool IsPublic => this == ById;

    /// <summary>Gets the field to look at where the client is refused.</summary>
    public string ProofField => _usesSecret ? OAuthFields.ClientSecret : _keys is null ? OAuthFields.ClientId : OAuthFields.ClientKey;

    /// <summary>Reads the client's id, which is no secret.</summary>
    /// <exception cref="AuthorizationException">It is missing or not fit.</exception>
    public static string ReadId(CredentialRequest request) => Checked(request, OAuthFields.ClientId, request.Require(OAuthFields.ClientId)).Reveal();

    /// <summary>Reads the client.</summary>
    /// <exception cref="AuthorizationException">A value is missing or not fit.</exception>
    public ClientIdentity Read(CredentialRequest request) => new(
        ReadId(request),
        _usesSecret ? Checked(request, OAuthFields.ClientSecret, request.Require(OAuthFields.ClientSecret)) : null,
        _keys is null ? null : ReadKey(request, OAuthFields.ClientKey, request.Require(OAuthFields.ClientKey)));

    /// <summary>Reads the client with its second secret or key, or returns null where it has none.</summary>
    /// <exception cref="AuthorizationException">A value is missing or not fit.</exception>
    public ClientIdentity? ReadSecondary(CredentialRequest request)
    {
        var secret = _usesSecret ? request.Read(OAuthFields.SecondaryClientSecret) : null;
        var key = _keys is null ? null : request.Read(OAuthFields.SecondaryClientKey);
        if (secret is null && key is null)
        {
            return null;
        }

        var first = Read(request);
        return first with
        {
            Secret = secret is null ? first.Secret : Checked(request, OAuthFields.SecondaryClientSecret, secret),
            Key = key is null ? first.Key : ReadKey(request, OAuthFields.SecondaryClientKey, key),
        };
    }

    private static SecretValue Checked(CredentialRequest request, string field, SecretValue value) =>
        request.Place(field, () => OAuthValidator.ValueFault(value) is { } fault ? throw new ArgumentException(fault, nameof(field)) : value);

    // What is wrong with a key is said without any of it.
    private SigningKey ReadKey(CredentialRequest request, string field, SecretValue value) =>
        request.Place(field, () => _keys!.TryRead(value, out var key, out var fault) ? key : throw new ArgumentException(fault, nameof(field)));
}
