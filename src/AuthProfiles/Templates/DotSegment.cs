namespace AuthProfiles.Templates;

/// <summary>Finds the path segments that climb: "." and "..", also percent-encoded, which <see cref="Uri"/> reads alike.</summary>
internal static class DotSegment
{
    public static bool IsIn(ReadOnlySpan<char> path)
    {
        for (var slash = path.IndexOf('/'); slash >= 0; slash = path.IndexOf('/'))
        {
            if (Is(path[..slash]))
            {
                return true;
            }

            path = path[(slash + 1)..];
        }

        return Is(path);
    }

    private static bool Is(ReadOnlySpan<char> segment)
    {
        var dots = 0;
        while (!segment.IsEmpty)
        {
            var width = segment[0] == '.' ? 1 : segment.StartsWith("%2e", StringComparison.OrdinalIgnoreCase) ? 3 : 0;
            if (width == 0)
            {
                return false;
            }

            segment = segment[width..];
            dots++;
        }

        return dots is 1 or 2;
    }
}
