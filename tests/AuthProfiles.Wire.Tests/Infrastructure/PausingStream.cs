namespace AuthProfiles.Infrastructure;

/// <summary>A seekable stream whose first reading stops in its middle until the test lets it go on, as a slow disk's would: whoever cancels it.</summary>
internal sealed class PausingStream(byte[] bytes) : MemoryStream(bytes)
{
    private readonly TaskCompletionSource _pauses = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _wentOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _readings;
    private int _paused;

    /// <summary>Gets a task that ends when the first reading is in its middle.</summary>
    public Task Pauses => _pauses.Task;

    /// <summary>Lets the first reading take its next bytes, and ends when it has them.</summary>
    public Task GoOnAsync(CancellationToken cancellationToken)
    {
        _goOn.TrySetResult();
        return _wentOn.Task.WaitAsync(cancellationToken);
    }

    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        var isFirst = Interlocked.Increment(ref _readings) == 1;
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var pauses = isFirst && Position >= Length / 4 && Interlocked.Exchange(ref _paused, 1) == 0;
            if (pauses)
            {
                _pauses.TrySetResult();
                await _goOn.Task;
            }

            var read = Read(buffer);
            if (pauses)
            {
                _wentOn.TrySetResult();
            }

            if (read == 0)
            {
                return;
            }

            await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }
}
