using System.Collections.Immutable;
using AuthProfiles.Profiles;

namespace AuthProfiles;

/// <summary>Authorizes each connection by the way whose values it gave: tenants of one profile may differ.</summary>
/// <remarks>
/// A connection that has a grant, or that is a user's, takes the first way that asks for consent, if there is one. Else a connection's
/// own values decide before those that the profile shares, and then the way that has all it needs; where nothing decides, the first
/// way is taken. A way that the connection gave in part is refused for what it lacks.
/// </remarks>
public sealed class ChoiceProfile : IAuthorizationProfile, IGrantRevocation
{
    private readonly ImmutableArray<IAuthorizationProfile> _ways;

    /// <summary>Initializes a new instance of the <see cref="ChoiceProfile"/> class.</summary>
    /// <param name="name">The profile's name. The ways bear the same.</param>
    /// <param name="options">What is common to all ways. It is copied.</param>
    /// <param name="traits">The kind, with the fields of all ways.</param>
    /// <param name="ways">The ways, the default one first. Each needs its own additional fields.</param>
    /// <param name="inputs">The values of the kind's fields that the options give, by field key; null values are left out.</param>
    /// <exception cref="AuthorizationException">An option is wrong; the message names all that are.</exception>
    public ChoiceProfile(string name, ProfileOptions options, ProfileTraits traits, IEnumerable<IAuthorizationProfile> ways, params ReadOnlySpan<(string Key, SecretValue? Value)> inputs)
    {
        _ways = [.. ways];
        ArgumentOutOfRangeException.ThrowIfZero(_ways.Length, nameof(ways));
        ArgumentNullException.ThrowIfNull(traits);
        Definition = new(
            name,
            options,
            traits with
            {
                Ways = [.. _ways.Select(static way => way.Definition)],
                ShowsInAddress = traits.ShowsInAddress || _ways.Any(static way => way.Definition.ShowsInAddress),
                AsksConsent = _ways.Any(static way => way.Definition.Traits.AsksConsent),
                ConsentsOnDevice = ConsentWay?.Definition.Traits.ConsentsOnDevice ?? false,
                KeepsGrant = _ways.Any(static way => way.Definition.Traits.KeepsGrant),
            },
            inputs);
        Definition.Validate();
    }

    /// <inheritdoc/>
    public ProfileDefinition Definition { get; }

    /// <inheritdoc/>
    public ConsentFlow? Consent => ConsentWay?.Consent;

    private IAuthorizationProfile? ConsentWay => _ways.FirstOrDefault(static way => way.Consent is not null);

    /// <inheritdoc/>
    public ValueTask<Acquired> AcquireAsync(CredentialRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var way = Choose(request);
        return Definition.Traits.KeepsGrant && !way.Definition.Traits.KeepsGrant
            ? AcquireForAWhileAsync(way, request, cancellationToken)
            : way.AcquireAsync(request, cancellationToken);
    }

    // The way that was taken, or else the one whose grant it must be.
    ValueTask<bool> IGrantRevocation.RevokeAsync(CredentialRequest request, CancellationToken cancellationToken) =>
        (IGrantRevocation.Of(Choose(request)) ?? _ways.Select(IGrantRevocation.Of).OfType<IGrantRevocation>().FirstOrDefault())?.RevokeAsync(request, cancellationToken) ?? new(false);

    // What such a way obtains must not be kept: a grant in the store says that an owner has consented.
    private static async ValueTask<Acquired> AcquireForAWhileAsync(IAuthorizationProfile way, CredentialRequest request, CancellationToken cancellationToken) =>
        new((await way.AcquireAsync(request, cancellationToken).ConfigureAwait(false)).Credential);

    // An id and a secret alone would also fit the application's own access, which is not the owner's.
    private IAuthorizationProfile Choose(CredentialRequest request) =>
        (request.Connection.Grant is not null || request.Connection.Key.User is not null ? ConsentWay : null) ?? ChooseByValues(request);

    private IAuthorizationProfile ChooseByValues(CredentialRequest request) => _ways.MaxBy(way => WayStanding.Of(way.Definition, request))!;
}
