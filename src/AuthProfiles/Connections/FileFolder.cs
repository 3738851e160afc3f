using System.Globalization;
using System.Security.Cryptography;

namespace AuthProfiles.Connections;

/// <summary>The directories of a file store, and where in them everything is.</summary>
internal sealed class FileFolder(string directory, TimeProvider clock)
{
    private const string Kept = ".connection";

    // Longer than any write takes that is still under way.
    private static readonly TimeSpan LongestWrite = TimeSpan.FromMinutes(10);

    private readonly string _leases = Path.Combine(directory, "leases");
    private readonly string _locks = Path.Combine(directory, "locks");
    private volatile bool _isReady;

    /// <summary>Gets the directory that the application named.</summary>
    public string Root => directory;

    /// <summary>Gets the directory of the connections.</summary>
    public string Connections { get; } = Path.Combine(directory, "connections");

    /// <summary>Gets the directory of the consents that have begun.</summary>
    public string Consents { get; } = Path.Combine(directory, "consents");

    /// <summary>Returns where a connection is, as a name that says nothing of it and is good on every file system.</summary>
    public static string PlaceOf(ConnectionKey key) => Convert.ToHexString(SHA256.HashData(ConnectionIdentity.Of(key)));

    public string FileOf(string place) => Path.Combine(Connections, place + Kept);

    /// <summary>Returns where a damaged entry is kept that its owner has replaced.</summary>
    public string DamagedOf(string place) => Path.Combine(Connections, place + ".damaged");

    public string LeaseOf(string place) => Path.Combine(_leases, place + ".lease");

    public string LockOf(int stripe) => Path.Combine(_locks, stripe.ToString("x3", CultureInfo.InvariantCulture) + ".lock");

    public IEnumerable<string> Files() => Directory.EnumerateFiles(Connections, "*" + Kept);

    /// <summary>Gets a value indicating whether the directories were there once.</summary>
    public bool IsReady => _isReady;

    /// <summary>Makes the directories that are missing, at the first use alone: one that is gone later takes its connections with it, and is no empty store.</summary>
    /// <exception cref="AuthorizationException">The file system does not lock.</exception>
    public void Prepare()
    {
        if (_isReady)
        {
            return;
        }

        // What is above it is not ours to make: a volume that is not mounted would be written beside.
        var above = Path.GetDirectoryName(directory);
        if (above is not null && !Directory.Exists(above))
        {
            throw new DirectoryNotFoundException();
        }

        if (!Directory.Exists(directory))
        {
            PrivateFile.MakeDirectory(directory);
        }

        PrivateFile.MakeDirectory(Connections);
        PrivateFile.MakeDirectory(Consents);
        PrivateFile.MakeDirectory(_leases);
        PrivateFile.MakeDirectory(_locks);
        DirectorySync.Flush(directory);
        CheckLocks();
        RemoveUnfinished();
        _isReady = true;
    }

    // Some network file systems, and a switch of the platform's, make locks that hold nobody off.
    private void CheckLocks()
    {
        var path = Path.Combine(_locks, "check.lock");
        using var first = PrivateFile.TryLock(path);
        using var second = first is null ? null : PrivateFile.TryLock(path);
        if (second is not null)
        {
            throw FileFailure.Unlocked(this);
        }
    }

    private void RemoveUnfinished()
    {
        var before = clock.GetUtcNow().UtcDateTime - LongestWrite;
        foreach (var path in new[] { Connections, Consents }.SelectMany(static kept => Directory.EnumerateFiles(kept, "*" + DurableFile.Unfinished)).Where(path => File.GetLastWriteTimeUtc(path) < before))
        {
            DurableFile.TryDelete(path);
        }
    }
}
