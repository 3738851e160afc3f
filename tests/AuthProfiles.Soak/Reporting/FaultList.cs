using System.Collections.Concurrent;

namespace AuthProfiles.Soak.Reporting;

/// <summary>Collects broken promises from many tasks.</summary>
internal sealed class FaultList
{
    private readonly ConcurrentQueue<string> _faults = new();

    public IReadOnlyList<string> All => [.. _faults];

    public void Add(string sentence) => _faults.Enqueue(sentence);

    public void Require(bool isKept, string sentence)
    {
        if (!isKept)
        {
            Add(sentence);
        }
    }
}
