namespace AuthProfiles.Infrastructure;

/// <summary>A seekable stream whose first reading stops in its middle until the test lets it go on, as a slow disk's would: whoever cancels it.</summary>
internal sealed class PausingStream(byte[] bytes, Task goOn) : MemoryStream(bytes)
{
    private int _paused;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= Length / 4 && Interlocked.Exchange(ref _paused, 1) == 0)
        {
            await goOn;
        }

        return await base.ReadAsync(buffer, CancellationToken.None);
    }

    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        for (var read = await ReadAsync(buffer, cancellationToken); read > 0; read = await ReadAsync(buffer, cancellationToken))
        {
            await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }
}
