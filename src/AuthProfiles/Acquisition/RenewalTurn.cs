namespace AuthProfiles.Acquisition;

/// <summary>The turn to renew one connection. Giving it back never fails, and takes ten seconds at the longest: a lease that can't be given back ends by itself.</summary>
internal sealed class RenewalTurn : IAsyncDisposable
{
    /// <summary>The turn of a profile that goes on where nobody can say whose turn it is.</summary>
    public static readonly RenewalTurn Alone = new();

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly IRenewalLease? _lease;
    private readonly TimeProvider _clock;

    public RenewalTurn(IRenewalLease lease, TimeProvider clock) => (_lease, _clock) = (lease, clock);

    private RenewalTurn() => _clock = TimeProvider.System;

    public async ValueTask DisposeAsync()
    {
        if (_lease is null)
        {
            return;
        }

        try
        {
            await _lease.DisposeAsync().AsTask().WaitAsync(Limit, _clock).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever a store throws: what was to be done is done, and others wait a little longer.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }
}
