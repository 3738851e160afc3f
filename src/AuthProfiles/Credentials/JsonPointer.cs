namespace AuthProfiles.Credentials;

/// <summary>Reads JSON Pointers (RFC 6901).</summary>
internal static class JsonPointer
{
    /// <summary>Returns what is wrong with a pointer, as the end of a sentence, or null. The empty one, which names the whole document, is none of ours.</summary>
    public static string? Fault(string pointer) => pointer switch
    {
        not ['/', ..] => "a JSON Pointer begins with '/'",
        _ when pointer.Split('~').Skip(1).Any(static rest => rest is not ['0' or '1', ..]) => "the JSON Pointer has a '~' that is neither ~0 nor ~1",
        _ => null,
    };

    /// <summary>Returns the names on the way, unescaped: first ~1, then ~0 (section 4).</summary>
    public static string[] Segments(string pointer) =>
        [.. pointer[1..].Split('/').Select(static name => name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];
}
