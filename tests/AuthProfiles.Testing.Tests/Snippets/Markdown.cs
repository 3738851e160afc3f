namespace Snippets;

/// <summary>The pages that come with the repository.</summary>
internal static class Markdown
{
    /// <summary>The directory that holds the solution.</summary>
    public static readonly string Root = FindRoot();

    private static readonly string[] Folders = ["docs", "src", "samples", "tests", ".github"];
    private static readonly string[] Made = ["bin", "obj", "artifacts", "screens"];

    /// <summary>Returns the pages, by their paths from the root with slashes.</summary>
    public static IEnumerable<string> Pages() =>
        Directory.GetFiles(Root, "*.md")
            .Concat(Folders.Select(static folder => Path.Combine(Root, folder)).Where(Directory.Exists).SelectMany(PagesBelow))
            .Select(static page => Path.GetRelativePath(Root, page).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    /// <summary>Returns the fenced blocks of all pages that say this language.</summary>
    public static IEnumerable<MarkdownBlock> Blocks(string language) => Pages().SelectMany(page => BlocksOf(page, language));

    /// <summary>Returns the fenced blocks of one page that say this language.</summary>
    public static IEnumerable<MarkdownBlock> BlocksOf(string page, string language)
    {
        List<string>? lines = null;
        var (wanted, number, end) = (false, 0, 0);
        foreach (var line in ReadLines(page))
        {
            end++;
            var isFence = line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            if (lines is null && isFence)
            {
                (lines, wanted) = ([], line.Trim() == "```" + language);
            }
            else if (lines is not null && isFence)
            {
                if (wanted)
                {
                    yield return new(page, ++number, lines, end);
                }

                lines = null;
            }
            else
            {
                lines?.Add(line);
            }
        }
    }

    /// <summary>Returns the lines of a page that stand in no block.</summary>
    public static IEnumerable<string> Prose(string page)
    {
        var inside = false;
        foreach (var line in ReadLines(page))
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                inside = !inside;
            }
            else if (!inside)
            {
                yield return line;
            }
        }
    }

    public static IEnumerable<string> ReadLines(string page) => File.ReadLines(Path.Combine(Root, page));

    private static IEnumerable<string> PagesBelow(string folder) =>
        Directory.GetFiles(folder, "*.md")
            .Concat(Directory.GetDirectories(folder).Where(static child => !Made.Contains(Path.GetFileName(child), StringComparer.Ordinal)).SelectMany(PagesBelow));

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
}
