using AuthProfiles.AzureOpenAI.ContentFilters;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>One answer of those asked for.</summary>
public sealed record ChatChoice
{
    /// <summary>Gets the answer's number, from 0 on.</summary>
    public int Index { get; init; }

    /// <summary>Gets why the model stopped.</summary>
    public FinishReason FinishReason { get; init; }

    /// <summary>Gets what the model said.</summary>
    public required ChatResponseMessage Message { get; init; }

    /// <summary>Gets what the content filters said about the answer, or null.</summary>
    public ContentFilterResults? ContentFilter { get; init; }
}
