namespace AuthProfiles.Zendesk.Tests.Support;

/// <summary>Gives its bytes one at a time, each when it is let, and never ends.</summary>
internal sealed class StalledStream(string beginning) : Stream
{
    private readonly SemaphoreSlim _let = new(0);
    private readonly SemaphoreSlim _reading = new(0);
    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public void LetOneByteCome() => _let.Release();

    public Task UntilItIsReadAsync() => _reading.WaitAsync();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _reading.Release();
        await _let.WaitAsync(cancellationToken);
        buffer.Span[0] = (byte)beginning[_position++];
        return 1;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _let.Dispose();
        _reading.Dispose();
        base.Dispose(disposing);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
