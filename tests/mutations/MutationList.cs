namespace AuthProfiles.Mutations;

/// <summary>Reads <c>mutations.txt</c>. Its head says how it is written.</summary>
internal static class MutationList
{
    public static IReadOnlyList<Mutation> Read(string path)
    {
        var found = new List<Mutation>();
        var block = new List<string>();
        foreach (var line in File.ReadLines(path).Append("= end"))
        {
            if (line.StartsWith("= ", StringComparison.Ordinal))
            {
                if (block.Count > 0)
                {
                    found.Add(Parse(block));
                }

                block = [line];
            }
            else if (block.Count > 0)
            {
                block.Add(line);
            }
        }

        var twice = found.GroupBy(static mutation => mutation.Id, StringComparer.Ordinal).FirstOrDefault(static group => group.Skip(1).Any());
        return twice is null ? found : throw new MutationException($"{twice.Key} is in the list twice.");
    }

    private static Mutation Parse(List<string> block)
    {
        var (id, sentence) = Split(block[0][2..], ": ");
        var file = Value(block, "file: ");
        var tests = Value(block, "tests: ");
        var changes = new List<(string, string)>();
        var (old, replacement) = (new List<string>(), new List<string>());
        foreach (var line in block.Skip(1).Append("@@"))
        {
            if (line.StartsWith('-'))
            {
                old.Add(line[1..]);
            }
            else if (line.StartsWith('+'))
            {
                replacement.Add(line[1..]);
            }
            else if (line == "@@" && old.Count > 0)
            {
                changes.Add((Join(old), Join(replacement)));
                (old, replacement) = ([], []);
            }
        }

        return changes.Count == 0 ? throw new MutationException($"{id} changes nothing.") : new(id, sentence, file, tests, changes);
    }

    // Whole lines, so that a line taken out leaves none behind.
    private static string Join(List<string> lines) => string.Concat(lines.Select(static line => line + "\n"));

    private static string Value(List<string> block, string key) =>
        block.Find(line => line.StartsWith(key, StringComparison.Ordinal))?[key.Length..] ?? throw new MutationException($"'{block[0]}' has no line '{key}…'.");

    private static (string, string) Split(string text, string separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? throw new MutationException($"'{text}' has no '{separator}'.") : (text[..at], text[(at + separator.Length)..]);
    }
}
