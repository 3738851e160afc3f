namespace AuthProfiles.Zendesk.Tests.Support;

/// <summary>Takes a generated file, checks it, and knows how much of it was on its way at most.</summary>
internal sealed class WatchedSink(GeneratedStream source) : Stream
{
    private long _position;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _position;

    public override long Position { get => _position; set => throw new NotSupportedException(); }

    public long MostOnItsWay { get; private set; }

    public bool IsDamaged { get; private set; }

    public override void Write(byte[] buffer, int offset, int count) => Take(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Take(buffer.Span);
        return default;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Take(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Take(ReadOnlySpan<byte> bytes)
    {
        MostOnItsWay = Math.Max(MostOnItsWay, source.Position - _position);
        while (bytes.Length > 0)
        {
            var expected = GeneratedStream.From(_position, bytes.Length);
            IsDamaged |= !bytes[..expected.Length].SequenceEqual(expected);
            _position += expected.Length;
            bytes = bytes[expected.Length..];
        }
    }
}
