using System.Buffers;
using System.Runtime.CompilerServices;

namespace AuthProfiles.Zendesk.Wire;

/// <summary>Collects the items of an array whose length is known only at its end, in memory that is lent. It ends with <see cref="ToArray"/>.</summary>
internal ref struct ItemBuffer<T>
{
    private const int Smallest = 16;

    private T[]? _lent;
    private int _count;

    public void Add(T item)
    {
        if (_lent is null || _count == _lent.Length)
        {
            Grow();
        }

        _lent![_count++] = item;
    }

    /// <summary>Returns the items in an array of their own, and gives the memory back.</summary>
    public T[] ToArray()
    {
        if (_lent is not { } lent)
        {
            return [];
        }

        var items = lent.AsSpan(0, _count).ToArray();
        GiveBack(lent);
        (_lent, _count) = (null, 0);
        return items;
    }

    private void Grow()
    {
        var larger = ArrayPool<T>.Shared.Rent(Math.Max(Smallest, 2 * _count));
        if (_lent is { } smaller)
        {
            smaller.AsSpan(0, _count).CopyTo(larger);
            GiveBack(smaller);
        }

        _lent = larger;
    }

    // What the pool holds must not keep records alive.
    private readonly void GiveBack(T[] lent)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            lent.AsSpan(0, _count).Clear();
        }

        ArrayPool<T>.Shared.Return(lent);
    }
}
