using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using AuthProfiles.Connections;

namespace AuthProfiles.Acquisition;

/// <summary>What a source knows of its connections. Reading takes no lock.</summary>
/// <remarks>Made with the first connection: most of ten thousand profiles may never be used, and an empty table of this kind takes half a kilobyte.</remarks>
internal sealed class EntryTable
{
    private Entries? _entries;

    /// <summary>Gets all entries, as they come.</summary>
    public IEnumerable<CredentialEntry> All => Volatile.Read(ref _entries)?.Table.Values ?? [];

    public bool TryGet(ConnectionName name, [NotNullWhen(true)] out CredentialEntry? entry)
    {
        if (Volatile.Read(ref _entries) is { } entries)
        {
            return entries.Table.TryGetValue(name, out entry);
        }

        entry = null;
        return false;
    }

    public CredentialEntry GetOrAdd(ConnectionName name)
    {
        if (TryGet(name, out var known))
        {
            return known;
        }

        var entries = _entries ?? Interlocked.CompareExchange(ref _entries, new(), null) ?? _entries;
        entries.Bound.MakeRoom();
        return entries.Table.GetOrAdd(name, static name => new CredentialEntry(name));
    }

    public void Remove(ConnectionName name) => Volatile.Read(ref _entries)?.Table.TryRemove(name, out _);

    private sealed class Entries
    {
        public Entries() => Bound = new(Table);

        public ConcurrentDictionary<ConnectionName, CredentialEntry> Table { get; } = new();

        public EntryBound Bound { get; }
    }
}
