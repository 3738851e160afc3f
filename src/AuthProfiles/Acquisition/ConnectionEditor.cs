using AuthProfiles.Connections;
using AuthProfiles.Profiles;

namespace AuthProfiles.Acquisition;

/// <summary>Begins, adopts and deletes the stored connections of a profile, in step with the source that serves them.</summary>
internal sealed class ConnectionEditor(CredentialSource source)
{
    private const int MostTurns = 5;

    private readonly ProfileDefinition _definition = source.Profile.Definition;
    private readonly SourceEnvironment _environment = source.Environment;
    private readonly GuardedStore _store = new(source.Profile.Definition, source.Environment.Store);

    /// <summary>Reads a connection as it is stored now, whatever its state.</summary>
    public async ValueTask<Connection?> ReadAsync(ConnectionName name, CancellationToken cancellationToken) =>
        (await _store.ReadAsync(name, cancellationToken).ConfigureAwait(false))?.Connection;

    /// <summary>Finds a connection as it is stored now, with why it can't be read.</summary>
    public ValueTask<StoredConnection?> FindAsync(ConnectionName name, CancellationToken cancellationToken) => _store.ReadAsync(name, cancellationToken);

    /// <summary>Lists the stored connections.</summary>
    public IAsyncEnumerable<ConnectionName> ListAsync(CancellationToken cancellationToken) => _store.ListAsync(cancellationToken);

    /// <summary>Returns the values of a connection with what settings and code give to it, which is not stored with it.</summary>
    public async ValueTask<ConnectionValues> ValuesOfAsync(Connection connection, CancellationToken cancellationToken)
    {
        var name = new ConnectionName(connection.Key.Tenant, connection.Key.User);
        var given = source.Finder.FindAtOnce(name);
        return source.Finder.ValuesOf(connection with
        {
            Inputs = ConnectionFinder.Merge(connection.Inputs, given),
            OfTenant = await _store.ReadTenantAsync(name, cancellationToken).ConfigureAwait(false),
        });
    }

    /// <summary>Makes the request of a connection that is not stored yet.</summary>
    public CredentialRequest RequestFor(ConnectionValues values) => new(_definition, values, _environment.TokenClient, _environment.Clock, isRenewal: false) { Metadata = _environment.Metadata };

    /// <summary>Stores a connection in the place of whatever is there: what its owner has just given goes before older grants. When this returns, it is durable and served.</summary>
    /// <param name="connection">The connection, in whatever state.</param>
    /// <param name="what">What its owner did.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The connection as it is stored now, and the one that it replaced, or null where there was none.</returns>
    /// <exception cref="AuthorizationException">The store does not take it.</exception>
    public async ValueTask<(Connection Now, Connection? Before)> AdoptAsync(Connection connection, ConnectionEvent what, CancellationToken cancellationToken)
    {
        var name = new ConnectionName(connection.Key.Tenant, connection.Key.User);
        for (var turn = 0; turn < MostTurns; turn++)
        {
            var stored = await _store.ReadAsync(name, cancellationToken).ConfigureAwait(false);
            var now = connection.After(stored?.Connection, what);
            if (await _store.TryWriteAsync(name, now, stored?.Version ?? 0, cancellationToken).ConfigureAwait(false) is not null)
            {
                source.Forget(name);
                return (now, stored?.Connection);
            }
        }

        throw _definition.Failure(
            name,
            AuthorizationErrorKind.StoreFailure,
            "the connection changes faster than it can be written: authorize it again",
            isTransient: true);
    }

    /// <summary>Deletes a connection, so that renewals under way lose against it, and forgets its credential.</summary>
    /// <returns>The connection with its last grant, or null where there was none.</returns>
    /// <exception cref="AuthorizationException">The store failed.</exception>
    public async ValueTask<Connection?> DeleteAsync(ConnectionName name, CancellationToken cancellationToken)
    {
        try
        {
            var connection = await RevokeAsync(name, cancellationToken).ConfigureAwait(false);
            return await _store.DeleteAsync(name, cancellationToken).ConfigureAwait(false) ? connection : null;
        }
        finally
        {
            source.Forget(name);
        }
    }

    // A renewal that comes in between would leave another grant than the one that was read. Where the turns run out, it is deleted all the same.
    private async ValueTask<Connection?> RevokeAsync(ConnectionName name, CancellationToken cancellationToken)
    {
        Connection? connection = null;
        for (var turn = 0; turn < MostTurns; turn++)
        {
            var stored = await _store.ReadAsync(name, cancellationToken).ConfigureAwait(false);
            connection = stored?.Connection;
            if (stored is null || await _store.TryWriteAsync(name, stored.Connection.After(stored.Connection, ConnectionEvent.Revoked), stored.Version, cancellationToken).ConfigureAwait(false) is not null)
            {
                break;
            }
        }

        return connection;
    }
}
