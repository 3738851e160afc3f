namespace AuthProfiles.Testing.AzureOpenAI;

/// <summary>Counts tokens the way one estimates them: four characters make one.</summary>
internal static class Tokens
{
    private const int Characters = 4;

    public static int Count(string text) => (text.Length + Characters - 1) / Characters;

    public static string Cut(string text, int tokens) => text[..Math.Min(text.Length, tokens * Characters)];
}
