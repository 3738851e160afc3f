using AuthProfiles.Credentials;

namespace AuthProfiles.OAuth;

/// <summary>Reads the JSON Pointers that name places of an answer (RFC 6901).</summary>
internal static class AnswerPointer
{
    /// <summary>The most steps that a pointer has. The deepest access token known is six deep, and JSON is read sixteen deep.</summary>
    public const int MostSteps = 8;

    /// <summary>Returns the names on the way, or null where the text is no pointer that leads anywhere.</summary>
    public static string[]? StepsOf(string? pointer)
    {
        if (pointer is null || JsonPointer.Fault(pointer) is not null)
        {
            return null;
        }

        var steps = JsonPointer.Segments(pointer);
        return steps.Length <= MostSteps && Array.TrueForAll(steps, static step => step.Length > 0) ? steps : null;
    }
}
