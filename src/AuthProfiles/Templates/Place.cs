namespace AuthProfiles.Templates;

/// <summary>The rules of one place: what a value may be there, and how it is written.</summary>
/// <remarks>Immutable and thread-safe. Values are neither empty nor longer than the template's limit: the template has looked.</remarks>
internal abstract class Place(TemplatePosition position)
{
    public TemplatePosition Position { get; } = position;

    /// <summary>Gets what a value should be, to go on after "Give".</summary>
    public abstract string Expected { get; }

    /// <summary>Returns why the value can't stand here, without repeating it, or null.</summary>
    public abstract string? FaultOf(ReadOnlySpan<char> value);

    /// <summary>Writes a value that has no fault, escaped for the place.</summary>
    public abstract void Write(scoped ReadOnlySpan<char> value, ref CharBuffer output);
}
