using System.Collections.Frozen;
using System.Collections.Immutable;
using AuthProfiles.Diagnostics;
using AuthProfiles.OAuth;
using AuthProfiles.Templates;

namespace AuthProfiles;

/// <summary>Authorizes by an assertion that a private key signs (RFC 7523, section 2.1), as service accounts do.</summary>
public sealed class JwtBearerProfile : IAuthorizationProfile
{
    internal const string Type = "JwtBearer";

    private const string GrantType = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private static readonly OAuthTraits Traits = new(new ProfileTraits { AuthorizationType = Type, Renewable = true });
    private static readonly FrozenSet<string> OfProtocol = new[] { "iss", "sub", "aud", "exp", "iat", "jti" }.ToFrozenSet(StringComparer.Ordinal);

    private readonly GrantEndpoint _grants;
    private readonly ValueTemplate? _issuer;
    private readonly ValueTemplate? _subject;
    private readonly ValueTemplate? _audience;
    private readonly ImmutableArray<(string Name, string Value)> _claims;

    /// <summary>Initializes a new instance of the <see cref="JwtBearerProfile"/> class.</summary>
    /// <param name="name">The profile's name.</param>
    /// <param name="options">The options. They are copied.</param>
    /// <exception cref="AuthorizationException">An option is wrong; the message names all that are.</exception>
    public JwtBearerProfile(string name, JwtBearerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Definition = OAuthDefinition.Create(name, options, Traits);
        _grants = new(options, Definition);
        _issuer = Parse(nameof(options.AssertionIssuer), options.AssertionIssuer);
        _subject = Parse(nameof(options.Subject), options.Subject);
        _audience = Parse(nameof(options.Audience), options.Audience);
        _claims = [.. options.Claims.Select(static claim => (claim.Key, claim.Value))];
        foreach (var (claim, _) in _claims.Where(static claim => claim.Name.Length == 0 || OfProtocol.Contains(claim.Name)))
        {
            Definition.Refuse(nameof(options.Claims), $"claims that the protocol does not write itself, so not '{Printable.Escape(claim)}'");
        }

        Definition.Validate();
    }

    /// <inheritdoc/>
    public ProfileDefinition Definition { get; }

    /// <inheritdoc/>
    public async ValueTask<Acquired> AcquireAsync(CredentialRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var address = await _grants.Endpoints.TokenAsync(request, isRenewal: false, cancellationToken).ConfigureAwait(false);
        var issuer = _issuer is null ? ClientReader.ReadId(request) : request.Expand(_issuer);
        var subject = _subject is null ? issuer : request.Expand(_subject);
        var audience = _audience is null ? address.AbsoluteUri : request.Expand(_audience);
        var asked = new GrantRequest(GrantType)
        {
            Address = address,
            Assertion = (client, now) => JwtWriter.Write(client.Key!, now, [("iss", issuer), ("sub", subject), ("aud", audience), .. _claims]),
            AsksForScope = true,
            IsSafeToRepeat = true,
        };
        var grant = await _grants.AskAsync(request, asked, cancellationToken).ConfigureAwait(false);
        return request.Answer(grant with { RefreshToken = null });
    }

    private ValueTemplate? Parse(string setting, string? text) => text is null ? null : Definition.ParseText(setting, text);
}
