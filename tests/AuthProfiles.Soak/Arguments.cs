using System.Globalization;

namespace AuthProfiles.Soak;

/// <summary>What stands behind a sub-command: <c>--name value</c>, and flags without a value.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string?> _values = new(StringComparer.Ordinal);

    /// <param name="words">The words.</param>
    /// <param name="known">The names that the sub-command knows, without their dashes.</param>
    /// <exception cref="UsageException">A word is none of them.</exception>
    public Arguments(ReadOnlySpan<string> words, params ReadOnlySpan<string> known)
    {
        for (var at = 0; at < words.Length; at++)
        {
            var name = words[at].StartsWith("--", StringComparison.Ordinal) ? words[at][2..] : string.Empty;
            if (!known.Contains(name))
            {
                throw new UsageException($"Unknown argument '{words[at]}'.");
            }

            var hasValue = at + 1 < words.Length && !words[at + 1].StartsWith("--", StringComparison.Ordinal);
            _values[name] = hasValue ? words[++at] : null;
        }
    }

    public bool Has(string name) => _values.ContainsKey(name);

    public string Text(string name, string? otherwise = null) =>
        _values.GetValueOrDefault(name) ?? otherwise ?? throw new UsageException($"--{name} is missing.");

    public int Number(string name, int otherwise) => Has(name) ? Parse(name, Text(name)) : otherwise;

    public IReadOnlyList<int> Numbers(string name, params int[] otherwise) =>
        Has(name) ? [.. Text(name).Split(',').Select(part => Parse(name, part))] : otherwise;

    /// <summary>Returns the seed of all randomness: the one asked for, or a new one.</summary>
    public int Seed() => Number("seed", Random.Shared.Next(1, 1_000_000));

    private static int Parse(string name, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new UsageException($"--{name} must be a number above 0.");
}
