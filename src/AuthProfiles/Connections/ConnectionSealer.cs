using AuthProfiles.Connections;

namespace AuthProfiles;

/// <summary>Turns connections into bytes that a durable store may keep, and back: encrypted, and bound to their key and version.</summary>
/// <remarks>
/// Thread-safe. One entry can't take another's place, and an old one is noticed by whoever has seen a newer: the sealer remembers the
/// highest version of at least the last 50,000 connections that it was told of. A process that has just started can't know.
/// </remarks>
/// <param name="protector">Encrypts.</param>
public sealed class ConnectionSealer(IConnectionProtector protector)
{
    private readonly SeenVersions _seen = new();

    /// <summary>Seals a connection.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="version">The version that it gets.</param>
    /// <returns>What a store may keep.</returns>
    /// <exception cref="AuthorizationException">A value is not Unicode (<see cref="AuthorizationErrorKind.InvalidValue"/>): it would not come back as it is.</exception>
    public byte[] Seal(Connection connection, long version)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return protector.Protect(ConnectionWriter.Write(connection), ConnectionIdentity.Of(connection.Key, version));
    }

    /// <summary>Opens what was sealed. It never fails: what can't be read has a <see cref="StoredConnection.Fault"/>.</summary>
    /// <param name="key">Whose connection the store says that it is.</param>
    /// <param name="version">The version that the store says.</param>
    /// <param name="data">What was sealed.</param>
    /// <returns>The connection.</returns>
    public StoredConnection Open(ConnectionKey key, long version, ReadOnlySpan<byte> data)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!protector.TryUnprotect(data, ConnectionIdentity.Of(key, version), out var plaintext, out var fault))
        {
            return Unreadable(key, version, fault.Value);
        }

        if (ConnectionReader.Read(key, plaintext) is not { } connection)
        {
            return Unreadable(key, version, ConnectionFault.Altered);
        }

        return _seen.Note(key, version) ? new(connection, version) : Unreadable(key, version, ConnectionFault.RolledBack);
    }

    /// <summary>Says that a connection has a version now: after a write, a deletion, or the sight of one.</summary>
    /// <param name="key">Whose connection.</param>
    /// <param name="version">Its version.</param>
    public void Note(ConnectionKey key, long version)
    {
        ArgumentNullException.ThrowIfNull(key);
        _seen.Note(key, version);
    }

    /// <summary>Returns what stands for a connection that can't be read.</summary>
    /// <param name="key">Whose connection.</param>
    /// <param name="version">The version that the next write must name.</param>
    /// <param name="fault">Why.</param>
    /// <returns>A connection without values, which requires authorization.</returns>
    public static StoredConnection Unreadable(ConnectionKey key, long version, ConnectionFault fault)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(new() { Key = key, State = ConnectionState.AuthorizationRequired }, version) { Fault = fault };
    }
}
