using System.Text;
using System.Text.RegularExpressions;

namespace Snippets;

/// <summary>Where a page's links lead, and what can be linked to in it.</summary>
internal static partial class MarkdownLinks
{
    // The pages of packages are read elsewhere, and link to the repository by its address.
    private const string Repository = "https://github.com/authprofiles/authprofiles/blob/main/";

    /// <summary>Returns the targets of a page's links that lead to the repository itself.</summary>
    public static IEnumerable<string> Relative(string page) =>
        from line in Markdown.Prose(page)
        from Match link in Link().Matches(Code().Replace(line, string.Empty))
        let target = link.Groups["target"].Value
        where target.StartsWith(Repository, StringComparison.Ordinal) || !target.Contains(':', StringComparison.Ordinal)
        select target;

    /// <summary>Returns the file that a link of a page leads to, from the root, and the heading in it, if there is one.</summary>
    public static (string File, string? Heading) Resolve(string page, string link)
    {
        var (path, heading) = link.Split('#') is [var before, var after] ? (before, after) : (link, (string?)null);
        var from = path.StartsWith(Repository, StringComparison.Ordinal) ? (Folder: string.Empty, Path: path[Repository.Length..]) : (Folder: Path.GetDirectoryName(page)!, Path: path);
        return (from.Path.Length == 0 ? page : Path.GetRelativePath(Markdown.Root, Path.GetFullPath(Path.Combine(Markdown.Root, from.Folder, from.Path))).Replace('\\', '/'), heading);
    }

    /// <summary>Returns the anchors of a page's headings, by GitHub's rule: lower case, hyphens for spaces, no punctuation, a number for the second of the same name.</summary>
    public static IReadOnlySet<string> Anchors(string page)
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in Markdown.Prose(page).Where(static line => line.StartsWith('#')))
        {
            var slug = Slug(line.TrimStart('#').Trim());
            var anchor = slug;
            for (var i = 1; !anchors.Add(anchor); i++)
            {
                anchor = $"{slug}-{i}";
            }
        }

        return anchors;
    }

    private static string Slug(string heading)
    {
        var slug = new StringBuilder();
        foreach (var rune in Link().Replace(heading, "${text}").ToLowerInvariant())
        {
            if (rune == ' ')
            {
                slug.Append('-');
            }
            else if (char.IsLetterOrDigit(rune) || rune is '-' or '_')
            {
                slug.Append(rune);
            }
        }

        return slug.ToString();
    }

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("`[^`]*`", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
