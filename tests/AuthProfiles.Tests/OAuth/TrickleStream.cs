namespace AuthProfiles.Tests.OAuth;

/// <summary>Gives its bytes in pieces; without bytes it never ends.</summary>
internal sealed class TrickleStream(byte[]? bytes, int piece) : Stream
{
    public int Given { get; private set; }

    public Func<int, Task>? BeforeRead { get; init; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => Given; set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await (BeforeRead?.Invoke(Given) ?? Task.CompletedTask);
        cancellationToken.ThrowIfCancellationRequested();
        return Read(buffer.Span);
    }

    public override int Read(Span<byte> buffer)
    {
        var length = Math.Min(Math.Min(piece, buffer.Length), bytes is null ? int.MaxValue : bytes.Length - Given);
        bytes.AsSpan(bytes is null ? 0 : Given, bytes is null ? 0 : length).CopyTo(buffer);
        Given += length;
        return length;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
