namespace AuthProfiles.Tests.Infrastructure;

/// <summary>Holds a step until the test lets it go on.</summary>
internal sealed class Halt
{
    private readonly TaskCompletionSource _reached = new();
    private readonly TaskCompletionSource _released = new();

    /// <summary>Gets what ends when the step is reached for the first time.</summary>
    public Task Reached => _reached.Task;

    public void Release() => _released.SetResult();

    public Task HoldAsync()
    {
        _reached.TrySetResult();
        return _released.Task;
    }
}
