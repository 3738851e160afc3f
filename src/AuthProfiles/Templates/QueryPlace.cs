namespace AuthProfiles.Templates;

/// <summary>The name or the value of a query parameter: any Unicode text, percent-encoded.</summary>
internal sealed class QueryPlace : Place
{
    private QueryPlace(TemplatePosition position)
        : base(position, new(PercentEncoding.UnreservedCharacters, shortest: 1, TemplateLimits.Url))
    {
    }

    public static QueryPlace Name { get; } = new(TemplatePosition.QueryName);

    public static QueryPlace Value { get; } = new(TemplatePosition.QueryValue);

    public override string Expected => "well-formed Unicode text";

    public override string? FaultOf(ReadOnlySpan<char> value) => Surrogates.HasLone(value) ? Surrogates.Fault : null;

    public override bool TryWrite(ReadOnlySpan<char> value, Span<char> destination, out int written) =>
        PercentEncoding.TryWrite(value, destination, keepsSlash: false, out written);
}
