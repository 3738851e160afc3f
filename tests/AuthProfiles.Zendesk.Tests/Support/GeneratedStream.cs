namespace AuthProfiles.Zendesk.Tests.Support;

/// <summary>A file that is made while it is read, and can't be read twice.</summary>
internal sealed class GeneratedStream(long length) : Stream
{
    private const int Period = 251;

    private static readonly byte[] Pattern = [.. Enumerable.Range(0, 1024 * Period).Select(static index => (byte)(index % Period))];

    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _position; set => throw new NotSupportedException(); }

    public bool IsDisposed { get; private set; }

    /// <summary>Returns bytes of such a file from a place on, as many as there are at hand.</summary>
    public static ReadOnlySpan<byte> From(long position, int most)
    {
        var start = (int)(position % Period);
        return Pattern.AsSpan(start, Math.Min(most, Pattern.Length - start));
    }

    public override int Read(byte[] buffer, int offset, int count) => Fill(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Fill(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer, offset, count));

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

    private int Fill(Span<byte> buffer)
    {
        var bytes = From(_position, (int)Math.Min(buffer.Length, length - _position));
        bytes.CopyTo(buffer);
        _position += bytes.Length;
        return bytes.Length;
    }
}
