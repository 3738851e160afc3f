using AuthProfiles.Soak.Processes;
using AuthProfiles.Soak.Server;

namespace AuthProfiles.Soak.Stores;

/// <summary>Tells the parent process of each write once the store has said that it is durable.</summary>
internal sealed class AcknowledgingStore(IConnectionStore inner, Voice voice) : IConnectionStore
{
    public ValueTask<StoredConnection?> ReadAsync(ConnectionKey key, CancellationToken cancellationToken = default) => inner.ReadAsync(key, cancellationToken);

    public async ValueTask<long?> TryWriteAsync(Connection connection, long expectedVersion, CancellationToken cancellationToken = default)
    {
        var version = await inner.TryWriteAsync(connection, expectedVersion, cancellationToken);
        if (version is not null && RefreshTokenText.Parse(connection.Grant?.RefreshToken?.Reveal()) is var (family, generation))
        {
            voice.Say(connection.State == ConnectionState.Active ? $"wrote {family} {generation}" : $"ended {family} {generation}");
        }

        return version;
    }

    public ValueTask<bool> DeleteAsync(ConnectionKey key, CancellationToken cancellationToken = default) => inner.DeleteAsync(key, cancellationToken);

    public IAsyncEnumerable<ConnectionKey> ListAsync(string profile, CancellationToken cancellationToken = default) => inner.ListAsync(profile, cancellationToken);

    public ValueTask<IRenewalLease?> TryLeaseAsync(ConnectionKey key, TimeSpan duration, CancellationToken cancellationToken = default) => inner.TryLeaseAsync(key, duration, cancellationToken);
}
