namespace Snippets;

/// <summary>What the pages show is compiled: each paragraph of a C# block stands in one of the files beside this one, or in such a folder of other tests.</summary>
[TestFixture]
public sealed class MarkdownTests
{
    private static readonly IEnumerable<string> Folders = Directory.GetDirectories(Path.Combine(Markdown.Root, "tests")).Select(static project => Path.Combine(project, "Snippets")).Where(Directory.Exists);

    private static readonly Lazy<string[]> Compiled = new(static () =>
        [.. Folders.SelectMany(static folder => Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)).Select(static file => Joined(File.ReadLines(file).Select(static line => line.Trim())))]);

    private static IEnumerable<TestCaseData> Blocks => Markdown.Blocks("csharp").Select(static block => new TestCaseData(block).SetArgDisplayNames(block.Name));

    [TestCaseSource(nameof(Blocks))]
    public void Every_snippet_is_compiled(object block)
    {
        var missing = ((MarkdownBlock)block).Paragraphs().Where(static paragraph => !Array.Exists(Compiled.Value, file => file.Contains(Joined(paragraph), StringComparison.Ordinal)));

        Assert.That(
            missing.Select(static paragraph => string.Join('\n', paragraph)),
            Is.Empty,
            "These lines stand together in no file of tests/AuthProfiles.Testing.Tests/Snippets, or of the Snippets of other tests: compile them there, or mend the page.");
    }

    [Test]
    public void The_first_page_has_snippets() => Assert.That(Markdown.BlocksOf("README.md", "csharp").Count(), Is.GreaterThan(5));

    [Test]
    public void A_block_that_is_held_to_something_says_its_language_in_one_way() =>
        Assert.That(
            from page in Markdown.Pages()
            from line in Markdown.ReadLines(page)
            let fence = line.Trim()
            where fence is "```cs" or "```c#" or "```C#" or "```jsonc" or "```JSON" or "```HTTP"
            select $"{page}: {fence}",
            Is.Empty,
            "C# is ```csharp, settings are ```json, what goes over the wire is ```http: a block by another name is looked at by nobody.");

    // With a line's end on either side, so that no line is found within another.
    private static string Joined(IEnumerable<string> lines) => $"\n{string.Join('\n', lines)}\n";
}
