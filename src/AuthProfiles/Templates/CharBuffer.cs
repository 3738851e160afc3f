using System.Buffers;

namespace AuthProfiles.Templates;

/// <summary>Collects characters on the stack, and in a pooled array where they are too many.</summary>
internal ref struct CharBuffer(Span<char> initial)
{
    private Span<char> _characters = initial;
    private char[]? _rented;

    public int Length { get; private set; }

    public void Append(scoped ReadOnlySpan<char> text) => text.CopyTo(Reserve(text.Length));

    /// <summary>Returns room for so many characters, which count as written.</summary>
    public Span<char> Reserve(int count)
    {
        if (count > _characters.Length - Length)
        {
            Grow(count);
        }

        var room = _characters.Slice(Length, count);
        Length += count;
        return room;
    }

    public override readonly string ToString() => new(_characters[..Length]);

    public void Dispose()
    {
        if (_rented is not null)
        {
            // The characters may be a secret; the next renter must not find them.
            ArrayPool<char>.Shared.Return(_rented, clearArray: true);
            _rented = null;
        }
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_characters.Length * 2, Length + more));
        _characters[..Length].CopyTo(larger);
        Dispose();
        _rented = larger;
        _characters = larger;
    }
}
