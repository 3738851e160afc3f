namespace AuthProfiles.Mutations;

/// <summary>A change that breaks an invariant, and the tests that must notice.</summary>
/// <param name="Id">The invariant and a name: <c>I6-single-flight</c>.</param>
/// <param name="Sentence">What it does.</param>
/// <param name="File">The file, relative to the repository.</param>
/// <param name="Tests">The test filter.</param>
/// <param name="Changes">Texts that must occur exactly once, each with what takes its place.</param>
internal sealed record Mutation(string Id, string Sentence, string File, string Tests, IReadOnlyList<(string Old, string New)> Changes)
{
    /// <summary>Gets the project of the tests: that of the package which the file is part of.</summary>
    public string Project => $"{File.Split('/')[1]}.Tests";

    /// <summary>Applies the changes to the file's text.</summary>
    public string Apply(string text)
    {
        foreach (var (old, replacement) in Changes)
        {
            var first = text.IndexOf(old, StringComparison.Ordinal);
            if (first < 0 || text.IndexOf(old, first + 1, StringComparison.Ordinal) >= 0)
            {
                throw new MutationException($"{File} has this text {(first < 0 ? "nowhere" : "more than once")}; bring mutations.txt up to date:{Environment.NewLine}{old}");
            }

            text = string.Concat(text.AsSpan(0, first), replacement, text.AsSpan(first + old.Length));
        }

        return text;
    }
}
