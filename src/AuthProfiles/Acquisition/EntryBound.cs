using System.Collections.Concurrent;
using AuthProfiles.Connections;

namespace AuthProfiles.Acquisition;

/// <summary>Keeps the number of entries below a bound: when it is reached, those that nobody has used lately go.</summary>
internal sealed class EntryBound(ConcurrentDictionary<ConnectionName, CredentialEntry> entries, int bound = EntryBound.Most)
{
    public const int Most = 100_000;

    private readonly object _gate = new();
    private int _added;

    /// <summary>Makes room for one more. Looks through all entries once in a sixteenth of the bound, so that adding stays cheap.</summary>
    public void MakeRoom()
    {
        if (Interlocked.Increment(ref _added) < bound)
        {
            return;
        }

        lock (_gate)
        {
            if (_added < bound)
            {
                return;
            }

            // An entry that may hold a grant that is not saved yet stays.
            foreach (var (name, entry) in entries)
            {
                if (entry.WasIdle() && !entry.IsNeeded)
                {
                    // This entry alone: one that has come in its place meanwhile may be needed.
                    entries.TryRemove(KeyValuePair.Create(name, entry));
                }
            }

            _added = Math.Min(entries.Count, bound - (bound / 16) - 1);
        }
    }
}
