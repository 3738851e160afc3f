namespace AuthProfiles.AzureOpenAI.ContentFilters;

/// <summary>What one list or topic of the resource's own found.</summary>
/// <param name="Id">The list's or the topic's name.</param>
/// <param name="Filtered">Whether it withheld content, or null for what only detects.</param>
/// <param name="Detected">Whether it was found, or null for what only withholds.</param>
public sealed record ContentFilterDetail(string Id, bool? Filtered, bool? Detected);
