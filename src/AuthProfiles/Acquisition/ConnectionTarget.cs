using AuthProfiles.Diagnostics;
using AuthProfiles.Profiles;
using AuthProfiles.Templates;

namespace AuthProfiles.Acquisition;

/// <summary>A connection as requests need it: its values, its address and the origins that may receive its credential.</summary>
internal sealed class ConnectionTarget(ProfileDefinition definition, ConnectionValues values, StoredConnection? stored, TargetAddress address)
{
    public ConnectionValues Values => values;

    public Grant? Grant => values.Connection.Grant;

    /// <summary>Gets the connection as it was read from the store, or null for one that stands in settings or code alone.</summary>
    public StoredConnection? Stored => stored;

    /// <summary>Gets the version in the store, or 0 where there is none.</summary>
    public long StoredVersion => stored?.Version ?? 0;

    public TargetAddress Address => address;

    public Uri? BaseAddress => address.BaseAddress;

    /// <summary>Gets a value indicating whether the address is known only when there is a grant.</summary>
    public bool AwaitsGrant => address.BaseAddress is null && definition.Base is { } template && values.AwaitsGrant(template);

    /// <summary>Gets a value indicating whether the connection lacks a value of its address, which another process may store at any time.</summary>
    public bool LacksAddress => address.BaseAddress is null && definition.Base is { } template && !values.AwaitsGrant(template);

    /// <summary>Gets a value indicating whether the connection stands in settings or code, be it with a grant in the store.</summary>
    public bool IsGiven { get; init; }

    /// <summary>Returns the address, for a profile that has one.</summary>
    /// <exception cref="AuthorizationException">A value that it needs is missing.</exception>
    public Uri RequireBaseAddress() =>
        address.BaseAddress ?? values.Expand(definition.Base!);

    public AuthorizationException OriginRefused(Uri? refused) => definition.Failure(
        values.Name,
        AuthorizationErrorKind.OriginRefused,
        refused is not { IsAbsoluteUri: true }
            ? "the request has no absolute address"
            : $"the credential must not go to {Printable.Escape(refused.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped))}. It is for {address}: {(Origin.TryCreate(refused, out var origin) && origin.IsSecure ? "set BaseUrl, or add the origin to AlsoAllow" : "no credential goes out by plain http")}");

    public AuthorizationException HostRefused(string host) => definition.Failure(
        values.Name,
        AuthorizationErrorKind.OriginRefused,
        $"the request's Host header names '{Printable.Escape(host)}', and the credential is for {address}. Leave the header out, or add its origin to AlsoAllow");
}
