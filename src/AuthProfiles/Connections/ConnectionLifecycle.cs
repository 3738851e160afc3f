namespace AuthProfiles.Connections;

/// <summary>The states of connections and what leads from one to another: the one place that decides it.</summary>
internal static class ConnectionLifecycle
{
    /// <summary>Returns the state that an event leads to, or null where the event is impossible.</summary>
    /// <remarks>What was taken back stays so until its owner acts: a renewal that comes late brings nothing back to life.</remarks>
    /// <param name="state">The state before, or null where there is no connection.</param>
    /// <param name="what">What happens.</param>
    public static ConnectionState? Next(ConnectionState? state, ConnectionEvent what) => (what, state) switch
    {
        (ConnectionEvent.InputsGiven, _) => ConnectionState.AuthorizationRequired,
        (ConnectionEvent.Authorized, _) => ConnectionState.Active,
        (ConnectionEvent.Renewed, not ConnectionState.Revoked) => ConnectionState.Active,
        (ConnectionEvent.Refused, ConnectionState.Active) => ConnectionState.Expired,
        (ConnectionEvent.Revoked, not null) => ConnectionState.Revoked,
        _ => null,
    };

    /// <summary>Returns a connection as an event leaves it.</summary>
    /// <param name="connection">The connection, in whatever state.</param>
    /// <param name="before">The connection before, or null where there was none.</param>
    /// <param name="what">What happens.</param>
    /// <exception cref="InvalidOperationException">The event is impossible.</exception>
    public static Connection After(this Connection connection, Connection? before, ConnectionEvent what) => connection with
    {
        State = Next(before?.State, what) ?? throw new InvalidOperationException($"{what} can't happen to a connection that is {before?.State.ToString() ?? "not there"}."),
    };
}
