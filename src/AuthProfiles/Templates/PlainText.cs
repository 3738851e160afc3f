using System.Buffers;
using System.Runtime.CompilerServices;

namespace AuthProfiles.Templates;

/// <summary>Text that a place takes without a closer look: it can tell in one pass, which most values pass.</summary>
internal sealed class PlainText(string characters, int shortest, int longest)
{
    private readonly SearchValues<char> _characters = SearchValues.Create(characters);

    public static PlainText None { get; } = new(string.Empty, 1, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Holds(ReadOnlySpan<char> text) =>
        text.Length >= shortest && text.Length <= longest && !text.ContainsAnyExcept(_characters);
}
