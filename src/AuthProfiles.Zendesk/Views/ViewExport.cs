namespace AuthProfiles.Zendesk;

/// <summary>How far Zendesk is with writing a view into a file.</summary>
/// <param name="ViewId">The id of the view.</param>
/// <param name="Status">The state as Zendesk names it, such as <c>starting</c>.</param>
public sealed record ViewExport(long? ViewId, string? Status);
