using System.Diagnostics.CodeAnalysis;
using AuthProfiles.Connections;

namespace AuthProfiles.Acquisition;

/// <summary>Holds the credentials of one profile, one for each connection, and acquires and renews them.</summary>
/// <remarks>
/// For each connection one acquisition runs at a time, detached from its callers: a caller that gives up stops waiting and
/// ends nothing. Thread-safe.
/// </remarks>
internal sealed class CredentialSource : IDisposable
{
    /// <summary>A credential that followed a refusal is not renewed again for a refusal within this time.</summary>
    private static readonly TimeSpan RenewalPause = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan AcquisitionLimit = TimeSpan.FromSeconds(60);

    private readonly EntryTable _entries = new();
    private readonly CancellationTokenSource _disposal = new();
    private readonly SourceEnvironment _environment;
    private readonly ConnectionFinder _finder;
    private readonly TimeProvider _clock;

    public CredentialSource(IAuthorizationProfile profile, SourceEnvironment environment)
    {
        Profile = profile;
        _environment = environment;
        _finder = new(profile.Definition, environment);
        _clock = environment.Clock;
    }

    public IAuthorizationProfile Profile { get; }

    public TimeProvider Clock => _clock;

    /// <summary>Gets what the source works with, for another source of the same profile.</summary>
    public SourceEnvironment Environment => _environment;

    public ConnectionFinder Finder => _finder;

    private ProfileDefinition Definition => Profile.Definition;

    private CredentialLog Log => new(_environment.Logger, Definition.Name);

    /// <summary>Says whether a good credential is at hand. Takes no lock and allocates nothing.</summary>
    public bool TryGetWarm(ConnectionName name, [NotNullWhen(true)] out HeldCredential? held)
    {
        if (_entries.TryGet(name, out var entry) && entry.Held is { } found
            && (found.SoftExpiry == HeldCredential.Never || _clock.GetTimestamp() < found.SoftExpiry))
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
        if (target is null && _finder.FindAtOnce(name) is { } connection)
        {
            target = _entries.GetOrAdd(name).Target = _finder.Aim(connection, version: 0);
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
        return Definition.Traits.AnswersAtOnce && TryGetTarget(name, out var target)
            ? new(AcquireAtOnce(_entries.GetOrAdd(name), target))
            : WaitForAsync(_entries.GetOrAdd(name), cancellationToken);
    }

    /// <summary>Returns a credential for a synchronous send: one that is warm, or that is made without any input or output.</summary>
    /// <returns>The credential, or null where it would have to be waited for.</returns>
    public HeldCredential? AcquireAtOnce(ConnectionName name)
    {
        if (TryGetWarm(name, out var warm))
        {
            return warm;
        }

        if (Definition.Traits.AnswersAtOnce && TryGetTarget(name, out var target))
        {
            return AcquireAtOnce(_entries.GetOrAdd(name), target);
        }

        return _entries.TryGet(name, out var entry) && IsAlive(entry.Held) ? entry.Held : null;
    }

    /// <summary>Returns another credential than the one that the service refused, or null where there is none to be had now.</summary>
    /// <param name="name">Whose.</param>
    /// <param name="refused">The credential that was refused.</param>
    /// <param name="cancellationToken">Ends this caller's wait, and nothing else.</param>
    public async ValueTask<HeldCredential?> RenewAsync(ConnectionName name, HeldCredential refused, CancellationToken cancellationToken)
    {
        Log.Refused(name);
        if (!Definition.Traits.Renewable)
        {
            return null;
        }

        var entry = _entries.GetOrAdd(name);
        Task<HeldCredential> flight;
        lock (entry.Gate)
        {
            if (entry.Held is { } held && !ReferenceEquals(held, refused))
            {
                return IsAlive(held) && !held.Credential.IsSameAs(refused.Credential) ? held : null;
            }

            if (refused.AfterRefusal && _clock.GetElapsedTime(refused.AcquiredAt) < RenewalPause)
            {
                return null;
            }

            if (HeldBack(entry) is not null)
            {
                return null;
            }

            flight = FlightOf(entry, refused);
        }

        try
        {
            // A key, or a token that somebody else caches, may come back the same: sent again, it would only be refused again.
            var renewed = await flight.WaitAsync(cancellationToken).ConfigureAwait(false);
            return renewed.Credential.IsSameAs(refused.Credential) ? null : renewed;
        }
        catch (AuthorizationException)
        {
            // The caller gets the service's own refusal, which says more about its request than the failed renewal does.
            return null;
        }
    }

    /// <summary>Returns a sentence for each value that the developer's own connection lacks, where nobody else's is declared.</summary>
    public IEnumerable<string> FindMissing(bool looksInSettings) => _finder.FindMissing(looksInSettings);

    /// <summary>Forgets what is held of a connection, so that the next use finds it as it is now. An acquisition under way serves those who wait for it already.</summary>
    public void Forget(ConnectionName name) => _entries.Remove(name);

    /// <summary>Ends the acquisitions under way.</summary>
    public void Dispose()
    {
        _disposal.Cancel();
        _disposal.Dispose();
    }

    private async ValueTask<ConnectionTarget> FindTargetAsync(ConnectionName name, CancellationToken cancellationToken)
    {
        var stored = await _finder.FindAsync(name, cancellationToken).ConfigureAwait(false);
        return _entries.GetOrAdd(name).Target = _finder.Aim(stored.Connection, stored.Version);
    }

    private HeldCredential AcquireAtOnce(CredentialEntry entry, ConnectionTarget target)
    {
        var acquiring = Profile.AcquireAsync(RequestFor(target, isRenewal: false), CancellationToken.None);
        if (!acquiring.IsCompleted)
        {
            throw new InvalidOperationException($"Profile '{Definition.Name}' says that it answers at once and does not.");
        }

#pragma warning disable CA1849 // It is completed: there is nothing to wait for.
        return entry.Held = Hold(acquiring.Result.Credential, target, refused: null);
#pragma warning restore CA1849
    }

    private async ValueTask<HeldCredential> WaitForAsync(CredentialEntry entry, CancellationToken cancellationToken)
    {
        Task<HeldCredential> flight;
        lock (entry.Gate)
        {
            var held = entry.Held;
            if (held is not null && _clock.GetTimestamp() < held.SoftExpiry)
            {
                return held;
            }

            var failure = HeldBack(entry);
            if (IsAlive(held))
            {
                // Soft expiry: the old credential serves while the new one is on its way, or while a failure holds it back.
                if (failure is null)
                {
                    _ = FlightOf(entry, refused: null);
                }

                return held!;
            }

            if (failure is not null)
            {
                throw Again(failure);
            }

            flight = FlightOf(entry, refused: null);
        }

        return await flight.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private bool IsAlive(HeldCredential? held) =>
        held is not null && (held.HardExpiry == HeldCredential.Never || _clock.GetTimestamp() < held.HardExpiry);

    private AcquisitionFailure? HeldBack(CredentialEntry entry) =>
        entry.Failure is { } failure && _clock.GetTimestamp() < failure.Until ? failure : null;

    // Under the entry's gate.
    private Task<HeldCredential> FlightOf(CredentialEntry entry, HeldCredential? refused)
    {
        if (entry.Flight is { } flight)
        {
            return flight;
        }

        // The first caller's culture, activity and other ambient state are not the later callers': none is taken along.
        var restore = ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow();
        try
        {
            return entry.Flight = Task.Run(() => FlyAsync(entry, refused));
        }
        finally
        {
            restore?.Undo();
        }
    }

    private async Task<HeldCredential> FlyAsync(CredentialEntry entry, HeldCredential? refused)
    {
        try
        {
            var held = await AcquireAloneAsync(entry, refused).ConfigureAwait(false);
            lock (entry.Gate)
            {
                entry.Held = held;
                entry.Failure = null;
                entry.Flight = null;
            }

            return held;
        }
        catch (AuthorizationException error)
        {
            TimeSpan pause;
            lock (entry.Gate)
            {
                var attempts = (entry.Failure?.Attempts ?? 0) + 1;
                pause = BackOff.Pause(attempts, error.RetryAfter, _environment.NextRandom());
                entry.Failure = new(error, attempts, _clock.GetTimestamp() + Lifetime.Ticks(pause, _clock));
                entry.Flight = null;
            }

            Log.Failed(entry.Name, error, pause, isServed: IsAlive(entry.Held));
            throw;
        }
    }

    private async Task<HeldCredential> AcquireAloneAsync(CredentialEntry entry, HeldCredential? refused)
    {
        using var limit = new CancellationTokenSource(AcquisitionLimit, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _disposal.Token);
        try
        {
            var target = await GetTargetAsync(entry.Name, both.Token).ConfigureAwait(false);
            var acquired = await Profile.AcquireAsync(RequestFor(target, entry.Held is not null), both.Token).ConfigureAwait(false);
            if (acquired.Grant is { } grant)
            {
                target = entry.Target = await _finder.KeepAsync(target, grant, both.Token).ConfigureAwait(false);
            }

            return Hold(acquired.Credential, target, refused);
        }
        catch (Exception error) when (both.IsCancellationRequested && error is not AuthorizationException)
        {
            // Whatever a profile makes of the end of its time, such as a time limit of its own that came to its end at the same moment.
            var disposed = _disposal.IsCancellationRequested;
            throw Definition.Failure(
                entry.Name,
                disposed ? AuthorizationErrorKind.Cancelled : AuthorizationErrorKind.Transient,
                disposed ? "the acquisition was ended because the services were disposed" : $"no credential came within {AcquisitionLimit.TotalSeconds:0} seconds",
                error as OperationCanceledException,
                isTransient: !disposed);
        }
        catch (Exception error) when (error is not AuthorizationException)
        {
            // A profile's own exception may quote what it was working with: its type is all that is told.
            throw Definition.Failure(entry.Name, AuthorizationErrorKind.Configuration, $"the profile failed with {error.GetType().Name}");
        }
    }

    private CredentialRequest RequestFor(ConnectionTarget target, bool isRenewal) =>
        new(Definition, target.Values, _environment.TokenClient, _clock, isRenewal) { Metadata = _environment.Metadata };

    private HeldCredential Hold(Credential credential, ConnectionTarget target, HeldCredential? refused)
    {
        var now = _clock.GetTimestamp();
        Log.Acquired(target.Values.Name, credential);
        var (soft, hard) = Lifetime.From(credential.ExpiresAt, _clock, now);
        return new(credential, target, now, soft, hard, afterRefusal: refused is not null);
    }

    // Every caller gets an exception of its own: a shared one would collect the stacks of all of them.
    private AuthorizationException Again(AcquisitionFailure failure)
    {
        var wait = _clock.GetElapsedTime(_clock.GetTimestamp(), failure.Until);
        return failure.Error.Again(wait);
    }
}
