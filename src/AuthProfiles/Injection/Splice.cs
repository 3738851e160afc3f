namespace AuthProfiles.Injection;

/// <summary>One edit of a body: at <paramref name="start"/>, <paramref name="removed"/> bytes make way for <paramref name="text"/>.</summary>
internal sealed class Splice(int start, int removed, ReadOnlyMemory<byte> text)
{
    public int Start => start;

    public int End => start + removed;

    public ReadOnlyMemory<byte> Text => text;

    public Splice? Next { get; private set; }

    /// <summary>Gets by how many bytes this edit and those behind it make the body longer.</summary>
    public int Growth => text.Length - removed + (Next?.Growth ?? 0);

    /// <summary>Returns the same edits for a body that has so many bytes more in front.</summary>
    public Splice Moved(int distance) => new(start + distance, removed, text) { Next = Next?.Moved(distance) };

    /// <summary>Puts an edit into a list that is in the order of the body; edits of one position keep the order in which they came.</summary>
    public static Splice Insert(Splice? first, Splice added)
    {
        if (first is null || first.Start > added.Start)
        {
            added.Next = first;
            return added;
        }

        first.Next = Insert(first.Next, added);
        return first;
    }
}
