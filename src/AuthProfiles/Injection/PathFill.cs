namespace AuthProfiles.Injection;

/// <summary>A placeholder of a path that has been filled: with what, and where in the address's text that stands now.</summary>
internal sealed record PathFill(string Key, SecretValue Value, int Start, int Length, PathFill? Earlier)
{
    public bool Has(string key, SecretValue value) =>
        (string.Equals(Key, key, StringComparison.Ordinal) && Value.Equals(value)) || Earlier?.Has(key, value) == true;

    /// <summary>Says whether a position is inside a filled value: a value may look like a placeholder and is none.</summary>
    public bool Covers(int position) =>
        (position >= Start && position < Start + Length) || Earlier?.Covers(position) == true;

    /// <summary>Moves what stands behind a position.</summary>
    public PathFill Moved(int position, int distance) =>
        this with { Start = Start > position ? Start + distance : Start, Earlier = Earlier?.Moved(position, distance) };
}
