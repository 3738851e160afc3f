using System.Collections.Immutable;

namespace AuthProfiles.AzureOpenAI.ContentFilters;

/// <summary>What one content filter found.</summary>
/// <param name="Name">The filter's name with underscores, such as <c>self_harm</c>. The set is open.</param>
/// <param name="Filtered">Whether the filter withheld content.</param>
/// <param name="Severity"><c>safe</c>, <c>low</c>, <c>medium</c> or <c>high</c>, or null for filters that only detect. The set is open.</param>
/// <param name="Detected">Whether the filter found what it looks for, or null for filters that grade.</param>
public sealed record ContentFilterCategory(string Name, bool Filtered, string? Severity, bool? Detected)
{
    /// <summary>Gets the address of what was found in protected material, or null.</summary>
    public string? CitationUrl { get; init; }

    /// <summary>Gets the license of what was found in protected material, or null.</summary>
    public string? CitationLicense { get; init; }

    /// <summary>Gets the lists or topics of the resource's own that were found.</summary>
    public ImmutableArray<ContentFilterDetail> Details { get; init; } = [];
}
