namespace AuthProfiles.Injection;

/// <summary>One edit of a body: at <paramref name="start"/>, <paramref name="removed"/> bytes make way for <paramref name="text"/>.</summary>
/// <remarks>A body may have any number of edits: whatever looks at all of them is a loop.</remarks>
internal sealed class Splice(int start, int removed, ReadOnlyMemory<byte> text)
{
    public int Start => start;

    public int End => start + removed;

    public ReadOnlyMemory<byte> Text => text;

    public Splice? Next { get; set; }

    /// <summary>Says by how many bytes this edit and those behind it make the body longer.</summary>
    public long MeasureGrowth()
    {
        var growth = 0L;
        for (var edit = this; edit is not null; edit = edit.Next)
        {
            growth += edit.Text.Length - (edit.End - edit.Start);
        }

        return growth;
    }

    /// <summary>Returns the same edits for a body that has so many bytes more in front.</summary>
    public Splice Moved(int distance)
    {
        var moved = default(SpliceOrder);
        for (var edit = this; edit is not null; edit = edit.Next)
        {
            moved.Add(new(edit.Start + distance, edit.End - edit.Start, edit.Text));
        }

        return moved.First!;
    }
}
