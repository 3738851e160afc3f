using AuthProfiles.Soak.Reporting;

namespace AuthProfiles.Soak.Load;

/// <summary>Listens for exceptions of tasks that nobody looked at.</summary>
internal sealed class UnobservedExceptions : IDisposable
{
    private readonly FaultList _faults;
    private int _count;

    public UnobservedExceptions(FaultList faults)
    {
        _faults = faults;
        TaskScheduler.UnobservedTaskException += Note;
    }

    public int Count => Volatile.Read(ref _count);

    public void Dispose() => TaskScheduler.UnobservedTaskException -= Note;

    private void Note(object? sender, UnobservedTaskExceptionEventArgs arguments)
    {
        Interlocked.Increment(ref _count);
        _faults.Add($"nobody looked at {arguments.Exception.GetBaseException()}");
    }
}
