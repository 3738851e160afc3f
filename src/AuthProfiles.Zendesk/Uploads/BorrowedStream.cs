namespace AuthProfiles.Zendesk.Uploads;

/// <summary>The caller's stream for the time of one call: disposing it leaves the caller's open, and nothing reads that any more.</summary>
/// <param name="inner">The caller's.</param>
internal sealed class BorrowedStream(Stream inner) : Stream
{
    private volatile bool _isOver;

    public override bool CanRead => !_isOver && inner.CanRead;

    public override bool CanSeek => !_isOver && inner.CanSeek;

    public override bool CanWrite => false;

    public override long Length => Inner.Length;

    public override long Position
    {
        get => Inner.Position;
        set => Inner.Position = value;
    }

    private Stream Inner => _isOver ? throw new ObjectDisposedException(nameof(BorrowedStream)) : inner;

    public override int Read(byte[] buffer, int offset, int count) => Inner.Read(buffer, offset, count);

    public override int Read(Span<byte> buffer) => Inner.Read(buffer);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Inner.ReadAsync(buffer, offset, count, cancellationToken);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Inner.ReadAsync(buffer, cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => Inner.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _isOver = true;
        base.Dispose(disposing);
    }
}
