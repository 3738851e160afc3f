namespace AuthProfiles.Injection;

/// <summary>Collects the edits of a body in the order of the body; edits of one position keep the order in which they came.</summary>
internal struct SpliceOrder
{
    private Splice? _last;

    /// <summary>Gets the first edit, or null where there is none.</summary>
    public Splice? First { get; private set; }

    /// <summary>Adds an edit.</summary>
    // Its place is looked for from where the last one went, because edits are found in the order of the body: any number of them take one pass.
    public void Add(Splice added)
    {
        var before = IsBefore(_last, added) ? _last : IsBefore(First, added) ? First : null;
        while (IsBefore(before?.Next, added))
        {
            before = before!.Next;
        }

        if (before is null)
        {
            added.Next = First;
            First = added;
        }
        else
        {
            added.Next = before.Next;
            before.Next = added;
        }

        _last = added;
    }

    private static bool IsBefore(Splice? edit, Splice added) => edit is not null && edit.Start <= added.Start;
}
