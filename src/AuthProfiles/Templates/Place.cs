using System.Runtime.CompilerServices;

namespace AuthProfiles.Templates;

/// <summary>The rules of one place: what a value may be there, and how it is written.</summary>
/// <remarks>Immutable and thread-safe. Values are neither empty nor longer than the template's limit: the template has looked.</remarks>
internal abstract class Place(TemplatePosition position, PlainText? plain = null)
{
    private readonly PlainText _plain = plain ?? PlainText.None;

    public TemplatePosition Position { get; } = position;

    /// <summary>Gets what a value should be, to go on after "Give".</summary>
    public abstract string Expected { get; }

    /// <summary>Tells, cheaply, of most values that they have no fault and are written as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsPlain(ReadOnlySpan<char> value) => _plain.Holds(value);

    /// <summary>Returns why the value can't stand here, without repeating it, or null.</summary>
    public abstract string? FaultOf(ReadOnlySpan<char> value);

    /// <summary>Writes a value that has no fault, escaped for the place. False means that it does not fit.</summary>
    public abstract bool TryWrite(ReadOnlySpan<char> value, Span<char> destination, out int written);
}
