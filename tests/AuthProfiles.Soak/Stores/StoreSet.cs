namespace AuthProfiles.Soak.Stores;

/// <summary>Some new file stores for one run, gone after it.</summary>
internal sealed class StoreSet : IAsyncDisposable
{
    private readonly TemporaryStore[] _stores;

    public StoreSet(int count) => _stores = [.. Enumerable.Range(0, count).Select(static _ => TemporaryStore.File())];

    public IReadOnlyList<StoreLocation> Locations => [.. _stores.Select(static store => store.Location)];

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _stores)
        {
            await store.DisposeAsync();
        }
    }
}
