namespace AuthProfiles.Testing.Zendesk;

/// <summary>Files that belong to no comment yet.</summary>
/// <param name="Token">What a comment takes them by, for an hour.</param>
/// <param name="At">When the first came.</param>
/// <param name="Files">The files.</param>
internal sealed record LocalUpload(string Token, DateTimeOffset At, IReadOnlyList<LocalAttachment> Files);
