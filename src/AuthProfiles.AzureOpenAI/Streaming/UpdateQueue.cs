using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>The updates that one event made and nobody has taken yet: usually one.</summary>
internal sealed class UpdateQueue
{
    /// <summary>128 answers of 16 calls each; more in one event is no answer.</summary>
    private const int Longest = 2048;

    private ChatUpdate[] _updates = new ChatUpdate[4];
    private int _next;

    /// <summary>Gets how many updates the last event made.</summary>
    public int Count { get; private set; }

    public ref ChatUpdate this[int position] => ref _updates[position];

    public void Clear() => (_next, Count) = (0, 0);

    public void Add(in ChatUpdate update)
    {
        if (Count == Longest)
        {
            throw new JsonException("One event has more answers and calls of tools than a request can ask for.");
        }

        if (Count == _updates.Length)
        {
            Array.Resize(ref _updates, Count * 2);
        }

        _updates[Count++] = update;
    }

    public bool TryTake(out ChatUpdate update)
    {
        var isThere = _next < Count;
        update = isThere ? _updates[_next++] : default;
        return isThere;
    }
}
