namespace Snippets;

/// <summary>The C# blocks of the pages that come with the repository.</summary>
internal static class Markdown
{
    /// <summary>The directory that holds the solution.</summary>
    public static readonly string Root = FindRoot();

    public static IEnumerable<Block> Blocks() => Pages().SelectMany(BlocksOf);

    private static IEnumerable<string> Pages() =>
        [Path.Combine(Root, "README.md"), .. Directory.GetDirectories(Path.Combine(Root, "src")).Order(StringComparer.Ordinal).Select(static project => Path.Combine(project, "README.md")).Where(File.Exists)];

    private static IEnumerable<Block> BlocksOf(string page)
    {
        List<string>? lines = null;
        var number = 0;
        foreach (var line in File.ReadLines(page).Select(static line => line.Trim()))
        {
            if (lines is null)
            {
                lines = line == "```csharp" ? [] : null;
            }
            else if (line == "```")
            {
                yield return new($"{Path.GetRelativePath(Root, page).Replace('\\', '/')}, block {++number}", lines);
                lines = null;
            }
            else
            {
                lines.Add(line);
            }
        }
    }

    private static string FindRoot()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "AuthProfiles.sln")))
            {
                return directory.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside the repository, whose pages they read.");
    }

    /// <summary>A block, by what it is called in test results.</summary>
    public sealed record Block(string Name, IReadOnlyList<string> Lines)
    {
        /// <summary>Returns the parts between blank lines.</summary>
        public IEnumerable<IReadOnlyList<string>> Paragraphs()
        {
            var paragraph = new List<string>();
            foreach (var line in Lines.Append(string.Empty))
            {
                if (line.Length > 0)
                {
                    paragraph.Add(line);
                }
                else if (paragraph.Count > 0)
                {
                    yield return paragraph;
                    paragraph = [];
                }
            }
        }

        public override string ToString() => Name;
    }
}
