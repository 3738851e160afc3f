using System.Collections.Immutable;
using AuthProfiles.Diagnostics;
using AuthProfiles.Profiles;
using AuthProfiles.Templates;

namespace AuthProfiles.Acquisition;

/// <summary>A connection as requests need it: its values, its address and the origins that may receive its credential.</summary>
internal sealed class ConnectionTarget(ProfileDefinition definition, ConnectionValues values, StoredConnection? stored, Uri? baseAddress, ImmutableArray<Origin> origins)
{
    public ConnectionValues Values => values;

    public Grant? Grant => values.Connection.Grant;

    /// <summary>Gets the connection as it was read from the store, or null for one that stands in settings or code alone.</summary>
    public StoredConnection? Stored => stored;

    /// <summary>Gets the version in the store, or 0 where there is none.</summary>
    public long StoredVersion => stored?.Version ?? 0;

    public Uri? BaseAddress => baseAddress;

    /// <summary>Gets the origins that may receive the credential.</summary>
    public ImmutableArray<Origin> Origins => origins;

    /// <summary>Gets a value indicating whether the address is known only when there is a grant.</summary>
    public bool AwaitsGrant => baseAddress is null && definition.Base is { } template && values.AwaitsGrant(template);

    /// <summary>Gets a value indicating whether the connection lacks a value of its address, which another process may store at any time.</summary>
    public bool LacksAddress => baseAddress is null && definition.Base is { } template && !values.AwaitsGrant(template);

    /// <summary>Gets a value indicating whether the connection stands in settings or code, be it with a grant in the store.</summary>
    public bool IsGiven { get; init; }

    /// <summary>Says whether the credential may go to an address.</summary>
    public bool Allows(Uri address)
    {
        foreach (var origin in origins.AsSpan())
        {
            if (origin.Matches(address))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns the address, for a profile that has one.</summary>
    /// <exception cref="AuthorizationException">A value that it needs is missing.</exception>
    public Uri RequireBaseAddress() =>
        baseAddress ?? values.Expand(definition.Base!);

    public AuthorizationException OriginRefused(Uri? address) => definition.Failure(
        values.Name,
        AuthorizationErrorKind.OriginRefused,
        address is not { IsAbsoluteUri: true }
            ? "the request has no absolute address"
            : $"the credential must not go to {Printable.Escape(address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped))}. It is for {Describe()}: set BaseUrl, or add the origin to AlsoAllow");

    private string Describe() => origins.IsEmpty ? "no address yet" : string.Join(", ", origins);
}
