namespace AuthProfiles.Soak.Processes;

/// <summary>Notices that the parent wants a child to end, or is gone: its standard input ends.</summary>
internal sealed class ParentWatch : IDisposable
{
    private readonly CancellationTokenSource _ended = new();

    public ParentWatch() => new Thread(Watch) { IsBackground = true }.Start();

    public CancellationToken Ended => _ended.Token;

    public void Dispose() => _ended.Dispose();

    private void Watch()
    {
        using var input = Console.OpenStandardInput();
        while (input.ReadByte() >= 0)
        {
        }

        try
        {
            _ended.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has ended by itself meanwhile.
        }
    }
}
