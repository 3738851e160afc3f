namespace Snippets;

/// <summary>What the pages show is compiled: each paragraph of a C# block stands in one of the files beside this one, or in such a folder of other tests.</summary>
[TestFixture]
public sealed class MarkdownTests
{
    private static readonly IEnumerable<string> Folders = Directory.GetDirectories(Path.Combine(Markdown.Root, "tests")).Select(static project => Path.Combine(project, "Snippets")).Where(Directory.Exists);

    private static readonly Lazy<string[]> Compiled = new(static () =>
        [.. Folders.SelectMany(static folder => Directory.GetFiles(folder, "*.cs")).Select(static file => Joined(File.ReadLines(file).Select(static line => line.Trim())))]);

    private static IEnumerable<TestCaseData> Blocks => Markdown.Blocks().Select(static block => new TestCaseData(block).SetArgDisplayNames(block.Name));

    [TestCaseSource(nameof(Blocks))]
    public void Every_snippet_is_compiled(object block)
    {
        var missing = ((Markdown.Block)block).Paragraphs().Where(static paragraph => !Array.Exists(Compiled.Value, file => file.Contains(Joined(paragraph), StringComparison.Ordinal)));

        Assert.That(
            missing.Select(static paragraph => string.Join('\n', paragraph)),
            Is.Empty,
            "These lines stand together in no file of tests/AuthProfiles.Testing.Tests/Snippets, or of the Snippets of other tests: compile them there, or mend the page.");
    }

    [Test]
    public void The_first_page_has_snippets() => Assert.That(Markdown.Blocks().Count(static block => block.Name.StartsWith("README.md", StringComparison.Ordinal)), Is.GreaterThan(5));

    // With a line's end on either side, so that no line is found within another.
    private static string Joined(IEnumerable<string> lines) => $"\n{string.Join('\n', lines)}\n";
}
