using System.Diagnostics;

namespace AuthProfiles.Testing;

/// <summary>What an issued access token stands for. It doesn't hold the token.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
[DebuggerDisplay("{ClientId} at {TokenEndpoint}")]
public sealed class LocalToken
{
    internal LocalToken(long id, string clientId, Uri tokenEndpoint, IReadOnlyList<string> scopes, DateTimeOffset issuedAt, DateTimeOffset expiresAt)
    {
        Id = id;
        ClientId = clientId;
        TokenEndpoint = tokenEndpoint;
        Scopes = scopes;
        IssuedAt = issuedAt;
        ExpiresAt = expiresAt;
    }

    /// <summary>Gets the token's number at its server; the first is 1.</summary>
    public long Id { get; }

    /// <summary>Gets the client to which it was issued.</summary>
    public string ClientId { get; }

    /// <summary>Gets the address at which it was issued, without a query.</summary>
    public Uri TokenEndpoint { get; }

    /// <summary>Gets the scopes granted; empty where none was asked for.</summary>
    public IReadOnlyList<string> Scopes { get; }

    /// <summary>Gets when it was issued.</summary>
    public DateTimeOffset IssuedAt { get; }

    /// <summary>Gets when it expires: at this instant it is refused.</summary>
    public DateTimeOffset ExpiresAt { get; }
}
