namespace AuthProfiles.Zendesk.Tests.Support;

/// <summary>A connection that breaks as soon as the body is read.</summary>
internal sealed class BrokenStream : MemoryStream
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("broken");
}
