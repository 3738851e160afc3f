namespace AuthProfiles.LiveTests.Zendesk;

/// <summary>What calls are about where an id can't be known beforehand.</summary>
/// <param name="Comment">A comment of the first ticket.</param>
/// <param name="Upload">The token of an upload.</param>
/// <param name="Attachment">A file.</param>
public sealed record Subjects(long Comment, string Upload, long Attachment)
{
    /// <summary>Gets some for a server that knows nothing and answers everything.</summary>
    public static Subjects Any { get; } = new(1, "6bk3gql82em5nmf", 498483);
}
