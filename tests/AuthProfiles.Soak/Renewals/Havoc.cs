using AuthProfiles.Soak.Reporting;
using AuthProfiles.Soak.Server;

namespace AuthProfiles.Soak.Renewals;

/// <summary>Kills and pauses workers: at any moment, and in the middle of a renewal.</summary>
internal sealed class Havoc(IReadOnlyList<WorkerSlot> slots, int seed)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan AimLimit = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);
    private TaskCompletionSource<Redemption>? _aim;
    private int _pauses;

    public int Pauses => _pauses;

    /// <summary>Is told of each redemption before its answer is sent.</summary>
    public Task NoteAsync(Redemption redemption)
    {
        TaskCompletionSource<Redemption>? aim;
        lock (_gate)
        {
            (aim, _aim) = (_aim, null);
        }

        // What follows runs here, before the answer.
        aim?.TrySetResult(redemption);
        return Task.CompletedTask;
    }

    /// <summary>Goes on until the end; whoever is paused then is resumed.</summary>
    public async Task RunAsync(CancellationToken ended)
    {
        try
        {
            while (true)
            {
                await Until.PassAsync(TimeSpan.FromMilliseconds(_random.Next(100, 600)), ended);
                var slot = _random.Next(2) == 0 ? slots[_random.Next(slots.Count)] : await AimAsync(ended);
                if (_random.Next(2) == 0)
                {
                    slot.Replace();
                }
                else
                {
                    await PauseAsync(slot, LongestPause * _random.NextDouble(), ended);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    // Waits for a redemption, and half of the time until its answer is about to be written.
    private async Task<WorkerSlot> AimAsync(CancellationToken ended)
    {
        var aim = new TaskCompletionSource<Redemption>();
        lock (_gate)
        {
            _aim = aim;
        }

        try
        {
            var redemption = await aim.Task.WaitAsync(AimLimit, TimeProvider.System, ended);
            if (_random.Next(2) == 0)
            {
                await Until.PassAsync(RenewalPlan.LongestAnswer * _random.NextDouble(), ended);
            }

            return slots.FirstOrDefault(slot => slot.Name == redemption.Worker) ?? slots[0];
        }
        catch (TimeoutException)
        {
            return slots[_random.Next(slots.Count)];
        }
    }

    private async Task PauseAsync(WorkerSlot slot, TimeSpan time, CancellationToken ended)
    {
        _pauses++;
        slot.Pause();
        try
        {
            await Until.PassAsync(time, ended);
        }
        finally
        {
            slot.Resume();
        }
    }
}
