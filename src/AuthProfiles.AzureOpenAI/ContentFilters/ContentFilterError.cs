namespace AuthProfiles.AzureOpenAI.ContentFilters;

/// <summary>Why the content filters gave no results: they failed themselves, and the content was not looked at.</summary>
/// <param name="Code">The service's code, such as <c>content_filter_error</c>, or null.</param>
/// <param name="Message">The service's sentence, or null.</param>
public sealed record ContentFilterError(string? Code, string? Message);
