using AuthProfiles.Soak.Stores;

namespace AuthProfiles.Soak.Faults;

/// <summary>What happens to the file of a connection while nobody looks.</summary>
internal static class DamagedFiles
{
    public static IEnumerable<FaultRow> Rows(int seed) =>
    [
        new("file: each byte flipped", () => FlipAsync(seed)),
        new("file: truncated at each length", TruncateAsync),
        new("file: another key", OtherKeyAsync),
        new("file: another connection's entry", SwapAsync),
        new("file: an older entry", RollBackAsync),
    ];

    private static async Task<string> FlipAsync(int seed)
    {
        await using var place = TemporaryStore.File();
        var store = place.Location.Open();
        await Sample.WriteAsync(store, 1);
        var (path, bytes) = EntryOf(place);
        var random = new Random(seed);
        for (var at = 0; at < bytes.Length; at++)
        {
            var flipped = bytes.ToArray();
            flipped[at] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(path, flipped);
            await Sample.RequireFaultAsync(store, $"with byte {at} flipped");
        }

        await File.WriteAllBytesAsync(path, bytes);
        await Sample.RequireAsync(place.Location.Open(), 1, "with the bytes as they were");
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
        await Sample.WriteAsync(store, 2);
        await Sample.RequireAsync(place.Location.Open(), 2, "authorized again");
        return $"{bytes.Length} bytes, each noticed; authorized again over the last";
    }

    private static async Task<string> TruncateAsync()
    {
        await using var place = TemporaryStore.File();
        var store = place.Location.Open();
        await Sample.WriteAsync(store, 1);
        var (path, bytes) = EntryOf(place);
        for (var length = 0; length < bytes.Length; length++)
        {
            await File.WriteAllBytesAsync(path, bytes[..length]);
            await Sample.RequireFaultAsync(store, $"cut off at {length}");
        }

        await Sample.WriteAsync(store, 2);
        await Sample.RequireAsync(place.Location.Open(), 2, "authorized again");
        return $"{bytes.Length} lengths, each noticed; authorized again over the last";
    }

    private static async Task<string> OtherKeyAsync()
    {
        await using var place = TemporaryStore.File();
        await Sample.WriteAsync(place.Location.Open(), 1);
        var fault = await Sample.RequireFaultAsync((place.Location with { Key = StoreLocation.NewKey() }).Open(), "with another key");
        await Sample.RequireAsync(place.Location.Open(), 1, "with its key again");
        return $"{fault}, and good again with its key";
    }

    private static async Task<string> SwapAsync()
    {
        await using var place = TemporaryStore.File();
        var store = place.Location.Open();
        await Sample.WriteAsync(store, 1);
        var (mine, bytes) = EntryOf(place);
        await Sample.WriteAsync(store, 2, user: 1);
        var (theirs, _) = EntryOf(place, except: mine);
        await File.WriteAllBytesAsync(theirs, bytes);
        var fault = await Sample.RequireFaultAsync(place.Location.Open(), "with another's entry in its place", user: 1);
        await Sample.RequireAsync(place.Location.Open(), 1, "beside that");
        return $"{fault}; the other is good";
    }

    private static async Task<string> RollBackAsync()
    {
        await using var place = TemporaryStore.File();
        var store = place.Location.Open();
        await Sample.WriteAsync(store, 1);
        var (path, bytes) = EntryOf(place);
        await Sample.WriteAsync(store, 2);
        await File.WriteAllBytesAsync(path, bytes);
        var fault = await Sample.RequireFaultAsync(store, "with an older entry in its place");
        FaultFoundException.Require(fault == ConnectionFault.RolledBack, $"an older entry is called {fault}");
        await Sample.WriteAsync(store, 3);
        await Sample.RequireAsync(store, 3, "authorized again");
        return "RolledBack to who has seen the newer one, as far as can be told; authorized again";
    }

    // The entry is by far the largest file of a store with one connection.
    private static (string Path, byte[] Bytes) EntryOf(TemporaryStore place, string? except = null)
    {
        var path = Directory.EnumerateFiles(place.Location.Address, "*", SearchOption.AllDirectories).Where(file => file != except).MaxBy(static file => new FileInfo(file).Length)!;
        return (path, File.ReadAllBytes(path));
    }
}
