using System.Runtime.CompilerServices;
using AuthProfiles.Connections;
using AuthProfiles.Profiles;

namespace AuthProfiles.Acquisition;

/// <summary>The connections of one profile in the store. Whatever a store throws becomes a typed error, and never looks like an absent connection.</summary>
internal sealed class GuardedStore(ProfileDefinition definition, IConnectionStore store)
{
    /// <summary>Reads a connection as it is now, a user's with that of its tenant.</summary>
    /// <exception cref="AuthorizationException">The store failed.</exception>
    public async ValueTask<StoredConnection?> ReadAsync(ConnectionName name, CancellationToken cancellationToken)
    {
        var stored = await ReadAloneAsync(name, cancellationToken).ConfigureAwait(false);
        return stored is not null && HasTenant(name)
            ? stored with { Connection = stored.Connection with { OfTenant = await ReadTenantAsync(name, cancellationToken).ConfigureAwait(false) } }
            : stored;
    }

    /// <summary>Reads the connection of a user's tenant, where the profile takes anything from it.</summary>
    /// <returns>The connection, or null where there is none that matters.</returns>
    /// <exception cref="AuthorizationException">The store failed.</exception>
    public ValueTask<StoredConnection?> ReadTenantAsync(ConnectionName name, CancellationToken cancellationToken) =>
        HasTenant(name) ? ReadAloneAsync(new(name.Tenant, user: null), cancellationToken) : default;

    /// <summary>Writes a connection if nobody has written it since it was read.</summary>
    /// <exception cref="AuthorizationException">The store failed; the write may have happened.</exception>
    public ValueTask<long?> TryWriteAsync(ConnectionName name, Connection connection, long expectedVersion, CancellationToken cancellationToken) =>
        GuardAsync(name, () => store.TryWriteAsync(connection, expectedVersion, cancellationToken), cancellationToken);

    /// <summary>Deletes a connection, whatever its version.</summary>
    /// <exception cref="AuthorizationException">The store failed; the deletion may have happened.</exception>
    public ValueTask<bool> DeleteAsync(ConnectionName name, CancellationToken cancellationToken) =>
        GuardAsync(name, () => store.DeleteAsync(KeyOf(name), cancellationToken), cancellationToken);

    /// <summary>Takes the right to renew a connection, if nobody else has it.</summary>
    /// <exception cref="AuthorizationException">The store can't say who has it.</exception>
    public async ValueTask<IRenewalLease?> TryLeaseAsync(ConnectionName name, TimeSpan duration, CancellationToken cancellationToken)
    {
        Task<IRenewalLease?>? leasing = null;
        try
        {
            return await GuardAsync(name, () => new ValueTask<IRenewalLease?>(leasing = store.TryLeaseAsync(KeyOf(name), duration, cancellationToken).AsTask()), cancellationToken).ConfigureAwait(false);
        }
        catch when (leasing is not null)
        {
            _ = GiveBackAsync(leasing);
            throw;
        }
    }

    /// <summary>Lists the connections.</summary>
    /// <exception cref="AuthorizationException">The store failed.</exception>
    public async IAsyncEnumerable<ConnectionName> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var walk = new StoreWalk(() => store.ListAsync(definition.Name, cancellationToken).GetAsyncEnumerator(cancellationToken));
        try
        {
            while (await GuardAsync(ConnectionName.Own, walk.NextAsync, cancellationToken).ConfigureAwait(false) is { } key)
            {
                yield return key.Name;
            }
        }
        finally
        {
            await GuardAsync(ConnectionName.Own, walk.EndAsync, cancellationToken).ConfigureAwait(false);
        }
    }

    // A lease lasts as long as its holder: one that comes when nobody waits for it any longer would keep others from renewing until this process ends.
    private static async Task GiveBackAsync(Task<IRenewalLease?> leasing)
    {
        try
        {
            if (await leasing.ConfigureAwait(false) is { } late)
            {
                await late.DisposeAsync().ConfigureAwait(false);
            }
        }
#pragma warning disable CA1031 // Whatever a store throws: its caller has been told already.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    private bool HasTenant(ConnectionName name) => name is { Tenant: not null, User: not null } && definition.HasApplicationFields;

    private ValueTask<StoredConnection?> ReadAloneAsync(ConnectionName name, CancellationToken cancellationToken) =>
        GuardAsync(name, () => store.ReadAsync(KeyOf(name), cancellationToken), cancellationToken);

    private ConnectionKey KeyOf(ConnectionName name) => new(definition.Name, name);

    private ValueTask<TResult> GuardAsync<TResult>(ConnectionName name, Func<ValueTask<TResult>> call, CancellationToken cancellationToken) => StoreCall.GuardAsync(
        call,
        error => definition.Failure(name, AuthorizationErrorKind.StoreFailure, $"the connection store failed with {error.GetType().Name}", isTransient: true),
        cancellationToken);
}
