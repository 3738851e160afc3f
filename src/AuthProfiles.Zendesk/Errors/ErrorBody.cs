namespace AuthProfiles.Zendesk.Errors;

/// <summary>What the body of a refusal says, of whichever shape it is; all texts escaped and cut.</summary>
internal sealed record ErrorBody(string? Code, string? Description, IReadOnlyList<ZendeskFieldError> Details)
{
    public static readonly ErrorBody Empty = new(null, null, []);

    /// <summary>Says whether code or sentence has a word, in whatever case.</summary>
    public bool Says(string word) =>
        (Code?.Contains(word, StringComparison.OrdinalIgnoreCase) ?? false)
        || (Description?.Contains(word, StringComparison.OrdinalIgnoreCase) ?? false);
}
