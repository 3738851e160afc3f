namespace AuthProfiles.AzureOpenAI.ExtensionsAI;

/// <summary>Turns the name of an author into one that the service takes.</summary>
internal static class AuthorName
{
    private const int Longest = 64;

    /// <summary>Replaces what every version of the service refuses, and cuts the name; null where no letter and no digit is left.</summary>
    public static string? Of(string? name)
    {
        if (name is null || !name.Any(char.IsAsciiLetterOrDigit))
        {
            return null;
        }

        return name.Length <= Longest && name.All(IsTaken) ? name
            : string.Create(Math.Min(name.Length, Longest), name, static (target, name) =>
            {
                for (var i = 0; i < target.Length; i++)
                {
                    target[i] = IsTaken(name[i]) ? name[i] : '_';
                }
            });
    }

    private static bool IsTaken(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '-';
}
