namespace AuthProfiles.Templates;

/// <summary>A place whose values are checked here and escaped by the injector that writes them.</summary>
internal sealed class UnescapedPlace(TemplatePosition position, Place rules) : Place(position)
{
    public override string Expected => rules.Expected;

    public override string? FaultOf(ReadOnlySpan<char> value) => rules.FaultOf(value);

    public override bool TryWrite(ReadOnlySpan<char> value, Span<char> destination, out int written)
    {
        written = value.Length;
        return value.TryCopyTo(destination);
    }
}
