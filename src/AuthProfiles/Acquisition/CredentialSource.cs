using System.Diagnostics.CodeAnalysis;
using AuthProfiles.Connections;
using AuthProfiles.Diagnostics;

namespace AuthProfiles.Acquisition;

/// <summary>Holds the credentials of one profile, one for each connection, and acquires and renews them.</summary>
/// <remarks>
/// For each connection one acquisition runs at a time, detached from its callers: a caller that gives up stops waiting and
/// ends nothing. Thread-safe.
/// </remarks>
internal sealed class CredentialSource : IDisposable, IAsyncDisposable
{
    /// <summary>How long disposal waits for grants that are on their way or not saved yet.</summary>
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(10);

    private readonly EntryTable _entries = new();
    private readonly TimeProvider _clock;
    private SourceParts? _parts;
    private volatile bool _isDisposed;

    public CredentialSource(IAuthorizationProfile profile, SourceEnvironment environment)
    {
        Profile = profile;
        Environment = environment;
        _clock = environment.Clock;
    }

    public IAuthorizationProfile Profile { get; }

    public TimeProvider Clock => _clock;

    /// <summary>Gets what the source works with, for another source of the same profile.</summary>
    public SourceEnvironment Environment { get; }

    public ConnectionFinder Finder => Parts.Finder;

    private SourceParts Parts => Volatile.Read(ref _parts) ?? LazyInitializer.EnsureInitialized(ref _parts, MakeParts);

    private ProfileTraits Traits => Profile.Definition.Traits;

    /// <summary>Says whether a good credential is at hand. Takes no lock and allocates nothing.</summary>
    public bool TryGetWarm(ConnectionName name, [NotNullWhen(true)] out HeldCredential? held)
    {
        if (_entries.TryGet(name, out var entry) && entry.Held is { } found && found.IsGood(_clock))
        {
            entry.Touch();
            held = found;
            return true;
        }

        held = null;
        return false;
    }

    /// <summary>Says whether the connection has been found before, or is found without waiting.</summary>
    /// <exception cref="AuthorizationException">The connection's values are not fit for their places.</exception>
    public bool TryGetTarget(ConnectionName name, [NotNullWhen(true)] out ConnectionTarget? target)
    {
        target = _entries.TryGet(name, out var known) ? known.Target : null;
        if (target is not null && !IsStale(known!, target))
        {
            return true;
        }

        target = Parts.Finder.AimAtOnce(name, target?.Grant);
        if (target is not null)
        {
            _entries.GetOrAdd(name).Target = target;
        }

        return target is not null;
    }

    /// <summary>Finds the connection.</summary>
    /// <exception cref="AuthorizationException">Nobody knows it, or its values are not fit for their places.</exception>
    public ValueTask<ConnectionTarget> GetTargetAsync(ConnectionName name, CancellationToken cancellationToken) =>
        TryGetTarget(name, out var target) ? new(target) : FindTargetAsync(name, cancellationToken);

    /// <summary>Returns a good credential, acquiring it if there is none.</summary>
    /// <param name="name">Whose.</param>
    /// <param name="cancellationToken">Ends this caller's wait, and nothing else.</param>
    /// <exception cref="AuthorizationException">There is none to be had.</exception>
    public ValueTask<HeldCredential> AcquireAsync(ConnectionName name, CancellationToken cancellationToken)
    {
        if (TryGetWarm(name, out var warm))
        {
            return new(warm);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var entry = _entries.GetOrAdd(name);
        return Traits.AnswersAtOnce && TryGetTarget(name, out var target) && !IsToBeRead(entry, target) ? new(Parts.Renewal.AcquireAtOnce(entry, target)) : Parts.Renewal.AcquireAsync(entry, cancellationToken);
    }

    /// <summary>Returns a credential for a synchronous send: one that is warm, or that is made without any input or output.</summary>
    /// <returns>The credential, or null where it would have to be waited for.</returns>
    public HeldCredential? AcquireAtOnce(ConnectionName name)
    {
        if (TryGetWarm(name, out var warm))
        {
            return warm;
        }

        if (Traits.AnswersAtOnce && TryGetTarget(name, out var target) && _entries.GetOrAdd(name) is var known && !IsToBeRead(known, target))
        {
            return Parts.Renewal.AcquireAtOnce(known, target);
        }

        return _entries.TryGet(name, out var entry) ? Parts.Renewal.AcquireInUse(entry) : null;
    }

    /// <summary>Returns another credential than the one that the service refused, or null where there is none to be had now.</summary>
    /// <param name="name">Whose.</param>
    /// <param name="refused">The credential that was refused.</param>
    /// <param name="cancellationToken">Ends this caller's wait, and nothing else.</param>
    /// <exception cref="AuthorizationRequiredException">The provider has ended the connection: its owner must authorize again.</exception>
    public async ValueTask<HeldCredential?> RenewAsync(ConnectionName name, HeldCredential refused, CancellationToken cancellationToken)
    {
        Parts.Log.Refused(name);
        Parts.Meter.Refused();
        if (!Traits.Renewable)
        {
            return null;
        }

        try
        {
            // A key, or a token that somebody else caches, may come back the same: sent again, it would only be refused again.
            var renewed = await Parts.Renewal.RenewAsync(_entries.GetOrAdd(name), refused, cancellationToken).ConfigureAwait(false);
            return renewed?.Credential.IsSameAs(refused.Credential) ?? true ? null : renewed;
        }
        catch (AuthorizationException error) when (error is not AuthorizationRequiredException || (_entries.TryGet(name, out var entry) && entry.Held is not null))
        {
            // The caller gets the service's own refusal, which says more about its request than the failed renewal does.
            return null;
        }
    }

    /// <summary>Notes that the service has refused a credential that was acquired for this very request.</summary>
    public void RefusedAgain(ConnectionName name)
    {
        if (_entries.TryGet(name, out var entry) && entry.IsFirst(AcquisitionWarning.FreshRefused))
        {
            Parts.Log.Warned(name, AcquisitionWarning.FreshRefused);
        }
    }

    /// <summary>Returns a finding for each value that the developer's own connection lacks, where nobody else's is declared.</summary>
    /// <remarks>By parts of its own, which are gone afterwards: every profile is asked at the start.</remarks>
    public IEnumerable<SettingFinding> FindMissing(bool looksInSettings)
    {
        using var parts = MakeParts();
        return parts.Finder.FindMissing(looksInSettings);
    }

    /// <summary>Forgets what is held of a connection, so that the next use finds it as it is now. An acquisition under way serves those who wait for it already.</summary>
    public void Forget(ConnectionName name) => _entries.Remove(name);

    /// <summary>Ends the acquisitions under way. Those whose grants are kept go on to their end, and nobody waits for it.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        Volatile.Read(ref _parts)?.Dispose();
    }

    /// <summary>Lets grants that are on their way arrive and be saved, for ten seconds at the most, and ends the other acquisitions.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Traits.KeepsGrant && _entries.All.Any(static entry => entry.IsNeeded))
        {
            var arrivals = Task.WhenAll(_entries.All.Select(SettleAsync));
            using var limit = new CancellationTokenSource(DrainLimit, _clock);
            await arrivals.WaitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Dispose();
    }

    // What was read from the store may be another there by now, and only a look tells.
    private static bool IsToBeRead(CredentialEntry entry, ConnectionTarget target) => entry.Held is not null && target.Stored is not null;

    // A credential in use goes with the connection that it was acquired for.
    private bool IsStale(CredentialEntry entry, ConnectionTarget target) =>
        !(entry.Held is { } held && (held.IsGood(_clock) || held.IsAlive(_clock))) && target.IsGiven && !Traits.KeepsGrant;

    // A source that is used after its end fails as one does whose acquisitions were ended.
    private SourceParts MakeParts()
    {
        var parts = new SourceParts(Profile, Environment);
        if (_isDisposed)
        {
            parts.Dispose();
        }

        return parts;
    }

    private async Task SettleAsync(CredentialEntry entry)
    {
        if (entry.Flight is { } flight)
        {
            await ((Task)flight).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Parts.Keeper.SaveAsync(entry).ConfigureAwait(false);
    }

    private async ValueTask<ConnectionTarget> FindTargetAsync(ConnectionName name, CancellationToken cancellationToken)
    {
        // Taken before the read: what is forgotten meanwhile may be another by now, and nobody finds this entry any longer.
        var entry = _entries.GetOrAdd(name);
        var target = await Parts.Finder.FindAsync(name, cancellationToken).ConfigureAwait(false);
        if (!target.LacksAddress)
        {
            entry.Target = target;
        }

        return target;
    }
}
