using System.Collections.Immutable;
using AuthProfiles.Connections;
using AuthProfiles.OAuth;
using AuthProfiles.Profiles;

namespace AuthProfiles.Consent;

/// <summary>The ways by which an owner can make their connection of a profile, and what each asks for.</summary>
internal sealed class ConnectionWays(ProfileDefinition definition, ConnectionName name)
{
    /// <summary>Gets a value indicating whether the connection can give no more than an app for the tenant's users.</summary>
    private bool IsAppAlone => definition.ConnectionMode == ConnectionMode.UserAuthorized && name.User is null;

    // A user takes the way that asks for consent, if there is one, and never the application's own access.
    private ImmutableArray<ProfileDefinition> Ways =>
        definition.Traits.Ways.IsEmpty ? [definition]
        : name.User is null ? definition.Traits.Ways
        : definition.Traits.Ways.FirstOrDefault(static way => way.Traits.AsksConsent) is { } consent ? [consent]
        : [.. definition.Traits.Ways.Where(static way => !way.Traits.RefusesUsers)];

    /// <summary>Refuses a connection that the profile's mode leaves no room for.</summary>
    public void RequireServed()
    {
        if (!(IsAppAlone && name.Tenant is not null))
        {
            definition.RequireServed(name);
        }

        if (Ways.IsEmpty)
        {
            throw definition.Failure(name, AuthorizationErrorKind.UnknownConnection, "none of its ways serves a user: leave the user out");
        }
    }

    /// <summary>Returns the way that a connection's values speak for.</summary>
    public ProfileDefinition Choose(CredentialRequest request) => Ways is [var only] ? only : Ways.MaxBy(way => WayStanding.Of(way, request))!;

    /// <summary>Says whether values alone make no connection: its owner has yet to consent.</summary>
    public bool AwaitsConsent(ProfileDefinition way) => way.Traits.AsksConsent || IsAppAlone;

    /// <summary>Returns the fields that the owner must give a value of.</summary>
    /// <remarks>A tenant may give an app alone: what its own consent needs is asked for when that begins.</remarks>
    public IEnumerable<AdditionalField> Needed(CredentialRequest request)
    {
        var way = Choose(request);
        return FieldsOf(way).Where(field => !(name.User is null && AwaitsConsent(way)) || field.OfApplication);
    }

    /// <summary>Returns what is asked for, a form for each way.</summary>
    public IReadOnlyList<ConnectionForm> Describe(CredentialRequest request, ConsentFlow? consent) => [.. Ways.Select(way => new ConnectionForm(
        way.AuthorizationType,
        [.. FieldsOf(way).Select(field => field with { Optional = field.Optional || request.Read(field.Key) is not null })])
    {
        AsksConsent = way.Traits.AsksConsent,
        App = request.App,
        Scope = way.Traits.AsksConsent ? consent?.Scope : null,
        CallbackLink = way.Traits.AsksConsent ? (consent as CodeFlow)?.CallbackLink : null,
    })];

    // Fields of no way are common to all. A way may need what the profile as a whole can do without.
    private IEnumerable<AdditionalField> FieldsOf(ProfileDefinition way) => definition.AdditionalFields
        .Where(field => IsOf(way, field) || !definition.Traits.Ways.Any(other => IsOf(other, field)))
        .Where(field => name.User is null ? !IsAppAlone || field.OfApplication : !field.OfApplication)
        .Select(field => way.AdditionalFields.FirstOrDefault(own => own.Key == field.Key) is { } own ? field with { Optional = own.Optional } : field);

    private static bool IsOf(ProfileDefinition way, AdditionalField field) => way.AdditionalFields.Any(own => own.Key == field.Key);
}
