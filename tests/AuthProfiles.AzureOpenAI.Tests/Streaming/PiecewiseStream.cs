namespace AuthProfiles.AzureOpenAI.Tests.Streaming;

/// <summary>A body that comes at once, in pieces that end at given places or are of a given length.</summary>
internal sealed class PiecewiseStream(byte[] body, int longest = int.MaxValue, int cut = int.MaxValue) : MemoryStream(body, writable: false)
{
    public override int Read(Span<byte> buffer)
    {
        var upTo = Position < cut ? cut - Position : long.MaxValue;
        return base.Read(buffer[..(int)Math.Min(buffer.Length, Math.Min(longest, upTo))]);
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
}
