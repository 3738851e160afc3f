namespace AuthProfiles.Templates;

/// <summary>The addresses of one template by their values: readers take no lock and allocate nothing; newcomers push out others when it is full.</summary>
/// <remarks>
/// A table in which each entry has two possible slots. It grows while both are taken, up to a limit, so that a template
/// used for a few tenants stays small. A miss costs time, never correctness: that is why it need not be exact.
/// </remarks>
internal sealed class UriCache
{
    private const int Smallest = 4;
    private const int Largest = 1024;

    private readonly object _gate = new();
    private Entry?[] _slots = new Entry?[Smallest];

    public static int HashOf(ReadOnlySpan<string?> values)
    {
        var hash = 17;
        foreach (var value in values)
        {
            hash = unchecked((hash * 31) + (value?.GetHashCode(StringComparison.Ordinal) ?? 0));
        }

        return hash;
    }

    public Uri? Find(ReadOnlySpan<string?> values, int hash)
    {
        var slots = Volatile.Read(ref _slots);
        var first = hash & (slots.Length - 1);
        var entry = Volatile.Read(ref slots[first]);
        if (entry is not null && entry.Has(values, hash))
        {
            return entry.Uri;
        }

        entry = Volatile.Read(ref slots[first ^ 1]);
        return entry is not null && entry.Has(values, hash) ? entry.Uri : null;
    }

    public Uri Add(ReadOnlySpan<string?> values, int hash, Uri uri)
    {
        var added = new Entry(values.ToArray(), hash, uri);
        lock (_gate)
        {
            // Another thread may have been first: its instance is the one that is kept.
            if (Find(values, hash) is { } known)
            {
                return known;
            }

            var slots = _slots;
            while (!TryPlace(slots, added) && !TryPushOut(slots, added))
            {
                slots = Larger(slots);
            }

            Volatile.Write(ref _slots, slots);
            return uri;
        }
    }

    private static bool TryPlace(Entry?[] slots, Entry entry)
    {
        var first = entry.Hash & (slots.Length - 1);
        var free = slots[first] is null ? first : first ^ 1;
        if (slots[free] is not null)
        {
            return false;
        }

        Volatile.Write(ref slots[free], entry);
        return true;
    }

    private static bool TryPushOut(Entry?[] slots, Entry entry)
    {
        if (slots.Length < Largest)
        {
            return false;
        }

        // The newcomer takes the first slot and moves its holder to the second, so that a pair keeps the last two.
        var first = entry.Hash & (slots.Length - 1);
        Volatile.Write(ref slots[first ^ 1], slots[first]);
        Volatile.Write(ref slots[first], entry);
        return true;
    }

    // Two entries that shared a pair of slots go to the same or to different pairs: none is lost.
    private static Entry?[] Larger(Entry?[] slots)
    {
        var larger = new Entry?[slots.Length * 2];
        foreach (var entry in slots)
        {
            if (entry is not null)
            {
                TryPlace(larger, entry);
            }
        }

        return larger;
    }

    private sealed class Entry(string?[] values, int hash, Uri uri)
    {
        public int Hash { get; } = hash;

        public Uri Uri { get; } = uri;

        public bool Has(ReadOnlySpan<string?> others, int otherHash)
        {
            if (otherHash != Hash)
            {
                return false;
            }

            for (var i = 0; i < others.Length; i++)
            {
                if (!string.Equals(values[i], others[i], StringComparison.Ordinal))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
