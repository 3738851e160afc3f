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
    public async ValueTask<FileGate> EnterAsync(string place, ConnectionKey? key, CancellationToken cancellationToken)
    {
#pragma warning disable CA2000 // The caller disposes it.
        var free = TryEnter(place);
#pragma warning restore CA2000
        return free ?? await WaitAsync(place, key, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes the right if nobody has it.</summary>
    public FileGate? TryEnter(string place)
    {
        var stripe = StripeOf(place);
        if (!_inside[stripe].Wait(0, CancellationToken.None))
        {
            return null;
        }

        FileGate? gate = null;
        try
        {
            gate = TryLock(stripe);
            return gate;
        }
        finally
        {
            LeaveWithout(gate, stripe);
        }
    }

    private async ValueTask<FileGate> WaitAsync(string place, ConnectionKey? key, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Longest, clock);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await WaitAsync(StripeOf(place), ends.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw FileFailure.Busy(folder, key, Longest);
        }
    }

    // In this process in turn; among processes, who asks in the right moment: the kernel keeps no queue that can be waited in for a while only.
    private async ValueTask<FileGate> WaitAsync(int stripe, CancellationToken cancellationToken)
    {
        await _inside[stripe].WaitAsync(cancellationToken).ConfigureAwait(false);
        FileGate? gate = null;
        try
        {
#pragma warning disable CA2000 // The caller disposes it.
            for (var pause = TimeSpan.FromMilliseconds(1); (gate = TryLock(stripe)) is null; pause = pause < LongestPause ? pause * 1.5 : LongestPause)
#pragma warning restore CA2000
            {
                await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(false);
            }

            return gate;
        }
        finally
        {
            LeaveWithout(gate, stripe);
        }
    }

    private FileGate? TryLock(int stripe)
    {
        var file = PrivateFile.TryLock(folder.LockOf(stripe));
        try
        {
            var gate = file is null ? null : new FileGate(file, _inside[stripe]);
            file = null;
            return gate;
        }
        finally
        {
            file?.Dispose();
        }
    }

    private void LeaveWithout(FileGate? gate, int stripe)
    {
        if (gate is null)
        {
            _inside[stripe].Release();
        }
    }

    private static int StripeOf(string place) => int.Parse(place.AsSpan(0, 3), NumberStyles.HexNumber, CultureInfo.InvariantCulture) % Stripes;
}
