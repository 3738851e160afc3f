namespace AuthProfiles;

/// <summary>A connection as a store keeps it, with the version that the next write must name.</summary>
/// <param name="Connection">The connection. Where there is a <see cref="Fault"/>, it has its key alone and requires authorization.</param>
/// <param name="Version">Its version, 1 or more; every write and deletion raises it.</param>
public sealed record StoredConnection(Connection Connection, long Version)
{
    /// <summary>Gets why the connection can't be read, or null where it was.</summary>
    public ConnectionFault? Fault { get; init; }
}
