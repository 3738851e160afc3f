namespace AuthProfiles.Connections;

/// <summary>The right to change the connections of one stripe, until it is disposed.</summary>
/// <param name="file">The lock that other processes see.</param>
/// <param name="inside">The gate of this process.</param>
internal sealed class FileGate(FileStream file, SemaphoreSlim inside) : IDisposable
{
    public void Dispose()
    {
        file.Dispose();
        inside.Release();
    }
}
