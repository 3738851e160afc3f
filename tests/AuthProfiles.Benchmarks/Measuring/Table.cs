namespace AuthProfiles.Benchmarks.Measuring;

/// <summary>Writes the lines of the table as they are measured.</summary>
internal sealed class Table(TextWriter output, double slack)
{
    public void Begin()
    {
        output.WriteLine($"{"goal",-5} {"case",-64} {"ns",14} {"ratio",7} {"bytes",10}  promises");
        output.WriteLine(new string('-', 132));
    }

    public void Write(Row row)
    {
        var ratio = row.Ratio is { } value ? $"{value:0.00}" : "-";
        var bytes = row.Bytes is { } count ? $"{count:#,0.#}" : "-";
        output.WriteLine($"{row.Goal,-5} {row.Case,-64} {row.Nanoseconds,14:#,0.#} {ratio,7} {bytes,10}  {Promises(row)}");
    }

    private string Promises(Row row) =>
        row.Note ?? string.Join("; ", row.Checks.Select(check => $"{check.Text} {(check.Passes(slack) ? "pass" : "FAIL")}"));
}
