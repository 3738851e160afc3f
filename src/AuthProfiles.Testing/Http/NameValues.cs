namespace AuthProfiles.Testing.Http;

/// <summary>The pairs of a query or of a form (application/x-www-form-urlencoded), decoded, in their order.</summary>
internal sealed class NameValues
{
    private NameValues(IReadOnlyList<KeyValuePair<string, string>> pairs) => Pairs = pairs;

    public IReadOnlyList<KeyValuePair<string, string>> Pairs { get; }

    /// <summary>The first value of that name.</summary>
    public string? this[string name] =>
        Pairs.Where(pair => string.Equals(pair.Key, name, StringComparison.Ordinal)).Select(pair => pair.Value).FirstOrDefault();

    /// <summary>All values of that name, in their order.</summary>
    public IReadOnlyList<string> All(string name) =>
        [.. Pairs.Where(pair => string.Equals(pair.Key, name, StringComparison.Ordinal)).Select(pair => pair.Value)];

    public static NameValues Parse(string text)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var part in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            pairs.Add(equals < 0 ? new(Decode(part), string.Empty) : new(Decode(part[..equals]), Decode(part[(equals + 1)..])));
        }

        return new NameValues(pairs);
    }

    public static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    public int Count(string name) => Pairs.Count(pair => string.Equals(pair.Key, name, StringComparison.Ordinal));

    public bool Has(string name) => Count(name) > 0;
}
