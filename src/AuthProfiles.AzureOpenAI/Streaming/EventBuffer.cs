using System.Buffers;

namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>The part of a stream that has come and is still needed, in an array of the shared pool.</summary>
/// <remarks>Nothing is left in the pool. Not thread-safe. Its positions hold until <see cref="GetMemory"/>, which may move the bytes to the front.</remarks>
internal sealed class EventBuffer(int longest) : IDisposable
{
    private const int FirstBuffer = 16 * 1024;

    private byte[] _array = ArrayPool<byte>.Shared.Rent(Math.Min(FirstBuffer, longest));

    /// <summary>Gets the whole array, of which the bytes from <see cref="Start"/> to <see cref="End"/> count.</summary>
    public byte[] Storage => _array;

    /// <summary>Gets where the bytes begin that are still needed.</summary>
    public int Start { get; private set; }

    /// <summary>Gets where the bytes end that have come.</summary>
    public int End { get; private set; }

    /// <summary>Lets go of the bytes before a position.</summary>
    public void Release(int position) => Start = position;

    /// <summary>Returns room for more, and how far the bytes moved to the front for it.</summary>
    /// <returns>The room; none at all if as much is kept as ever is.</returns>
    public Memory<byte> GetMemory(out int moved)
    {
        moved = 0;
        if (Start > 0 && _array.Length - End < _array.Length / 2)
        {
            moved = Start;
            _array.AsSpan(Start, End - Start).CopyTo(_array);
            (Start, End) = (0, End - Start);
        }

        if (End == _array.Length && End < longest)
        {
            Grow();
        }

        return _array.AsMemory(End, Math.Min(_array.Length, Math.Max(longest, End)) - End);
    }

    public void Advance(int count) => End += count;

    public void Dispose()
    {
        var array = _array;
        _array = [];
        (Start, End) = (0, 0);
        if (array.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(array, clearArray: true);
        }
    }

    /// <summary>Leaves the array to the collector, because a read that was given up may still write into it.</summary>
    public void Abandon() => _array = [];

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Min(_array.Length * 2, longest));
        _array.AsSpan(0, End).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_array, clearArray: true);
        _array = larger;
    }
}
