using System.Diagnostics;
using AuthProfiles.Diagnostics;
using AuthProfiles.Profiles;

namespace AuthProfiles.Acquisition;

/// <summary>Runs acquisitions, one at a time for each entry, detached from whoever waits for them: no caller's end, culture or thread is theirs.</summary>
internal sealed class Flights(IAcquisition acquisition, ProfileDefinition definition, SourceEnvironment environment, RenewalRules rules, ProfileMeter meter, CancellationToken disposal)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly CredentialLog _log = new(environment.Logger, definition.Name);

    /// <summary>Returns the acquisition under way, or begins one. Under the entry's gate.</summary>
    public Task<HeldCredential> JoinAsync(CredentialEntry entry, HeldCredential? refused)
    {
        if (entry.Flight is { } flight)
        {
            return flight;
        }

        // No waiter goes on inside of the acquisition: it would hold up its end.
        var landing = new TaskCompletionSource<HeldCredential>(TaskCreationOptions.RunContinuationsAsynchronously);
        entry.Flight = landing.Task;
        var caller = Activity.Current?.Context ?? default;

        // The first caller's culture, activity and other ambient state are not the later callers': none is taken along.
        var restore = ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow();
        try
        {
            _ = Task.Run(() => FlyAsync(entry, refused, landing, caller), CancellationToken.None);
        }
        finally
        {
            restore?.Undo();
        }

        return landing.Task;
    }

    /// <summary>Waits for an acquisition.</summary>
    /// <param name="flight">The acquisition.</param>
    /// <param name="cancellationToken">Ends this wait, and nothing else.</param>
    public ValueTask<HeldCredential> WaitAsync(Task<HeldCredential> flight, CancellationToken cancellationToken) =>
        meter.CountsWaiters ? WaitCountedAsync(flight, cancellationToken) : new(flight.WaitAsync(cancellationToken));

    // Ten thousand callers may wait: what only a meter needs is not made for each of them while nobody listens.
    private async ValueTask<HeldCredential> WaitCountedAsync(Task<HeldCredential> flight, CancellationToken cancellationToken)
    {
        meter.Wait();
        try
        {
            return await flight.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            meter.GoOn();
        }
    }

    private async Task FlyAsync(CredentialEntry entry, HeldCredential? refused, TaskCompletionSource<HeldCredential> landing, ActivityContext caller)
    {
        using var report = new FlightReport(definition, environment.Clock, meter, entry.Held);
        try
        {
            var held = await AcquireAsync(entry, refused, report, caller).ConfigureAwait(false);
            lock (entry.Gate)
            {
                (entry.Held, entry.Failure, entry.Flight) = (held, null, null);
            }

            report.Succeeded(held);
            landing.TrySetResult(held);
        }
        catch (AuthorizationException error)
        {
            var pause = HoldBack(entry, error);
            report.Failed(error);
            _log.Failed(entry.Name, error, pause, isServed: rules.IsAlive(entry.Held));
            landing.TrySetException(error);
        }
        finally
        {
            // Should a listener of the application throw, nobody waits for ever.
            landing.TrySetCanceled(CancellationToken.None);

            // Nobody may be waiting: then the failure is no exception that somebody forgot to look at.
            _ = landing.Task.Exception;
        }
    }

    private TimeSpan HoldBack(CredentialEntry entry, AuthorizationException error)
    {
        lock (entry.Gate)
        {
            // An owner may authorize at any moment, and another look costs a read of the store and no token request: what is dead is not sent again.
            var isForOwner = error.Kind == AuthorizationErrorKind.AuthorizationRequired;
            var attempts = isForOwner ? 1 : (entry.Failure?.Attempts ?? 0) + 1;
            var pause = BackOff.Pause(attempts, error.RetryAfter, environment.NextRandom());
            entry.Failure = new(error, attempts, environment.Clock.GetTimestamp() + Lifetime.Ticks(pause, environment.Clock));
            entry.Flight = null;
            return pause;
        }
    }

    private async Task<HeldCredential> AcquireAsync(CredentialEntry entry, HeldCredential? refused, FlightReport report, ActivityContext caller)
    {
        using var limit = new CancellationTokenSource(Limit, environment.Clock);

        // A grant that is kept may be rotated by now: its acquisition ends by its own limit and not with the services.
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, definition.Traits.KeepsGrant ? CancellationToken.None : disposal);
        try
        {
            disposal.ThrowIfCancellationRequested();
            report.Start(caller);
            return await acquisition.AcquireAsync(entry, refused, both.Token).ConfigureAwait(false);
        }
        catch (Exception error) when ((both.IsCancellationRequested || disposal.IsCancellationRequested) && error is not AuthorizationException)
        {
            // Whatever a profile makes of the end of its time, such as a time limit of its own that came to its end at the same moment.
            var disposed = disposal.IsCancellationRequested;
            throw definition.Failure(
                entry.Name,
                disposed ? AuthorizationErrorKind.Cancelled : AuthorizationErrorKind.Transient,
                disposed ? "the acquisition was ended because the services were disposed" : $"no credential came within {Limit.TotalSeconds:0} seconds",
                error as OperationCanceledException,
                isTransient: !disposed);
        }
        catch (Exception error) when (error is not AuthorizationException)
        {
            throw definition.Failed(entry.Name, error);
        }
    }
}
