using System.Collections.Concurrent;

namespace Quickstart;

/// <summary>Counts what was sent where, ids taken out of the addresses. Thread-safe.</summary>
internal sealed class Journal
{
    private readonly ConcurrentDictionary<(string Request, string Answer), int> _counts = new();

    public void Add(HttpMethod method, Uri address, string answer)
    {
        var segments = address.AbsolutePath.Split('/').Select(segment => segment.Length > 0 && segment.All(char.IsAsciiDigit) ? "{id}" : segment);
        _counts.AddOrUpdate(($"{method,-4} {address.GetLeftPart(UriPartial.Authority)}{string.Join('/', segments)}", answer), 1, static (_, count) => count + 1);
    }

    public IEnumerable<string> Lines() =>
        _counts.OrderBy(entry => entry.Key.Request[5..], StringComparer.Ordinal).ThenBy(entry => entry.Key).Select(entry => $"{entry.Value,4} x {entry.Key.Request} -> {entry.Key.Answer}");
}
