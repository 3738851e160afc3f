namespace AuthProfiles;

/// <summary>A connection as a store keeps it, with the version that the next write must name.</summary>
/// <param name="Connection">The connection.</param>
/// <param name="Version">Its version, 1 or more; every write and deletion raises it.</param>
public sealed record StoredConnection(Connection Connection, long Version);
