namespace AuthProfiles.Security.Tests.Hostile;

/// <summary>Rows of one kind of attack, or of one kind of good input.</summary>
internal sealed record CorpusClass(string Name, IReadOnlyList<CorpusRow> Rows)
{
    public override string ToString() => Name;
}
