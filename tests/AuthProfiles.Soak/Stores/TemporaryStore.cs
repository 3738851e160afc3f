namespace AuthProfiles.Soak.Stores;

/// <summary>A new store for one run, gone after it.</summary>
internal sealed class TemporaryStore : IAsyncDisposable
{
    private readonly Func<ValueTask> _remove;

    private TemporaryStore(StoreLocation location, Func<ValueTask> remove) => (Location, _remove) = (location, remove);

    public StoreLocation Location { get; }

    /// <exception cref="UnavailableException">This machine has no such store.</exception>
    public static async Task<TemporaryStore> CreateAsync(string name) => name switch
    {
        StoreFactory.File => File(),
        StoreFactory.Postgres => await PostgresAsync(),
        _ => throw new UsageException($"There is no store '{name}'."),
    };

    public ValueTask DisposeAsync() => _remove();

    public static TemporaryStore File()
    {
        var directory = new TemporaryDirectory();
        var location = new StoreLocation(StoreFactory.File, Path.Combine(directory.Path, "connections"), StoreLocation.NewKey());
        return new(location, () =>
        {
            directory.Dispose();
            return default;
        });
    }

    private static async Task<TemporaryStore> PostgresAsync()
    {
        var schema = await TemporarySchema.CreateAsync(PostgresServer.ConnectionString);
        return new(new(StoreFactory.Postgres, schema.ConnectionString, StoreLocation.NewKey()), schema.DisposeAsync);
    }
}
