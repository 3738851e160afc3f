namespace AuthProfiles.Testing.AzureOpenAI;

/// <summary>Counts tokens the way one estimates them: four characters make one.</summary>
internal static class Tokens
{
    private const int Characters = 4;

    public static int Count(string text) => (text.Length + Characters - 1) / Characters;

    /// <summary>Returns as much of a text as so many tokens have.</summary>
    public static string Cut(string text, int tokens) => text[..End(text, 0, tokens)];

    /// <summary>Returns a text in pieces of two tokens.</summary>
    public static IEnumerable<string> Pieces(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = End(text, start, 2);
            yield return text[start..end];
            start = end;
        }
    }

    // Half a character could not be written: both halves go together.
    private static int End(string text, int start, int tokens)
    {
        var end = (int)Math.Min(text.Length, start + ((long)tokens * Characters));
        return end < text.Length && char.IsSurrogatePair(text[end - 1], text[end]) ? end - 1 : end;
    }
}
