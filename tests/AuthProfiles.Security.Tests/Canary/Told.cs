using System.Collections.Concurrent;

namespace AuthProfiles.Security.Tests.Canary;

/// <summary>Keeps what was told, in order. Thread-safe.</summary>
internal sealed class Told
{
    private readonly ConcurrentQueue<Observation> _all = new();

    public IReadOnlyCollection<Observation> All => _all;

    public void Add(string sink, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            _all.Enqueue(new(sink, text));
        }
    }

    /// <summary>Adds the name and the value of each pair.</summary>
    public void Add(string sink, IEnumerable<KeyValuePair<string, object?>> pairs)
    {
        foreach (var (name, value) in pairs)
        {
            Add(sink, $"{name}={(value is System.Collections.IEnumerable and not string ? string.Join(',', ((System.Collections.IEnumerable)value).Cast<object?>()) : value)}");
        }
    }
}
