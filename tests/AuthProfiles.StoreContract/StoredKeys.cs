namespace AuthProfiles.StoreContract;

/// <summary>What a store lists, as a list.</summary>
public static class StoredKeys
{
    /// <summary>Returns the keys of a profile's connections, in the store's order.</summary>
    /// <param name="store">The store.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    public static async Task<List<ConnectionKey>> OfAsync(IConnectionStore store, string profile = "calendar", CancellationToken cancellationToken = default)
    {
        var keys = new List<ConnectionKey>();
        await foreach (var key in store.ListAsync(profile, cancellationToken))
        {
            keys.Add(key);
        }

        return keys;
    }
}
