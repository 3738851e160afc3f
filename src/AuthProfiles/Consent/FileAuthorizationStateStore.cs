using AuthProfiles.Connections;
using AuthProfiles.Consent;

namespace AuthProfiles;

/// <summary>Keeps consents that have begun in files of one directory, encrypted, so that they survive a restart and the callback may come to any process of the machine.</summary>
/// <remarks>
/// Thread-safe, and safe among processes that use the same directory on a local disk. A file is found by a hash of its state; when it ends can be
/// read from its name, and nothing else. At most ten of one owner and 10,000 in all: the oldest of the same owner goes first, then the oldest of all.
/// </remarks>
public sealed class FileAuthorizationStateStore : IAuthorizationStateStore
{
    private const int MostOfOne = 10;
    private const int Most = 10_000;

    // One gate for all consents: they are few, and those of all owners are counted.
    private const string Gate = "000";

    private readonly PendingAuthorizationSealer _sealer;
    private readonly TimeProvider _clock;
    private readonly FileFolder _folder;
    private readonly FileGates _gates;

    /// <summary>Initializes a new instance of the <see cref="FileAuthorizationStateStore"/> class. The disk is not touched before the first call.</summary>
    /// <param name="directory">The directory, which may be that of a <see cref="FileConnectionStore"/>. It is made where it is missing; the one above it must be there.</param>
    /// <param name="sealer">Encrypts.</param>
    /// <param name="clock">The clock that ends consents and waits; null is the system's.</param>
    public FileAuthorizationStateStore(string directory, PendingAuthorizationSealer sealer, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        ArgumentNullException.ThrowIfNull(sealer);
        _sealer = sealer;
        _clock = clock ?? TimeProvider.System;
        _folder = new(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory)), _clock);
        _gates = new(_folder, _clock);
    }

    /// <inheritdoc/>
    /// <exception cref="AuthorizationException">The directory can't be used.</exception>
    public async ValueTask SaveAsync(PendingAuthorization pending, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pending);
        var data = _sealer.Seal(pending);
        await RunAsync(pending.Key, () => SaveAsync(pending, data, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <exception cref="AuthorizationException">The directory can't be used; the consent may have been taken.</exception>
    public async ValueTask<PendingAuthorization?> TakeAsync(SecretValue state, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        return await RunAsync(key: null, () => FindAndTakeAsync(state, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    // On a thread of the pool: a disk that hangs holds up that one, and its caller's deadline still counts.
    private async Task<TResult> RunAsync<TResult>(ConnectionKey? key, Func<Task<TResult>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await Task.Run(work, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (FileFailure.Is(error))
        {
            throw FileFailure.Of(error, _folder, key?.Profile ?? string.Empty, key);
        }
    }

    private async Task<bool> SaveAsync(PendingAuthorization pending, byte[] data, CancellationToken cancellationToken)
    {
        _folder.Prepare();
        using var gate = await _gates.EnterAsync(Gate, pending.Key, cancellationToken).ConfigureAwait(false);
        var owner = ConsentFile.OwnerOf(pending.Key);
        var kept = Purge();
        Remove(kept, kept.Where(file => file.Owner == owner).ToArray(), MostOfOne - 1);
        Remove(kept, kept.ToArray(), Most - 1);
        var file = new ConsentFile(ConsentFile.PlaceOf(pending.State), owner, kept.Count == 0 ? 1 : kept[^1].Number + 1, pending.ExpiresAt.ToUnixTimeMilliseconds());
        Write(file, data);
        return true;
    }

    private async Task<PendingAuthorization?> FindAndTakeAsync(SecretValue state, CancellationToken cancellationToken)
    {
        _folder.Prepare();

        // Anybody may send anything to a callback: nobody waits for what is not there.
        var place = ConsentFile.PlaceOf(state);
        if (Find(place) is null)
        {
            return null;
        }

        using var gate = await _gates.EnterAsync(Gate, key: null, cancellationToken).ConfigureAwait(false);
        return Find(place) is { } file ? TakeLocked(state, file) : null;
    }

    // What is left of it says that the callback comes a second time. It is on the disk before anybody gets the secrets.
    private PendingAuthorization? TakeLocked(SecretValue state, ConsentFile file)
    {
        var pending = _sealer.Open(state, File.ReadAllBytes(PathOf(file)));
        if (pending is null || pending.ExpiresAt <= _clock.GetUtcNow())
        {
            return null;
        }

        if (!pending.IsUsed)
        {
            Write(file, _sealer.Seal(PendingAuthorizationSealer.Spend(pending)));
        }

        return pending;
    }

    private ConsentFile? Find(string place) => Files(ConsentFile.PatternOf(place)).FirstOrDefault();

    /// <summary>Lets go of those that have ended, and returns the others, the oldest first.</summary>
    private List<ConsentFile> Purge()
    {
        var now = _clock.GetUtcNow().ToUnixTimeMilliseconds();
        var kept = new List<ConsentFile>();
        foreach (var file in Files(ConsentFile.PatternOf()))
        {
            if (file.EndsAt <= now)
            {
                File.Delete(PathOf(file));
            }
            else
            {
                kept.Add(file);
            }
        }

        kept.Sort(static (one, other) => one.Number.CompareTo(other.Number));
        return kept;
    }

    /// <summary>Removes the oldest of some until so many are left.</summary>
    private void Remove(List<ConsentFile> kept, ConsentFile[] files, int most)
    {
        foreach (var file in files.SkipLast(most))
        {
            File.Delete(PathOf(file));
            kept.Remove(file);
        }
    }

    private IEnumerable<ConsentFile> Files(string pattern)
    {
        foreach (var path in Directory.EnumerateFiles(_folder.Consents, pattern))
        {
            if (ConsentFile.TryParse(Path.GetFileName(path), out var file))
            {
                yield return file;
            }
        }
    }

    private void Write(ConsentFile file, byte[] data)
    {
        DurableFile.Replace(PathOf(file), data);
        DirectorySync.Flush(_folder.Consents);
    }

    private string PathOf(ConsentFile file) => Path.Combine(_folder.Consents, file.Name);
}
