namespace AuthProfiles.Security.Tests.Hostile;

/// <summary>The corpora are as large as they are meant to be, and are written in their own spelling alone.</summary>
[Category("Hostile")]
public sealed class CorpusTests
{
    private const int FewestClasses = 40;
    private const int MostRows = 10;

    [TestCase("tenants")]
    [TestCase("endpoints")]
    [TestCase("token-answers")]
    [TestCase("headers")]
    [TestCase("bodies")]
    [TestCase("callbacks")]
    [TestCase("return-addresses")]
    public void A_corpus_has_forty_classes_of_ten_rows_at_most_and_no_row_twice(string name)
    {
        var classes = Corpus.Read(name);

        Assert.That(classes, Has.Count.GreaterThanOrEqualTo(FewestClasses));
        Assert.That(classes.Select(static rows => rows.Rows.Count), Has.All.InRange(1, MostRows));
        Assert.That(Corpus.Lines(name).Where(static line => line.Contains('\t', StringComparison.Ordinal)).Select(static line => line[line.IndexOf('\t', StringComparison.Ordinal)..]), Is.Unique);
        Assert.That(Corpus.Rows(name).Select(static row => row.Cells.Count).Distinct().ToArray(), Has.Length.EqualTo(1));
        Assert.That(string.Concat(Corpus.Lines(name)), Does.Match("^[\\t -~]*$"), "printable ASCII and tabs");
    }

    [TestCase(@"a\tb\r\n\0\s\e\\", "a\tb\r\n\0 \\")]
    [TestCase(@"\u0130\uD83D\uDE00", "\u0130\U0001F600")]
    [TestCase(@"x\{3|ab}y", "xabababy")]
    [TestCase(@"\{2|\u00fc}\\{3}", "\u00fc\u00fc\\{3}")]
    [TestCase(@"{""a"":\{2|[}\{2|]}}", @"{""a"":[[]]}")]
    public void The_spelling_says_what_it_means(string spelling, string text) => Assert.That(CorpusText.Read(spelling), Is.EqualTo(text));
}
