namespace AuthProfiles.Verification;

/// <summary>Keeps the first bytes of what is read through it. Disposing it disposes the stream below.</summary>
internal sealed class RecordingStream(Stream inner) : Stream
{
    /// <summary>The most that is kept: more than is shown, so that what is cut in two at the end can be told.</summary>
    private const int Limit = 16 * 1024;

    private readonly byte[] _kept = new byte[Limit];
    private int _length;

    public ReadOnlySpan<byte> Kept => _kept.AsSpan(0, _length);

    /// <summary>Gets a value indicating whether all has been read that is kept, so that there may be more.</summary>
    public bool IsFull => _length == Limit;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Keep(buffer[..read]);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Keep(buffer.Span[..read]);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Keep(ReadOnlySpan<byte> read)
    {
        var kept = read[..Math.Min(read.Length, Limit - _length)];
        kept.CopyTo(_kept.AsSpan(_length));
        _length += kept.Length;
    }
}
