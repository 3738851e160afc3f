using System.Text;

namespace AuthProfiles.Templates;

/// <summary>Makes the address that stands for a template until its values are known. Nothing can be sent to it: <c>.invalid</c> never resolves (RFC 6761).</summary>
internal static class PlaceholderAddress
{
    public const string Host = "tenant-missing.invalid";

    // In place of each segment with a value: no segment is left out, so that an address that climbs the path or leaves it out can still be told from one below it.
    private const string Segment = "tenant-missing";

    public static Uri Of(TemplateBody body, UrlLayout layout)
    {
        var path = new StringBuilder();
        var position = layout.PathStart;
        foreach (ref readonly var part in body.Parts.AsSpan())
        {
            var end = part.Start + part.Length;
            if (part.Place is null || end < position || end >= layout.QueryStart)
            {
                continue;
            }

            var before = body.Text.AsSpan(position, end - position);
            path.Append(before[..(before.LastIndexOf('/') + 1)]).Append(Segment);
            position = SegmentEnd(body.Text, end, layout.QueryStart);
        }

        path.Append(body.Text.AsSpan(position, layout.QueryStart - position));
        return new($"https://{Host}{(path.Length == 0 ? "/" : path)}");
    }

    private static int SegmentEnd(string text, int start, int pathEnd)
    {
        var slash = text.AsSpan(start, pathEnd - start).IndexOf('/');
        return slash < 0 ? pathEnd : start + slash;
    }
}
