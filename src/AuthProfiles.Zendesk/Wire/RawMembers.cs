using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace AuthProfiles.Zendesk.Wire;

/// <summary>Members of an answer that have no property: kept as text, and parsed when somebody asks.</summary>
/// <remarks>Thread-safe. Of a name that comes twice the last value counts; a name that is no text is left out.</remarks>
internal sealed class RawMembers : IReadOnlyDictionary<string, JsonElement>
{
    private readonly ReadOnlyMemory<byte> _utf8;
    private Dictionary<string, JsonElement>? _parsed;

    /// <summary>Initializes a new instance of the <see cref="RawMembers"/> class.</summary>
    /// <param name="utf8">A JSON object that a reader has been through. It is not copied.</param>
    public RawMembers(ReadOnlyMemory<byte> utf8) => _utf8 = utf8;

    public int Count => Parsed.Count;

    public IEnumerable<string> Keys => Parsed.Keys;

    public IEnumerable<JsonElement> Values => Parsed.Values;

    private Dictionary<string, JsonElement> Parsed => _parsed ??= Parse();

    public JsonElement this[string key] => Parsed[key];

    public bool ContainsKey(string key) => Parsed.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out JsonElement value) => Parsed.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator() => Parsed.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Two threads may parse at once; both see the same.
    private Dictionary<string, JsonElement> Parse()
    {
        using var document = JsonDocument.Parse(_utf8);
        var parsed = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in document.RootElement.Clone().EnumerateObject())
        {
            if (NameOf(member) is { } name)
            {
                parsed[name] = member.Value;
            }
        }

        return parsed;
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            // No valid UTF-8, or half of a surrogate pair.
            return null;
        }
    }
}
