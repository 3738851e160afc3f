using System.Runtime.CompilerServices;

namespace AuthProfiles.AzureOpenAI.Wire;

/// <summary>Ends the reading of a body that stays silent for too long, or that takes too long as a whole.</summary>
/// <remarks>Not thread-safe: one body, one reader. The timer is made at the first read that has to wait.</remarks>
internal sealed class BodyDeadline : IDisposable
{
    private readonly TimeSpan _idle;
    private readonly TimeSpan _total;
    private readonly TimeProvider _clock;
    private readonly long _started;
    private readonly CancellationTokenSource _source;
    private ITimer? _timer;

    public BodyDeadline(TimeSpan idle, TimeSpan total, TimeProvider clock, CancellationToken cancellationToken)
    {
        _idle = idle;
        _total = total;
        _clock = clock;
        _started = clock.GetTimestamp();
        _source = cancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken) : new CancellationTokenSource();
        Token = _source.Token;
    }

    /// <summary>Gets the token that every step is to be given.</summary>
    public CancellationToken Token { get; }

    /// <summary>Gets a value indicating whether time ran out, whatever exception the reader saw.</summary>
    public bool HasPassed { get; private set; }

    /// <summary>Ends a reading that takes too long as a whole although it never waits for long, or whose body did not heed the token.</summary>
    /// <exception cref="TimeoutException">Time ran out.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled, by the caller or because the body was silent for too long.</exception>
    public void ThrowIfOver()
    {
        Token.ThrowIfCancellationRequested();
        if (_total != Timeout.InfiniteTimeSpan && _clock.GetElapsedTime(_started) >= _total)
        {
            HasPassed = true;
            throw new TimeoutException("The body took too long as a whole.");
        }
    }

    /// <summary>Waits for one step of the reading.</summary>
    public ValueTask<T> WaitAsync<T>(ValueTask<T> step) => step.IsCompleted ? step : WaitOnTimerAsync(step);

    public void Dispose()
    {
        _timer?.Dispose();
        _source.Dispose();
    }

    // Pooled: a stream waits before nearly every piece.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<T> WaitOnTimerAsync<T>(ValueTask<T> step)
    {
        _timer ??= _clock.CreateTimer(static state => ((BodyDeadline)state!).Pass(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(NextWait(), Timeout.InfiniteTimeSpan);
        try
        {
            return await step.ConfigureAwait(false);
        }
        finally
        {
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    private TimeSpan NextWait()
    {
        if (_total == Timeout.InfiniteTimeSpan)
        {
            return _idle;
        }

        var left = _total - _clock.GetElapsedTime(_started);
        return left <= TimeSpan.Zero ? TimeSpan.Zero : left < _idle ? left : _idle;
    }

    private void Pass()
    {
        HasPassed = true;
        try
        {
            _source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The body ended while the timer fired.
        }
    }
}
