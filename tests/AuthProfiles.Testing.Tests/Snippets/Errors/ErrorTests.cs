namespace Snippets;

/// <summary>A message that a page tells is one that the library says.</summary>
[TestFixture]
[CancelAfter(120_000)]
public sealed class ErrorTests
{
    private static readonly Lazy<Task<string[]>> Said = new(SayAsync);

    private static IEnumerable<TestCaseData> Rows =>
        from page in Markdown.Pages()
        from row in RowsOf(page)
        select new TestCaseData(row).SetArgDisplayNames(page, row);

    [TestCaseSource(nameof(Rows))]
    public async Task A_message_of_a_page_is_said(string row)
    {
        var said = await Said.Value;

        Assert.That(Array.Exists(said, message => Fits(message, row)), Is.True, "The library says nothing like it. What it says:\n" + string.Join('\n', said));
    }

    [Test]
    public void Pages_tell_messages() => Assert.That(Rows.Count(), Is.GreaterThan(40));

    private static async Task<string[]> SayAsync()
    {
        var said = new List<string>();
        foreach (var one in ErrorCases.All)
        {
            said.AddRange(await one.TellAsync());
        }

        return [.. said];
    }

    // The first cell of each row of a table whose first head is "the error".
    private static IEnumerable<string> RowsOf(string page)
    {
        var inside = false;
        foreach (var line in Markdown.Prose(page))
        {
            if (!line.StartsWith('|'))
            {
                inside = false;
            }
            else if (line.StartsWith("| the error |", StringComparison.Ordinal))
            {
                inside = true;
            }
            else if (inside && !line.StartsWith("| --- ", StringComparison.Ordinal))
            {
                yield return line.Split('|')[1].Trim().Trim('`');
            }
        }
    }

    // "…" stands for what differs.
    private static bool Fits(string message, string row)
    {
        var from = 0;
        foreach (var part in row.Split('…', StringSplitOptions.RemoveEmptyEntries))
        {
            from = message.IndexOf(part, from, StringComparison.Ordinal);
            if (from < 0)
            {
                return false;
            }

            from += part.Length;
        }

        return true;
    }
}
