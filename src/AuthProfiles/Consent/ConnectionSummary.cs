namespace AuthProfiles;

/// <summary>What may be shown of a stored connection.</summary>
/// <remarks>Immutable. It has no secret, and no value that its owner gave.</remarks>
public sealed class ConnectionSummary
{
    internal ConnectionSummary(StoredConnection stored) =>
        (Key, State, App, Scope, ConsentEndsAt, AccountLabel, Fault) = (stored.Connection.Key, stored.Connection.State, stored.Connection.App, stored.Connection.Grant?.Scope, stored.Connection.Grant?.RefreshExpiresAt, stored.Connection.AccountLabel, stored.Fault);

    /// <summary>Gets whose connection it is.</summary>
    public ConnectionKey Key { get; }

    /// <summary>Gets whether the connection can be used.</summary>
    public ConnectionState State { get; }

    /// <summary>Gets whose app the connection was authorized with, or null where the profile needs no app or nobody has authorized it yet.</summary>
    public ConnectionApp? App { get; }

    /// <summary>Gets the scopes granted, separated by spaces, or null where there are none.</summary>
    public string? Scope { get; }

    /// <summary>Gets when the owner's consent ends unless the connection is used before, or null where the provider does not say.</summary>
    /// <value>When the refresh token expires: one that is rotated lives on with each renewal, and one that lies idle does not.</value>
    public DateTimeOffset? ConsentEndsAt { get; }

    /// <summary>Gets what the service calls the account, for people to recognise it, or null.</summary>
    public string? AccountLabel { get; }

    /// <summary>Gets why the connection can't be read, or null where it was.</summary>
    public ConnectionFault? Fault { get; }

    /// <summary>Returns whose connection it is and its state.</summary>
    /// <returns>For example <c>calendar, user mia (Active)</c>.</returns>
    public override string ToString() => $"{Key} ({State})";
}
