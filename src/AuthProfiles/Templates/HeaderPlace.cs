namespace AuthProfiles.Templates;

/// <summary>A header's value: printable ASCII. Anything else splits the header, is refused late, or is read differently by two receivers.</summary>
internal sealed class HeaderPlace : Place
{
    private HeaderPlace()
        : base(TemplatePosition.Header)
    {
    }

    public static HeaderPlace Instance { get; } = new();

    public override string Expected => "printable ASCII characters only";

    public override string? FaultOf(ReadOnlySpan<char> value) =>
        value.ContainsAnyExceptInRange(' ', '~') ? "it has a character that a header can't carry" : null;

    public override bool TryWrite(ReadOnlySpan<char> value, Span<char> destination, out int written)
    {
        written = value.Length;
        return value.TryCopyTo(destination);
    }
}
