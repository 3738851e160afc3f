using System.Globalization;

namespace AuthProfiles.Connections;

/// <summary>Lets one caller of one process at a time change a connection. A fixed number of lock files serves all connections.</summary>
/// <remarks>The kernel's lock ends with the process that has it, so nothing of a dead one is left to be cleared.</remarks>
internal sealed class FileGates(FileFolder folder, TimeProvider clock)
{
    private const int Stripes = 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(5);

    private readonly SemaphoreSlim[] _inside = [.. Enumerable.Range(0, Stripes).Select(static _ => new SemaphoreSlim(1, 1))];

    /// <summary>Waits for the right, no longer than 10 seconds.</summary>
    /// <exception cref="AuthorizationException">Somebody holds it for longer.</exception>
    public async ValueTask<FileGate> EnterAsync(string place, ConnectionKey key, CancellationToken cancellationToken)
    {
        if (TryEnter(place) is { } free)
        {
            return free;
        }

        using var deadline = new CancellationTokenSource(Longest, clock);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await WaitAsync(place, ends.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw FileFailure.Busy(folder, key, Longest);
        }
    }

    /// <summary>Takes the right if nobody has it.</summary>
    public FileGate? TryEnter(string place)
    {
        var stripe = StripeOf(place);
        var inside = _inside[stripe];
        if (!inside.Wait(0, CancellationToken.None))
        {
            return null;
        }

        FileStream? file = null;
        try
        {
            file = PrivateFile.TryLock(folder.LockOf(stripe));
            return file is null ? null : new(file, inside);
        }
        finally
        {
            if (file is null)
            {
                inside.Release();
            }
        }
    }

    // In this process in turn; among processes, who asks in the right moment: the kernel keeps no queue that can be waited in for a while only.
    private async ValueTask<FileGate> WaitAsync(string place, CancellationToken cancellationToken)
    {
        var stripe = StripeOf(place);
        var inside = _inside[stripe];
        await inside.WaitAsync(cancellationToken).ConfigureAwait(false);
        FileStream? file = null;
        try
        {
            for (var pause = TimeSpan.FromMilliseconds(1); (file = PrivateFile.TryLock(folder.LockOf(stripe))) is null; pause = pause < LongestPause ? pause * 1.5 : LongestPause)
            {
                await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(false);
            }

            return new(file, inside);
        }
        finally
        {
            if (file is null)
            {
                inside.Release();
            }
        }
    }

    private static int StripeOf(string place) => int.Parse(place.AsSpan(0, 3), NumberStyles.HexNumber, CultureInfo.InvariantCulture) % Stripes;
}
