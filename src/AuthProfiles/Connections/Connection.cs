using System.Collections.Immutable;

namespace AuthProfiles;

/// <summary>One tenant's or user's use of a profile: the inputs it gave and the grant it obtained.</summary>
/// <remarks>Immutable and thread-safe. It prints no secret.</remarks>
public sealed record Connection
{
    /// <summary>Gets whose connection it is.</summary>
    public required ConnectionKey Key { get; init; }

    /// <summary>Gets the values of the profile's additional fields that this connection gave, by field key.</summary>
    public ImmutableDictionary<string, SecretValue> Inputs { get; init; } = ImmutableDictionary<string, SecretValue>.Empty;

    /// <summary>Gets what the provider gave, or null where the profile needs no grant or has none yet.</summary>
    public Grant? Grant { get; init; }

    /// <summary>Gets whether the connection can be used. The default is <see cref="ConnectionState.Active"/>.</summary>
    public ConnectionState State { get; init; }

    /// <summary>Gets whose app the connection was authorized with, or null where the profile needs no app or nobody has authorized it yet.</summary>
    public ConnectionApp? App { get; init; }

    /// <summary>Gets what the service calls the account, for people to recognise it, or null.</summary>
    public string? AccountLabel { get; init; }

    /// <summary>Gets the stored connection of the tenant that the user belongs to, as it was read together with this one, or null. It says whose app the user's connection goes by, and is never written with it.</summary>
    internal StoredConnection? OfTenant { get; init; }

    /// <summary>Returns whose connection it is and its state, never its inputs or grant.</summary>
    /// <returns>For example <c>orders for acme (Active)</c>.</returns>
    public override string ToString() => $"{Key} ({State})";
}
