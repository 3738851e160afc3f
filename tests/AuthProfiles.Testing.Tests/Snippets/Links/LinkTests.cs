namespace Snippets;

/// <summary>A link of a page leads somewhere: to a file that is there, and to a heading that is in it.</summary>
[TestFixture]
public sealed class LinkTests
{
    private static IEnumerable<string> Pages => Markdown.Pages();

    [TestCaseSource(nameof(Pages))]
    public void Every_link_leads_somewhere(string page) =>
        Assert.That(
            MarkdownLinks.Relative(page).Where(link => !Leads(page, link)),
            Is.Empty,
            $"{page} links to files or headings that are not there: write where they are now.");

    [Test]
    public void The_pages_are_found() =>
        Assert.That(Pages, Is.SupersetOf(new[] { "README.md", "docs/README.md", "docs/profiles/api-key.md", "samples/README.md", "src/AuthProfiles.Testing/README.md" }));

    [Test]
    public void Every_page_of_the_documents_is_in_their_index() =>
        Assert.That(
            Markdown.Pages().Where(static page => page.StartsWith("docs/", StringComparison.Ordinal) && page != "docs/README.md").Select(static page => page["docs/".Length..]),
            Is.SubsetOf(MarkdownLinks.Relative("docs/README.md").Select(static link => link.Split('#')[0])),
            "docs/README.md names every page.");

    private static bool Leads(string page, string link)
    {
        var (file, heading) = MarkdownLinks.Resolve(page, link);
        var path = Path.Combine(Markdown.Root, file);
        return !file.StartsWith("..", StringComparison.Ordinal)
            && (File.Exists(path) || Directory.Exists(path))
            && (heading is null || (file.EndsWith(".md", StringComparison.Ordinal) && MarkdownLinks.Anchors(file).Contains(heading)));
    }
}
