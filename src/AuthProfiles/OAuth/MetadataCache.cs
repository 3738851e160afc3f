using AuthProfiles.Profiles;
using AuthProfiles.Resilience;

namespace AuthProfiles.OAuth;

/// <summary>Keeps the metadata of issuers for 24 hours, and up to 7 days while no newer ones are to be had.</summary>
/// <remarks>
/// An issuer is asked by one request at a time, detached from those who wait for it. A failure is kept no longer than its pause, which
/// grows with each in a row. Thread-safe.
/// </remarks>
/// <param name="clock">The time.</param>
/// <param name="random">The jitter: a number from 0 to 1.</param>
internal sealed class MetadataCache(TimeProvider clock, Func<double>? random = null) : IMetadataSource
{
    /// <summary>The most issuers that are kept; those used longest ago go first.</summary>
    public const int Most = 1_024;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    // What one client was told counts for that client alone: another may trust other certificates.
    private readonly Dictionary<(MetadataQuery Query, Func<HttpMessageInvoker> Client), MetadataEntry> _entries = [];

    // Between the half and the whole, so that there always is a pause.
    private readonly RetryDelay _delay = new(FirstPause, () => (1 + (random ?? RetryDelay.NextRandom)()) / 2);
    private readonly object _gate = new();

    /// <inheritdoc/>
    public async ValueTask<ServerMetadata> FindAsync(CredentialRequest request, string issuer, string? issuerTemplate, CancellationToken cancellationToken)
    {
        var reading = await FindAsync(new(issuer, issuerTemplate), request.TokenClientSource, cancellationToken).ConfigureAwait(false);
        return reading.Require(request);
    }

    /// <summary>Finds the metadata of an issuer, or why there are none.</summary>
    /// <param name="query">Whose.</param>
    /// <param name="client">Makes the client that asks.</param>
    /// <param name="cancellationToken">Ends this caller's wait, and nothing else.</param>
    public Task<MetadataReading> FindAsync(MetadataQuery query, Func<HttpMessageInvoker> client, CancellationToken cancellationToken)
    {
        Task<MetadataReading> flight;
        lock (_gate)
        {
            var entry = EntryOf((query, client));
            if (entry.Known is { } known)
            {
                return Task.FromResult(known);
            }

            flight = entry.Flight ??= Detached(() => FlyAsync(entry, query, client));
        }

        return flight.WaitAsync(cancellationToken);
    }

    // The first caller's culture, activity and other ambient state are not the later callers': none is taken along.
    private static Task<MetadataReading> Detached(Func<Task<MetadataReading>> fly)
    {
        var restore = ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow();
        try
        {
            return Task.Run(fly);
        }
        finally
        {
            restore?.Undo();
        }
    }

    private async Task<MetadataReading> FlyAsync(MetadataEntry entry, MetadataQuery query, Func<HttpMessageInvoker> client)
    {
        try
        {
            var reading = await MetadataDocument.ReadAsync(client(), clock, query).ConfigureAwait(false);
            lock (_gate)
            {
                var pause = _delay.Next(entry.Failures, reading.Failure?.RetryAfter);
                return entry.Keep(reading, pause < LongestPause ? pause : LongestPause);
            }
        }
        finally
        {
            lock (_gate)
            {
                entry.Flight = null;
            }
        }
    }

    private MetadataEntry EntryOf((MetadataQuery, Func<HttpMessageInvoker>) key)
    {
        if (!_entries.TryGetValue(key, out var entry))
        {
            if (_entries.Count >= Most)
            {
                _entries.Remove(_entries.MinBy(static known => known.Value.UsedAt).Key);
            }

            _entries[key] = entry = new(clock);
        }

        entry.UsedAt = clock.GetTimestamp();
        return entry;
    }
}
