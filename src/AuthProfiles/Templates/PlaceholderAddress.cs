namespace AuthProfiles.Templates;

/// <summary>Makes the address that stands for a template until its values are known. Nothing can be sent to it: <c>.invalid</c> never resolves (RFC 6761).</summary>
internal static class PlaceholderAddress
{
    public const string Host = "tenant-missing.invalid";

    public static Uri Of(TemplateBody body, UrlLayout layout)
    {
        var path = body.Text.AsSpan(layout.PathStart, layout.QueryStart - layout.PathStart);
        foreach (ref readonly var part in body.Parts.AsSpan())
        {
            var end = part.Start + part.Length;
            if (part.Place is not null && end >= layout.PathStart && end < layout.QueryStart)
            {
                path = path[..(end - layout.PathStart)];
                path = path[..(path.LastIndexOf('/') + 1)];
                break;
            }
        }

        return new($"https://{Host}{(path.IsEmpty ? "/" : path)}");
    }
}
