namespace Snippets;

/// <summary>A fenced block of a page, by what it is called in test results.</summary>
/// <param name="Page">The page.</param>
/// <param name="Number">Which block of its language it is on the page, from 1.</param>
/// <param name="Lines">What stands in it.</param>
/// <param name="End">How many lines of the page there are until its end.</param>
internal sealed record MarkdownBlock(string Page, int Number, IReadOnlyList<string> Lines, int End = int.MaxValue)
{
    public string Name => $"{Page}, block {Number}";

    public string Text => string.Join('\n', Lines);

    /// <summary>Returns the parts between blank lines, their lines without indentation.</summary>
    public IEnumerable<IReadOnlyList<string>> Paragraphs()
    {
        var paragraph = new List<string>();
        foreach (var line in Lines.Select(static line => line.Trim()).Append(string.Empty))
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
