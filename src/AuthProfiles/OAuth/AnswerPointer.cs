namespace AuthProfiles.OAuth;

/// <summary>Reads the JSON Pointers that name places of an answer (RFC 6901).</summary>
internal static class AnswerPointer
{
    /// <summary>The most steps that a pointer has. The deepest access token known is six deep, and JSON is read sixteen deep.</summary>
    public const int MostSteps = 8;

    /// <summary>Returns the names on the way, or null where the text is no pointer that leads anywhere.</summary>
    public static string[]? StepsOf(string? pointer)
    {
        if (pointer is not ['/', ..])
        {
            return null;
        }

        var steps = pointer[1..].Split('/');
        return steps.Length <= MostSteps && Array.TrueForAll(steps, IsStep) ? Array.ConvertAll(steps, Unescape) : null;
    }

    private static bool IsStep(string step) =>
        step.Length > 0 && !step.Replace("~0", string.Empty, StringComparison.Ordinal).Replace("~1", string.Empty, StringComparison.Ordinal).Contains('~', StringComparison.Ordinal);

    // Section 4: first ~1, then ~0.
    private static string Unescape(string step) => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
