using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using AuthProfiles.Zendesk.Authorization;
using AuthProfiles.Zendesk.Limits;

namespace AuthProfiles.Zendesk;

/// <summary>Authorizes Zendesk accounts: each by OAuth client credentials, by its users' sign-in, by a token or by an API token, as its values decide.</summary>
/// <remarks><c>AddZendesk</c> declares it; made by hand, it serves programs without a container: <c>new ZendeskClient(profile.CreateHttpClient())</c>.</remarks>
public sealed class ZendeskProfile : IAuthorizationProfile
{
    // By the definition, which every decorator of the profile passes on: an account has one pace, whichever client calls it.
    private static readonly ConditionalWeakTable<ProfileDefinition, AccountPaces> Paces = [];

    private readonly ChoiceProfile _ways;
    private readonly ImmutableArray<CredentialField> _marketplace;

    /// <summary>Initializes a new instance of the <see cref="ZendeskProfile"/> class.</summary>
    /// <param name="name">The profile's name.</param>
    /// <param name="options">The options. They are copied.</param>
    /// <exception cref="AuthorizationException">An option is wrong; the message names all that are.</exception>
    public ZendeskProfile(string name, ZendeskOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);

        // Without sign-in no user's: every other token is the account's, and a user's connection could come without the account's subdomain.
        var traits = new ProfileTraits { AuthorizationType = ZendeskKind.Name, Fields = ZendeskFields.All, Renewable = true, RefusesUsers = !options.UsersSignIn };
        _marketplace = Check(new(name, options, traits), options);
        _ways = new(
            name,
            options,
            traits,
            ZendeskWays.Of(name, options),
            (ZendeskFields.Subdomain.Key, options.Subdomain),
            (ZendeskFields.ClientId.Key, options.ClientId),
            (ZendeskFields.ClientSecret.Key, options.ClientSecret),
            (ZendeskFields.Token.Key, options.Token),
            (ZendeskFields.Email.Key, options.Email),
            (ZendeskFields.ApiToken.Key, options.ApiToken));
        if (options.RequestsPerMinute is { } requests)
        {
            Paces.Add(Definition, new(requests));
        }
    }

    /// <inheritdoc/>
    public ProfileDefinition Definition => _ways.Definition;

    /// <inheritdoc/>
    public ConsentFlow? Consent => _ways.Consent;

    /// <inheritdoc/>
    public async ValueTask<Acquired> AcquireAsync(CredentialRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var acquired = await _ways.AcquireAsync(request, cancellationToken).ConfigureAwait(false);
            return _marketplace.IsEmpty ? acquired : acquired with { Credential = new([.. acquired.Credential.Fields, .. _marketplace], acquired.Credential.ExpiresAt) };
        }
        catch (AuthorizationException error) when (error.Kind == AuthorizationErrorKind.ClientRefused)
        {
            throw WithCure(error);
        }
    }

    /// <summary>Returns the pace of a profile's accounts, whatever stands around the profile, or null where nothing is paced.</summary>
    internal static AccountPaces? PacesOf(IAuthorizationProfile profile) => Paces.TryGetValue(profile.Definition, out var paces) ? paces : null;

    private static AuthorizationException WithCure(AuthorizationException error) => new(
        error.Kind,
        error.Profile,
        $"{error.Message} At Zendesk, ClientId is the client's Identifier, not its name; one account's client is unknown at every other, unless it is a global one (zdg-…).")
    {
        Tenant = error.Tenant,
        User = error.User,
        ErrorCode = error.ErrorCode,
        StatusCode = error.StatusCode,
        IsTransient = error.IsTransient,
        RetryAfter = error.RetryAfter,
    };

    // First of all: the address of the tokens is made of it, and errors should name the setting that there is.
    private static ImmutableArray<CredentialField> Check(ProfileDefinition definition, ZendeskOptions options)
    {
        if (options.BaseUrl is null || !options.BaseUrl.EndsWith('/'))
        {
            definition.Refuse(nameof(options.BaseUrl), "the accounts' address with a slash at its end, such as https://{subdomain}.zendesk.com/");
        }

        if (options.AuthorizationFields.Any(static field => field.Type != AuthorizationFieldType.Header))
        {
            definition.Refuse(nameof(options.AuthorizationFields), "headers alone: Zendesk looks for a credential neither in the address nor in the body");
        }

        if (options.RequestsPerMinute is < 1 or > ZendeskOptions.MostPerMinute)
        {
            definition.Refuse(nameof(options.RequestsPerMinute), FormattableString.Invariant($"a number from 1 to {ZendeskOptions.MostPerMinute}"));
        }

        var marketplace = MarketplaceHeaders.Of(definition, options.Marketplace);
        definition.Validate();
        return marketplace;
    }
}
