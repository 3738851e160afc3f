namespace AuthProfiles.Security.Tests.Hostile;

/// <summary>One row of a corpus: hostile or good input, and what must come of it.</summary>
internal sealed record CorpusRow(string File, int Line, IReadOnlyList<string> Cells)
{
    /// <summary>The outcome of what must be refused.</summary>
    public const string Refused = "!";

    public string this[int cell] => Cells[cell];

    /// <summary>Names the row where it stands, because its value may not be fit to be shown.</summary>
    public override string ToString() => $"{File}:{Line}";
}
