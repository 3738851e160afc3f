using System.Runtime.CompilerServices;
using AuthProfiles.Connections;

namespace AuthProfiles;

/// <summary>Keeps connections in files of one directory, encrypted, for the processes of one machine.</summary>
/// <remarks>
/// <para>Thread-safe, and safe among processes that use the same directory on a local disk; network file systems are not promised. What a write
/// returned for is on the disk. A process that dies in the middle of a write leaves the old connection or the new one.</para>
/// <para>The names of profile, tenant and user stand in the files in the clear, the rest is encrypted. Files are their owner's alone (0600), and so
/// are the directories in the one that is named (0700), so all processes run under one account. A lease is a lock of the kernel's: it ends
/// with its process, and a process that is stopped keeps it until it goes on.</para>
/// <para>A file that is damaged or altered is a connection that requires authorization. Where its owner authorizes it again, the damaged file is
/// kept beside it, as <c>.damaged</c>; a file whose names can't be read is not listed. What is left of a deleted connection goes after 30 days, when connections are listed.</para>
/// </remarks>
public sealed class FileConnectionStore : IConnectionStore
{
    // A damaged entry can't say its version: the next write names this one.
    private const long DamagedVersion = 1;

    private static readonly TimeSpan TombstoneAge = TimeSpan.FromDays(30);

    private readonly ConnectionSealer _sealer;
    private readonly TimeProvider _clock;
    private readonly FileFolder _folder;
    private readonly FileGates _gates;
    private readonly FileReader _reader;

    /// <summary>Initializes a new instance of the <see cref="FileConnectionStore"/> class. The disk is not touched before the first call.</summary>
    /// <param name="directory">The directory. It is made where it is missing; the one above it must be there.</param>
    /// <param name="sealer">Encrypts.</param>
    /// <param name="clock">The clock of versions and waits; null is the system's.</param>
    public FileConnectionStore(string directory, ConnectionSealer sealer, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        ArgumentNullException.ThrowIfNull(sealer);
        _sealer = sealer;
        _clock = clock ?? TimeProvider.System;
        _folder = new(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory)), _clock);
        _gates = new(_folder, _clock);
        _reader = new(_folder);
    }

    /// <inheritdoc/>
    public ValueTask<StoredConnection?> ReadAsync(ConnectionKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return RunAsync(key.Profile, key, () => new ValueTask<StoredConnection?>(Read(key)), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<long?> TryWriteAsync(Connection connection, long expectedVersion, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return ChangeAsync(connection.Key, place => TryWrite(connection, place, expectedVersion), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> DeleteAsync(ConnectionKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return ChangeAsync(key, place => Delete(key, place), cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ConnectionKey> ListAsync(string profile, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profile);
        foreach (var key in await RunAsync(profile, null, () => new ValueTask<List<ConnectionKey>>(List(profile, cancellationToken)), cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return key;
        }
    }

    /// <inheritdoc/>
    public ValueTask<IRenewalLease?> TryLeaseAsync(ConnectionKey key, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return ChangeAsync<IRenewalLease?>(key, place => TryLease(key, place), cancellationToken);
    }

    // On a thread of the pool: a disk that hangs holds up that one, and its caller's deadline still counts.
    private async ValueTask<TResult> RunAsync<TResult>(string profile, ConnectionKey? key, Func<ValueTask<TResult>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await Task.Run(() => work().AsTask(), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (FileFailure.Is(error))
        {
            throw FileFailure.Of(error, _folder, profile, key);
        }
    }

    private ValueTask<TResult> ChangeAsync<TResult>(ConnectionKey key, Func<string, TResult> change, CancellationToken cancellationToken)
    {
        async ValueTask<TResult> EnterAsync()
        {
            _folder.Prepare();
            var place = FileFolder.PlaceOf(key);
            using var gate = await _gates.EnterAsync(place, key, cancellationToken).ConfigureAwait(false);
            return change(place);
        }

        return RunAsync(key.Profile, key, EnterAsync, cancellationToken);
    }

    private StoredConnection? Read(ConnectionKey key)
    {
        var path = _folder.FileOf(FileFolder.PlaceOf(key));
        for (long? seen = null; ;)
        {
            if (_reader.ReadBytes(path) is not { } bytes)
            {
                return null;
            }

            var stored = Open(key, bytes);

            // Written again between the look at the file and the look at its version: only what is still there is an old state.
            if (stored?.Fault != ConnectionFault.RolledBack || stored.Version == seen)
            {
                return stored;
            }

            seen = stored.Version;
        }
    }

    private StoredConnection? Open(ConnectionKey key, byte[] bytes)
    {
        if (EntryOf(key, bytes) is not { } entry)
        {
            return ConnectionSealer.Unreadable(key, DamagedVersion, ConnectionFault.Altered);
        }

        if (entry.DeletedAt is not null)
        {
            _sealer.Note(key, entry.Version);
            return null;
        }

        return _sealer.Open(key, entry.Version, bytes.AsSpan(FileEntry.LengthOf(bytes)));
    }

    private long? TryWrite(Connection connection, string place, long expectedVersion)
    {
        var path = _folder.FileOf(place);
        var bytes = _reader.ReadBytes(path);
        var entry = bytes is null ? null : EntryOf(connection.Key, bytes);
        var isDamaged = bytes is not null && entry is null;
        if (expectedVersion != (isDamaged ? DamagedVersion : entry is { DeletedAt: null } ? entry.Version : 0))
        {
            return null;
        }

        var version = Next(entry);
        var file = new FileEntry(connection.Key, version, null).Write(_sealer.Seal(connection, version));
        if (isDamaged)
        {
            DurableFile.Replace(_folder.DamagedOf(place), bytes!);
        }

        Replace(connection.Key, path, version, file);
        return version;
    }

    private bool Delete(ConnectionKey key, string place)
    {
        var path = _folder.FileOf(place);
        var bytes = _reader.ReadBytes(path);
        var entry = bytes is null ? null : EntryOf(key, bytes);
        if (bytes is null || entry is { DeletedAt: not null })
        {
            return false;
        }

        File.Delete(_folder.DamagedOf(place));
        var version = Next(entry);
        Replace(key, path, version, new FileEntry(key, version, _clock.GetUtcNow()).Write([]));
        return true;
    }

    private List<ConnectionKey> List(string profile, CancellationToken cancellationToken)
    {
        var keys = new List<ConnectionKey>();
        if (!Directory.Exists(_folder.Connections))
        {
            _folder.Prepare();
        }

        foreach (var path in _folder.Files())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (FileReader.ReadEntry(path) is not { } entry)
            {
                continue;
            }

            var place = FileFolder.PlaceOf(entry.Key);
            if (entry.DeletedAt is not null)
            {
                Purge(entry, place);
            }
            else if (string.Equals(entry.Key.Profile, profile, StringComparison.Ordinal) && string.Equals(_folder.FileOf(place), path, StringComparison.Ordinal))
            {
                keys.Add(entry.Key);
            }
        }

        return keys;
    }

    private FileLease? TryLease(ConnectionKey key, string place)
    {
        var path = _folder.LeaseOf(place);
#pragma warning disable CA2000 // The lease disposes it.
        var file = PrivateFile.TryLock(path);
#pragma warning restore CA2000
        try
        {
            var lease = file is null ? null : new FileLease(key, file, () => Tidy(place, path));
            file = null;
            return lease;
        }
        finally
        {
            file?.Dispose();
        }
    }

    // Behind the same gate as those who take it: nobody holds a file that is deleted. Where the gate is taken, the file stays for the next one.
    private void Tidy(string place, string lease)
    {
        try
        {
            using var gate = _gates.TryEnter(place);
            if (gate is not null && IsFree(lease))
            {
                File.Delete(lease);
            }
        }
        catch (Exception error) when (FileFailure.Is(error))
        {
            // An empty file is left.
        }
    }

    private static bool IsFree(string lease)
    {
        using var free = PrivateFile.TryLock(lease);
        return free is not null;
    }

    private void Purge(FileEntry entry, string place)
    {
        if (_clock.GetUtcNow() - entry.DeletedAt < TombstoneAge)
        {
            return;
        }

        try
        {
            using var gate = _gates.TryEnter(place);
            if (gate is not null && FileReader.ReadEntry(_folder.FileOf(place)) == entry)
            {
                File.Delete(_folder.FileOf(place));
            }
        }
        catch (Exception error) when (FileFailure.Is(error))
        {
            // Another time: what is left of it holds no value.
        }
    }

    // The clock's time keeps versions rising where a file was damaged, purged or restored.
    private long Next(FileEntry? entry) => Math.Max((entry?.Version ?? 0) + 1, _clock.GetUtcNow().ToUnixTimeMilliseconds());

    private void Replace(ConnectionKey key, string path, long version, byte[] file)
    {
        DurableFile.Replace(path, file);
        _sealer.Note(key, version);
        DirectorySync.Flush(_folder.Connections);
    }

    // A file under another's name is not what it says.
    private static FileEntry? EntryOf(ConnectionKey key, byte[] bytes) => FileEntry.Read(bytes) is { } entry && entry.Key == key ? entry : null;
}
