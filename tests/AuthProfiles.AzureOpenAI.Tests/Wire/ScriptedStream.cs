namespace AuthProfiles.AzureOpenAI.Tests.Wire;

/// <summary>A body that comes in pieces, waits for each to be let go, or never ends.</summary>
internal sealed class ScriptedStream(params Func<CancellationToken, Task<byte[]>>[] steps) : Stream
{
    private int _next;
    private byte[] _rest = [];

    public bool IsDisposed { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public static Task<byte[]> Bytes(string text) => Task.FromResult(System.Text.Encoding.UTF8.GetBytes(text));

    public static async Task<byte[]> Never(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        return [];
    }

    /// <summary>A piece that comes when the gate opens, at once and on the thread that opens it.</summary>
    public static Func<CancellationToken, Task<byte[]>> Behind(TaskCompletionSource<byte[]> gate) => async cancellationToken =>
    {
        await using var registration = cancellationToken.Register(() => gate.TrySetCanceled(cancellationToken));
        return await gate.Task;
    };

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_rest.Length == 0)
        {
            _rest = _next == steps.Length ? [] : await steps[_next++](cancellationToken);
        }

        var count = Math.Min(buffer.Length, _rest.Length);
        _rest.AsSpan(0, count).CopyTo(buffer.Span);
        _rest = _rest[count..];
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
