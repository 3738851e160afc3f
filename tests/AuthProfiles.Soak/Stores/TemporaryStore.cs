namespace AuthProfiles.Soak.Stores;

/// <summary>A new store for one run, gone after it.</summary>
internal sealed class TemporaryStore : IAsyncDisposable
{
    private readonly TemporaryDirectory? _directory;

    private TemporaryStore(StoreLocation location, TemporaryDirectory? directory) => (Location, _directory) = (location, directory);

    public StoreLocation Location { get; }

    /// <exception cref="UnavailableException">This machine has no such store.</exception>
    public static Task<TemporaryStore> CreateAsync(string name) => name switch
    {
        "file" => Task.FromResult(File()),
        _ => throw new UsageException($"There is no store '{name}'."),
    };

    public ValueTask DisposeAsync()
    {
        _directory?.Dispose();
        return default;
    }

    public static TemporaryStore File()
    {
        var directory = new TemporaryDirectory();
        return new(new("file", Path.Combine(directory.Path, "connections"), StoreLocation.NewKey()), directory);
    }
}
