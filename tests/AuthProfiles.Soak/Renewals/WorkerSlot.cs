using System.Globalization;
using AuthProfiles.Soak.Processes;

namespace AuthProfiles.Soak.Renewals;

/// <summary>The place of one worker: where one is killed, the next takes it.</summary>
internal sealed class WorkerSlot : IAsyncDisposable
{
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(30);

    private readonly int _number;
    private readonly RenewalPlan _plan;
    private readonly Uri _server;
    private readonly WorkerBook _book;
    private readonly Action<string> _require;
    private readonly List<ChildProcess> _killed = [];
    private ChildProcess _process;
    private int _incarnation;

    /// <param name="number">Its number.</param>
    /// <param name="plan">What is asked of the run.</param>
    /// <param name="server">The server.</param>
    /// <param name="book">Takes down what the workers say.</param>
    /// <param name="require">Is given each user who must authorize again, as often as a worker says so.</param>
    public WorkerSlot(int number, RenewalPlan plan, Uri server, WorkerBook book, Action<string> require)
    {
        (_number, _plan, _server, _book, _require) = (number, plan, server, book, require);
        _process = Start();
    }

    /// <summary>Gets the name of the worker that is here now.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"w{_number}.{_incarnation}");

    public void Pause() => _process.Pause();

    public void Resume() => _process.Resume();

    /// <summary>Kills the worker and starts the next.</summary>
    public void Replace()
    {
        _book.NoteKill(Name);
        _process.Kill();
        _killed.Add(_process);
        _incarnation++;
        _process = Start();
    }

    /// <summary>Lets the worker end, and hears the last of all that were here.</summary>
    /// <returns>What went wrong in that, or null.</returns>
    public async Task<string?> EndAsync()
    {
        foreach (var killed in _killed)
        {
            await killed.WaitAsync(EndLimit);
        }

        return !await _process.EndAsync(EndLimit) ? $"{Name} did not end within {EndLimit.TotalSeconds:0} s"
            : _process.ExitCode == ExitCode.Kept ? null
            : $"{Name} ended by itself with {_process.ExitCode}";
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        foreach (var killed in _killed)
        {
            await killed.DisposeAsync();
        }
    }

    private ChildProcess Start()
    {
        var name = Name;
        return ChildProcess.Start(
            ["worker-renewals", .. _plan.Store.Arguments, "--server", _server.AbsoluteUri, "--name", name, "--users", $"{_plan.Users}", "--seed", $"{_plan.Seed + (_number * 1000) + _incarnation + 1}"],
            line => Hear(name, line));
    }

    private void Hear(string name, string line)
    {
        if (_book.Note(name, line) is { } user)
        {
            _require(user);
        }
    }
}
