using System.Diagnostics;

namespace AuthProfiles.Soak.Processes;

/// <summary>Another process of this program. It ends when its standard input does, so that none outlives this one.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan KillLimit = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly Task _reading;

    private ChildProcess(Process process, Action<string> hear)
    {
        _process = process;
        _reading = ReadAsync(process.StandardOutput, hear);
    }

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>Starts one.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="hear">Is given each whole line that it says, one after the other.</param>
    /// <param name="before">A program that starts it in turn, or nothing.</param>
    public static ChildProcess Start(IEnumerable<string> arguments, Action<string> hear, params IEnumerable<string> before)
    {
        var process = Process.Start(Launch.Describe(before, arguments)) ?? throw new InvalidOperationException("The process did not start.");
        return new(process, hear);
    }

    /// <summary>Ends it at once, as <c>kill -9</c> does.</summary>
    public void Kill() => _process.Kill();

    public void Pause()
    {
        if (!_process.HasExited)
        {
            Signals.Pause(_process.Id);
        }
    }

    public void Resume()
    {
        if (!_process.HasExited)
        {
            Signals.Resume(_process.Id);
        }
    }

    /// <summary>Waits for its end, and for all that it has said.</summary>
    /// <returns>False where it had to be killed at the limit.</returns>
    public async Task<bool> WaitAsync(TimeSpan limit)
    {
        using var over = new CancellationTokenSource(limit, TimeProvider.System);
        var isInTime = true;
        try
        {
            await _process.WaitForExitAsync(over.Token);
        }
        catch (OperationCanceledException)
        {
            isInTime = false;
            _process.Kill();
        }

        await _reading.WaitAsync(KillLimit, TimeProvider.System);
        return isInTime;
    }

    /// <summary>Asks it to end, and waits for that.</summary>
    /// <returns>False where it had to be killed at the limit.</returns>
    public Task<bool> EndAsync(TimeSpan limit)
    {
        _process.StandardInput.Close();
        return WaitAsync(limit);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _reading.WaitAsync(KillLimit, TimeProvider.System).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _process.Dispose();
    }

    private static async Task ReadAsync(StreamReader output, Action<string> hear)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            if (Voice.Understand(line) is { } said)
            {
                hear(said);
            }
        }
    }
}
