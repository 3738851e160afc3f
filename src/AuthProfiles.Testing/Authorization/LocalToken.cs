using System.Diagnostics;
using AuthProfiles.Testing.Authorization;

namespace AuthProfiles.Testing;

/// <summary>What an issued access token stands for. It doesn't hold the token.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
[DebuggerDisplay("{ClientId} at {TokenEndpoint}")]
public sealed class LocalToken
{
    internal LocalToken(long id, GrantedAccess access, Uri tokenEndpoint, DateTimeOffset issuedAt, DateTimeOffset expiresAt)
    {
        Id = id;
        ClientId = access.ClientId;
        UserName = access.UserName;
        TokenEndpoint = tokenEndpoint;
        Scopes = access.Scopes;
        Resources = access.Resources;
        IssuedAt = issuedAt;
        ExpiresAt = expiresAt;
    }

    /// <summary>Gets the token's number at its server; the first is 1.</summary>
    public long Id { get; }

    /// <summary>Gets the client to which it was issued.</summary>
    public string ClientId { get; }

    /// <summary>Gets the user on whose behalf it was issued; null where it is the client's own.</summary>
    public string? UserName { get; }

    /// <summary>Gets the address at which it was issued, without a query.</summary>
    public Uri TokenEndpoint { get; }

    /// <summary>Gets the scopes granted; empty where none was asked for.</summary>
    public IReadOnlyList<string> Scopes { get; }

    /// <summary>Gets the services that it is good for, as <c>resource</c> and <c>audience</c> named them; empty where none was named.</summary>
    public IReadOnlyList<string> Resources { get; }

    /// <summary>Gets when it was issued.</summary>
    public DateTimeOffset IssuedAt { get; }

    /// <summary>Gets when it expires: at this instant it is refused.</summary>
    public DateTimeOffset ExpiresAt { get; }
}
