using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace AuthProfiles.Benchmarks.Measuring;

/// <summary>Writes the page of all that was measured.</summary>
internal static class Page
{
    private static readonly (string Title, string Text, string[] Goals)[] Comparisons =
    [
        ("An authorized call, in memory", "A GET whose token is at hand, over a primary handler that answers at once. Time is that of the processors, the ratio is to the first line.", ["P1"]),
        ("The same on a real connection", "Loopback, Kestrel, one connection, one caller. The server's part, in time and in bytes, counts for everybody.", ["P2"]),
        ("A token that is at hand", "The token source alone; time of the processors. The ratio is to ours.", ["P3"]),
        ("Nobody has a token yet", "All callers start at once, the token endpoint takes 50 ms. Time and bytes are for one caller, the ratio is to ours of the same number of callers.", ["P4"]),
        ("Azure OpenAI", "Requests written, sent through the whole chain and read, beside the official client over the same answers. A stream's figures are for one chunk. The ratio is to the line of the official client above.", ["G7", "G8", "G9", "G10"]),
    ];

    /// <summary>Returns the page.</summary>
    /// <param name="rows">All lines that were measured.</param>
    /// <param name="native">The table of native programs, or null where it was not made.</param>
    public static string Write(IReadOnlyList<Row> rows, string? native)
    {
        var text = new StringBuilder();
        Line(text, $"""
            # Performance

            Measured on {TimeProvider.System.GetUtcNow():yyyy-MM-dd}: .NET {Environment.Version}, {Environment.ProcessorCount} processors ({RuntimeInformation.ProcessArchitecture}), {(OperatingSystem.IsLinux() ? "Linux" : OperatingSystem.IsWindows() ? "Windows" : "macOS")}, workstation collector. This page is written by

                dotnet run -c Release --project tests/AuthProfiles.Benchmarks -- --peers --write docs/performance.md

            which takes some minutes; without `--write` it prints the tables with peers. The promises alone, which every change must keep: `-- --gate`. How it is measured: [the project's README](../tests/AuthProfiles.Benchmarks/README.md).

            **How to read it.** All cases of a table run in every round, one after the other; a ratio is the median of the rounds' ratios. Machines differ, and so do their loads: compare ratios and bytes, not nanoseconds. Peers do what their documents say, with the token of 1.4 KB that Entra ID gives; each brings more than the column shows, and some do less than we: none of the lines with a given token or a fixed header looks at the origin, at 401 or at expiry.{Busy()}
            """);
        foreach (var (title, about, goals) in Comparisons)
        {
            Line(text, $"\n## {title}\n\n{about}\n");
            Compare(text, [.. rows.Where(row => goals.Contains(row.Goal, StringComparer.Ordinal))]);
        }

        Line(text, "\n## Promises\n\n`--gate` fails where one is broken; on machines that others use too, `--slack 1.3` gives ratios of times that much room. Bytes and counts have none.\n\n| goal | case | ns | reached, and the limit |\n| --- | --- | ---: | --- |");
        foreach (var row in rows.Where(static row => row.Checks.Count > 0))
        {
            Line(text, $"| {row.Goal} | {Cell(row.Case)} | {row.Nanoseconds:#,0} | {string.Join("; ", row.Checks.Select(static check => check.Text))} |");
        }

        Line(text, $"\n## Native and trimmed\n\n`samples/NativeAot` uses every package; `tests/aot/run` publishes it without a single warning of the trimmer or the native compiler, runs it, and compares it with the same program with calls written by hand. Megabytes are of the one native file, or of the whole directory.\n\n{native?.TrimEnd() ?? "Not measured: run `tests/aot/run` first."}");
        return text.ToString();
    }

    private static void Compare(StringBuilder text, IReadOnlyList<Row> rows)
    {
        if (rows.Count == 0)
        {
            Line(text, "Not measured this time.");
            return;
        }

        var noted = rows.Any(static row => row.Note is not null);
        Line(text, $"| case | ns | ratio | bytes |{(noted ? " |" : string.Empty)}\n| --- | ---: | ---: | ---: |{(noted ? " --- |" : string.Empty)}");
        foreach (var row in rows)
        {
            var note = noted ? $" {row.Note} |" : string.Empty;
            Line(text, $"| {Cell(row.Case)} | {row.Nanoseconds:#,0} | {row.Ratio ?? 1:0.00} | {row.Bytes ?? 0:#,0} |{note}");
        }
    }

    // Whoever reads the page must know what its times are worth.
    private static string Busy()
    {
        const string loads = "/proc/loadavg";
        return File.Exists(loads) && double.TryParse(File.ReadAllText(loads).Split(' ')[1], CultureInfo.InvariantCulture, out var load) && load > Environment.ProcessorCount
            ? $"\n\n**Other programs kept this machine busy** (a load of {load:0} on {Environment.ProcessorCount} processors) while the page was measured: its times, and its ratios, are rough and those of the slower peers too high. Bytes and counts are exact. Write it again on a quiet machine."
            : string.Empty;
    }

    private static string Cell(string text) => text.StartsWith("AuthProfiles", StringComparison.Ordinal) ? $"**{text}**" : text;

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
