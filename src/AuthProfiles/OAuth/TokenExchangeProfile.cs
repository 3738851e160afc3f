using System.Collections.Immutable;
using AuthProfiles.OAuth;

namespace AuthProfiles;

/// <summary>Authorizes by exchanging one token for another (RFC 8693), such as the caller's for one of the service behind.</summary>
public sealed class TokenExchangeProfile : IAuthorizationProfile
{
    /// <summary>The field that a connection gives the token by that is to be exchanged.</summary>
    public const string SubjectTokenField = "subjectToken";

    internal const string Type = "TokenExchange";

    private const string GrantType = "urn:ietf:params:oauth:grant-type:token-exchange";

    private static readonly ProfileTraits Common = new() { AuthorizationType = Type, Renewable = true };
    private static readonly OAuthTraits WithFunction = new(Common with { ServesAnyUser = true, CallsApplication = true });
    private static readonly ProfileTraits OfInput = Common with { Fields = [new(SubjectTokenField, "Subject token", "The token that is exchanged for one of this service.")] };
    private static readonly OAuthTraits WithInput = new(OfInput);
    private static readonly OAuthTraits WithInputAndActor = new(OfInput with { CallsApplication = true });

    private readonly GrantEndpoint _grants;
    private readonly Func<CredentialRequest, CancellationToken, ValueTask<SecretValue>>? _subject;
    private readonly Func<CredentialRequest, CancellationToken, ValueTask<SecretValue>>? _actor;
    private readonly string _subjectType;
    private readonly string _actorType;
    private readonly string? _requestedType;
    private readonly ImmutableArray<string> _audiences;

    /// <summary>Initializes a new instance of the <see cref="TokenExchangeProfile"/> class.</summary>
    /// <param name="name">The profile's name.</param>
    /// <param name="options">The options. They are copied.</param>
    /// <exception cref="AuthorizationException">An option is wrong; the message names all that are.</exception>
    public TokenExchangeProfile(string name, TokenExchangeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_subject, _actor) = (options.SubjectToken, options.ActorToken);
        (_subjectType, _actorType, _requestedType) = (options.SubjectTokenType, options.ActorTokenType, options.RequestedTokenType);
        _audiences = [.. options.Audiences];
        Definition = OAuthDefinition.Create(name, options, _subject is not null ? WithFunction : _actor is null ? WithInput : WithInputAndActor);

        // Whatever else it may be, it goes on requests as an access token does.
        _grants = new(options, Definition, _requestedType is null ? [TokenTypeNames.AccessToken, TokenTypeNames.Jwt] : [_requestedType]);
        Require(nameof(options.SubjectTokenType), _subjectType);
        Require(nameof(options.ActorTokenType), _actorType);
        if (_requestedType is not null)
        {
            Require(nameof(options.RequestedTokenType), _requestedType);
        }

        Definition.Validate();
    }

    /// <inheritdoc/>
    public ProfileDefinition Definition { get; }

    /// <inheritdoc/>
    public async ValueTask<Acquired> AcquireAsync(CredentialRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var subject = _subject is null ? request.Require(SubjectTokenField) : await _subject(request, cancellationToken).ConfigureAwait(false);
        var actor = _actor is null ? null : await _actor(request, cancellationToken).ConfigureAwait(false);
        var asked = new GrantRequest(GrantType)
        {
            Parameters =
            [
                new("subject_token", subject.Reveal()),
                new("subject_token_type", _subjectType),
                new("actor_token", actor?.Reveal() ?? string.Empty),
                new("actor_token_type", actor is null ? string.Empty : _actorType),
                new("requested_token_type", _requestedType ?? string.Empty),
                .. _audiences.Select(static audience => KeyValuePair.Create("audience", audience)),
            ],
            AsksForScope = true,
            IsSafeToRepeat = true,
        };
        var grant = await _grants.AskAsync(request, asked, cancellationToken).ConfigureAwait(false);
        return request.Answer(grant with { RefreshToken = null });
    }

    private void Require(string setting, string type)
    {
        if (string.IsNullOrWhiteSpace(type))
        {
            Definition.Refuse(setting, "the type's name, such as " + TokenTypeNames.Jwt);
        }
    }
}
