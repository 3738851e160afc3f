namespace AuthProfiles.Templates;

/// <summary>Several segments of a path, divided by slashes.</summary>
internal sealed class PathPlace() : Place(TemplatePosition.Path)
{
    public override string Expected => "path segments divided by single slashes, none of them '.' or '..'";

    public override string? FaultOf(ReadOnlySpan<char> value)
    {
        var rest = value;
        for (var slash = rest.IndexOf('/'); slash >= 0; slash = rest.IndexOf('/'))
        {
            if (IsRefused(rest[..slash]))
            {
                return "it has an empty segment or a dot segment";
            }

            rest = rest[(slash + 1)..];
        }

        return IsRefused(rest) ? "it has an empty segment or a dot segment" : Surrogates.HasLone(value) ? Surrogates.Fault : null;
    }

    public override bool TryWrite(ReadOnlySpan<char> value, Span<char> destination, out int written) =>
        PercentEncoding.TryWrite(value, destination, keepsSlash: true, out written);

    private static bool IsRefused(ReadOnlySpan<char> segment) => segment is "" or "." or "..";
}
