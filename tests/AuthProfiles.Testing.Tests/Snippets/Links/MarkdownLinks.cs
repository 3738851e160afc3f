using System.Text;
using System.Text.RegularExpressions;

namespace Snippets;

/// <summary>Where a page's links lead, and what can be linked to in it.</summary>
internal static partial class MarkdownLinks
{
    /// <summary>Returns the targets of a page's links that lead to the repository itself.</summary>
    public static IEnumerable<string> Relative(string page) =>
        from line in Markdown.Prose(page)
        from Match link in Link().Matches(Code().Replace(line, string.Empty))
        let target = link.Groups["target"].Value
        where !target.Contains(':', StringComparison.Ordinal)
        select target;

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
