using AuthProfiles.AzureOpenAI.ContentFilters;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>What the content filters said about a prompt that was let through.</summary>
/// <param name="PromptIndex">The prompt's number, from 0 on.</param>
/// <param name="ContentFilter">The filters' results.</param>
public sealed record PromptFilterResult(int PromptIndex, ContentFilterResults ContentFilter);
