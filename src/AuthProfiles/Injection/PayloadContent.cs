using System.Net;
using AuthProfiles.Resilience;

namespace AuthProfiles.Injection;

/// <summary>The body that goes out: the caller's, with a credential in it. It never disposes the caller's content.</summary>
/// <remarks>
/// It can be written any number of times. The transport may still be writing it when the answer is already there (HTTP/2), so what it
/// holds is given back only when the request is restored and no write is under way.
/// </remarks>
internal abstract class PayloadContent : HttpContent, IUndo
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly HttpContent _callers;
    private readonly bool? _callersChunking;
    private TaskCompletionSource? _waiting;
    private int _holders = 1;
    private int _restored;
    private volatile bool _ended;
    private volatile bool _broken;

    protected PayloadContent(HttpRequestMessage request)
    {
        _callers = request.Content!;
        _callersChunking = request.Headers.TransferEncodingChunked;
        foreach (var (name, values) in _callers.Headers.NonValidated)
        {
            if (!string.Equals(name, "Content-Length", StringComparison.OrdinalIgnoreCase))
            {
                HeaderLine.TryWrite(Headers, name, values.ToString());
            }
        }
    }

    /// <summary>Gets a value indicating whether the first write has ended, well or not. Before that the body must not be sent again.</summary>
    public bool SerializationEnded => _ended;

    /// <summary>Waits for the end of the first write, and returns false if that takes more than <see cref="LongestWait"/>.</summary>
    public async ValueTask<bool> HasEndedAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        if (_ended)
        {
            return true;
        }

        var waiting = Volatile.Read(ref _waiting);
        if (waiting is null)
        {
            var created = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting = Interlocked.CompareExchange(ref _waiting, created, null) ?? created;
        }

        // The write may have ended while nobody was waiting yet.
        if (_ended)
        {
            waiting.TrySetResult();
        }

        try
        {
            await waiting.Task.WaitAsync(LongestWait, clock, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Gives the caller's content back to the request. The platform marks a request as chunked when a body's length is unknown; that goes too.</summary>
    public void Undo(HttpRequestMessage request)
    {
        request.Content = _callers;
        if (request.Headers.TransferEncodingChunked != _callersChunking)
        {
            request.Headers.TransferEncodingChunked = _callersChunking;
        }

        if (Interlocked.Exchange(ref _restored, 1) == 0)
        {
            Leave();
            if (IsBeingWritten())
            {
                Resendable.HoldBack(request, IsBeingWritten);
            }
        }
    }

    protected abstract Task WriteAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken);

    protected abstract void Write(Stream stream, TransportContext? context, CancellationToken cancellationToken);

    /// <summary>Gives back what the content holds. Called once, when it is neither on a request nor being written.</summary>
    protected virtual void Release()
    {
    }

    protected sealed override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected sealed override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Enter();
        try
        {
            await WriteAsync(stream, context, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _broken = true;
            throw;
        }
        finally
        {
            End();
        }
    }

    protected sealed override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Enter();
        try
        {
            Write(stream, context, cancellationToken);
        }
        catch
        {
            _broken = true;
            throw;
        }
        finally
        {
            End();
        }
    }

    // Asked when the request has given up its hold.
    private bool IsBeingWritten() => !_ended && Volatile.Read(ref _holders) > 0;

    private void Enter()
    {
        for (var holders = Volatile.Read(ref _holders); ; holders = Volatile.Read(ref _holders))
        {
            ObjectDisposedException.ThrowIf(holders == 0, this);
            if (Interlocked.CompareExchange(ref _holders, holders + 1, holders) == holders)
            {
                return;
            }
        }
    }

    private void End()
    {
        _ended = true;
        Interlocked.MemoryBarrier();
        Volatile.Read(ref _waiting)?.TrySetResult();
        Leave();
    }

    // After a write that was broken off, the transport may still hold on to the memory it was given: then it is left to the garbage collector.
    private void Leave()
    {
        if (Interlocked.Decrement(ref _holders) == 0 && !_broken)
        {
            Release();
        }
    }
}
