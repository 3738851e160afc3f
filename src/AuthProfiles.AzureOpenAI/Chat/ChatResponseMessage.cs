namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>What the model said.</summary>
public sealed record ChatResponseMessage
{
    /// <summary>Gets the text, or null where the model refused or the filters withheld it.</summary>
    public string? Content { get; init; }

    /// <summary>Gets the model's refusal, or null.</summary>
    public string? Refusal { get; init; }
}
