using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Profiles;
using AuthProfiles.Templates;

namespace AuthProfiles.Injection;

/// <summary>What ties a client to its profile: where its chain is and what its base address means.</summary>
/// <param name="source">The profile's credentials.</param>
/// <param name="chain">Returns the chain; a pooled one may be another each time.</param>
internal sealed class ClientBinding(CredentialSource source, Func<HttpMessageHandler> chain)
{
    private volatile Origin? _ownOrigin;
    private volatile Uri? _given;

    public CredentialSource Source => source;

    /// <summary>Gets what names the connection of a request that names none, or null: then it uses the developer's own.</summary>
    public Func<ConnectionName>? NameByDefault { get; init; }

    public HttpMessageHandler Chain => chain();

    private ProfileDefinition Definition => source.Profile.Definition;

    /// <summary>Says whether the credential may go to an address because it is the client's own, where the profile names none.</summary>
    public bool Allows(Uri address) => _ownOrigin?.Matches(address) ?? false;

    /// <summary>Gives a new client its base address.</summary>
    /// <exception cref="AuthorizationException">Neither the profile nor the client has one.</exception>
    public void Prepare(HttpClient client)
    {
        if (Definition.Base is not null)
        {
            client.BaseAddress ??= Remember(NameByDefault is null ? AddressFor(ConnectionName.Own) : Unnamed);
        }
        else if (client.BaseAddress is { } address && Origin.TryCreate(address, out var origin) && origin.IsSecure)
        {
            _ownOrigin = origin;
        }
        else if (Definition.AlsoAllow.IsEmpty)
        {
            throw Definition.Failure(ConnectionName.Own, AuthorizationErrorKind.Configuration, "neither the profile nor the client has an https base address. Set BaseUrl");
        }
    }

    /// <summary>Gives a view its base address: the connection's, the placeholder where that is not known yet, or the one that the caller has set on the client.</summary>
    public void Address(ViewClient view, ConnectionName name, HttpClient client)
    {
        if (Definition.Base is not null && IsGiven(client))
        {
            view.Give(AddressFor(name));
        }
        else
        {
            view.BaseAddress = client.BaseAddress;
        }
    }

    private bool IsGiven(HttpClient client) => client is ViewClient view
        ? view.HasGivenAddress
        : client.BaseAddress is not { } address || ReferenceEquals(address, _given) || BelowPlaceholder.Contains(address) || address.Equals(AddressFor(ConnectionName.Own));

    // Clients of one binding have one address, so that each view sees at a glance that it is not the caller's.
    private Uri Remember(Uri address) => _given = address.Equals(_given) ? _given : address;

    private Uri Unnamed => Definition.Base!.Placeholder ?? Definition.Base.GetUri([]);

    private Uri AddressFor(ConnectionName name)
    {
        // What the developer's own connection lacks is told when a request is sent for it: a client may serve tenants only.
        var known = !(name.IsOwn && Definition.IsTenanted) && source.TryGetTarget(name, out var target) ? target.BaseAddress : null;
        return known ?? Unnamed;
    }
}
