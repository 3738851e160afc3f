namespace AuthProfiles.Injection;

/// <summary>A placeholder of a path that has been filled: with what, and where in the address's text that stands now.</summary>
internal sealed record PathFill(string Key, SecretValue Value, int Start, int Length, PathFill? Earlier)
{
    public bool Has(string key, SecretValue value) =>
        (string.Equals(Key, key, StringComparison.Ordinal) && Value.Equals(value)) || Earlier?.Has(key, value) == true;

    /// <summary>Says whether a part of the text has something of a filled value: a value may look like a placeholder, or like one of its braces, and is none.</summary>
    public bool Overlaps(int start, int end) =>
        (Start < end && start < Start + Length) || Earlier?.Overlaps(start, end) == true;

    /// <summary>Moves what stands behind a position.</summary>
    public PathFill Moved(int position, int distance) =>
        this with { Start = Start > position ? Start + distance : Start, Earlier = Earlier?.Moved(position, distance) };
}
