using System.Globalization;
using AuthProfiles.Soak.Processes;
using AuthProfiles.Soak.Stores;

namespace AuthProfiles.Soak.Kill;

/// <summary>Writes and deletes connections as fast as it can, and says before and after each what it does.</summary>
internal static class WriterWorker
{
    public static readonly string[] ArgumentNames = [.. StoreLocation.ArgumentNames, "users", "size", "first", "seed"];

    private const int WritesPerDeletion = 10;

    public static async Task<int> RunAsync(Arguments arguments)
    {
        using var parent = new ParentWatch();
        using var voice = new Voice();
        var store = StoreLocation.Read(arguments).Open();
        var sizes = arguments.Numbers("size", 4096);
        var first = long.Parse(arguments.Text("first"), CultureInfo.InvariantCulture);
        var random = new Random(arguments.Number("seed", 1));
        voice.Say("ready");
        await Task.WhenAll(SoakProfile.Users(arguments.Number("users", 1)).Select(user => Task.Run(() => WriteAsync(store, user, first, sizes, new Random(random.Next()), voice, parent.Ended))));
        return ExitCode.Kept;
    }

    private static async Task WriteAsync(IConnectionStore store, string user, long first, IReadOnlyList<int> sizes, Random random, Voice voice, CancellationToken ended)
    {
        var key = new ConnectionKey(SoakProfile.Name, user: user);
        var version = (await store.ReadAsync(key, CancellationToken.None))?.Version ?? 0;
        for (var number = first; !ended.IsCancellationRequested; number++)
        {
            if (version > 0 && random.Next(WritesPerDeletion) == 0)
            {
                voice.Say($"deletes {user} {number}");
                await store.DeleteAsync(key, CancellationToken.None);
                version = 0;
                voice.Say($"done {user} 0");
            }
            else
            {
                voice.Say($"writes {user} {number}");
                version = await store.TryWriteAsync(Payload.Make(key, number, sizes[random.Next(sizes.Count)]), version, CancellationToken.None)
                    ?? throw new InvalidOperationException("Nobody else writes, and the version was another.");
                voice.Say($"done {user} {version}");
            }
        }
    }
}
