namespace AuthProfiles.Injection;

/// <summary>Several changes of one request, taken back in the opposite order.</summary>
internal sealed class UndoLog : IUndo
{
    private readonly List<IUndo> _changes = [];

    public PayloadContent? Payload { get; private set; }

    public void Add(IUndo? change)
    {
        if (change is not null)
        {
            _changes.Add(change);
            Payload = change as PayloadContent ?? Payload;
        }
    }

    public void Undo(HttpRequestMessage request)
    {
        for (var i = _changes.Count - 1; i >= 0; i--)
        {
            _changes[i].Undo(request);
        }
    }
}
