namespace AuthProfiles.Zendesk;

/// <summary>Copies of a suspended ticket's files, which can be put on another ticket. Immutable.</summary>
/// <param name="Token">The token, for <see cref="Comment.Uploads"/>; null where there are no files.</param>
/// <param name="Attachments">The copies.</param>
public sealed record SuspendedUpload(string? Token, IReadOnlyList<Attachment> Attachments);
