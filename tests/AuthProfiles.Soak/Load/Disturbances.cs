using AuthProfiles.Soak.Reporting;

namespace AuthProfiles.Soak.Load;

/// <summary>What happens by the clock and to everybody: the authorization server goes down, and the wall clock jumps.</summary>
internal sealed class Disturbances(JumpingClock clock, LoadBook book) : IAsyncDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Down = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenDowns = TimeSpan.FromSeconds(55);
    private static readonly TimeSpan BetweenJumps = TimeSpan.FromSeconds(7);

    private readonly CancellationTokenSource _end = new();
    private volatile bool _isProviderDown;
    private long _lastDown;
    private Task _running = Task.CompletedTask;

    public bool IsProviderDown => _isProviderDown;

    /// <summary>Says whether the authorization server was down lately: then token requests may have failed of which it knows nothing.</summary>
    public bool WasProviderDown(TimeSpan lately) => _isProviderDown || (Volatile.Read(ref _lastDown) is var last && last != 0 && TimeProvider.System.GetElapsedTime(last) <= lately);

    public void Start() => _running = Task.WhenAll(RunAsync(GoDownAsync), RunAsync(JumpAsync));

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running;
        _end.Dispose();
    }

    private static async Task RunAsync(Func<Task> disturb)
    {
        try
        {
            await disturb();
        }
        catch (OperationCanceledException)
        {
            // The run has ended.
        }
    }

    private async Task GoDownAsync()
    {
        await Until.PassAsync(Quiet, _end.Token);
        while (true)
        {
            _isProviderDown = true;
            await Until.PassAsync(Down, _end.Token);
            Volatile.Write(ref _lastDown, TimeProvider.System.GetTimestamp());
            _isProviderDown = false;
            await Until.PassAsync(BetweenDowns, _end.Token);
        }
    }

    private async Task JumpAsync()
    {
        for (var number = 0; ; number++)
        {
            await Until.PassAsync(number == 0 ? Quiet / 2 : BetweenJumps, _end.Token);
            clock.Jump(number);
            book.Add(FaultKind.ClockJump);
        }
    }
}
