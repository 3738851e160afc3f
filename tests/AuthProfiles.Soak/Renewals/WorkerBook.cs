using System.Collections.Concurrent;

namespace AuthProfiles.Soak.Renewals;

/// <summary>What all workers of a run have said, and which of them were killed. Thread-safe.</summary>
internal sealed class WorkerBook
{
    private readonly ConcurrentDictionary<(int Family, int Generation), byte> _written = new();
    private readonly ConcurrentDictionary<int, int> _ended = new();
    private readonly ConcurrentDictionary<string, byte> _killed = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _failures = new();
    private readonly ConcurrentDictionary<string, int> _transients = new(StringComparer.Ordinal);

    /// <summary>Gets what failed for good, or was refused.</summary>
    public IReadOnlyList<string> Failures => [.. _failures];

    /// <summary>Gets how many calls failed for now, by the reason.</summary>
    public IReadOnlyDictionary<string, int> Transients => _transients;

    /// <summary>Gets how often the end of a family was written.</summary>
    public IReadOnlyDictionary<int, int> Ended => _ended;

    public int Kills => _killed.Count;

    /// <summary>Says whether a refresh token was durable by the word of whoever redeemed the one before.</summary>
    public bool IsWritten(int family, int generation) => _written.ContainsKey((family, generation));

    public bool IsKilled(string worker) => _killed.ContainsKey(worker);

    public void NoteKill(string worker) => _killed.TryAdd(worker, 0);

    /// <summary>Notes what a worker says.</summary>
    /// <returns>The user who must authorize again, or null where it says something else.</returns>
    public string? Note(string worker, string line)
    {
        switch (line.Split(' '))
        {
            case ["wrote", var family, var generation]:
                _written.TryAdd((int.Parse(family), int.Parse(generation)), 0);
                break;
            case ["ended", var family, _]:
                _ended.AddOrUpdate(int.Parse(family), 1, static (_, count) => count + 1);
                break;
            case ["required", var user]:
                return user;
            case ["transient", _, .. var reason]:
                _transients.AddOrUpdate(string.Join(' ', reason), 1, static (_, count) => count + 1);
                break;
            case ["failed" or "refused", ..]:
                _failures.Enqueue($"{worker} {line}");
                break;
        }

        return null;
    }
}
