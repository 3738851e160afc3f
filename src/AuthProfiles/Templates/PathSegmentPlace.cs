namespace AuthProfiles.Templates;

/// <summary>One segment of a path, or a part of one.</summary>
/// <remarks>
/// A part need not know its neighbours: no part is empty, "." or "..", and literal text has no broken percent escape
/// for a value to complete, so a segment with a part in it never becomes a dot segment.
/// </remarks>
internal sealed class PathSegmentPlace : Place
{
    // Shorter text may be a dot segment.
    private PathSegmentPlace()
        : base(TemplatePosition.PathSegment, new(PercentEncoding.UnreservedCharacters, shortest: 3, TemplateLimits.Url))
    {
    }

    public static PathSegmentPlace Instance { get; } = new();

    public override string Expected => "one path segment other than '.' and '..'";

    public override string? FaultOf(ReadOnlySpan<char> value) =>
        value is "." or ".." ? "it is a dot segment, which climbs the path" : Surrogates.HasLone(value) ? Surrogates.Fault : null;

    public override bool TryWrite(ReadOnlySpan<char> value, Span<char> destination, out int written) =>
        PercentEncoding.TryWrite(value, destination, keepsSlash: false, out written);
}
