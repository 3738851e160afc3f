namespace AuthProfiles.Security.Tests.Hostile;

/// <summary>The corpora that are checked in, by class: one line a row, its cells divided by tabs, the class first.</summary>
internal static class Corpus
{
    public static IEnumerable<TestCaseData> Tenants => Cases("tenants");

    public static IEnumerable<TestCaseData> Endpoints => Cases("endpoints");

    public static IEnumerable<TestCaseData> TokenAnswers => Cases("token-answers");

    public static IEnumerable<TestCaseData> Headers => Cases("headers");

    public static IEnumerable<TestCaseData> Bodies => Cases("bodies");

    public static IEnumerable<TestCaseData> Callbacks => Cases("callbacks");

    public static IEnumerable<TestCaseData> ReturnAddresses => Cases("return-addresses");

    public static IReadOnlyList<CorpusClass> Read(string name) =>
        [.. Rows(name).GroupBy(static row => row[0], StringComparer.Ordinal).Select(static rows => new CorpusClass(rows.Key, [.. rows]))];

    public static string[] Lines(string name) => File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Hostile", "Corpora", name + ".tsv"));

    public static IEnumerable<CorpusRow> Rows(string name) => Lines(name)
        .Select((line, index) => (Line: line, Number: index + 1))
        .Where(static entry => entry.Line.Length > 0 && entry.Line[0] != '#')
        .Select(entry => new CorpusRow(name, entry.Number, [.. entry.Line.Split('\t').Select(CorpusText.Read)]));

    private static IEnumerable<TestCaseData> Cases(string name) => Read(name).Select(static rows => new TestCaseData(rows).SetArgDisplayNames(rows.Name));
}
