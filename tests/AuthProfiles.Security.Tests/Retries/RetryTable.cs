namespace AuthProfiles.Security.Tests.Retries;

/// <summary>A table of what is sent how often: a first line of columns, then a line for each case, their cells divided by tabs.</summary>
internal static class RetryTable
{
    public static IEnumerable<TestCaseData> Methods => Cases("Expected", 2);

    public static IEnumerable<TestCaseData> Calls => Cases("Connectors", 1);

    public static IEnumerable<(IReadOnlyList<string> Names, IReadOnlyDictionary<string, string> Cells)> Read(string table, int names)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Retries", table + ".tsv")).Where(static line => line[0] != '#').Select(static line => line.Split('\t')).ToArray();
        return lines.Skip(1).Select(line => ((IReadOnlyList<string>)line[..names], (IReadOnlyDictionary<string, string>)lines[0].Zip(line).Skip(names).ToDictionary(static cell => cell.First, static cell => cell.Second, StringComparer.Ordinal)));
    }

    private static IEnumerable<TestCaseData> Cases(string table, int names) =>
        Read(table, names).Select(row => new TestCaseData([.. row.Names, row.Cells]).SetArgDisplayNames([.. row.Names]));
}
