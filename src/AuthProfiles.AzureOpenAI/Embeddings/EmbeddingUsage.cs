namespace AuthProfiles.AzureOpenAI.Embeddings;

/// <summary>The tokens that embeddings used. A count that the service did not send is 0.</summary>
public sealed record EmbeddingUsage
{
    /// <summary>Gets the tokens of the texts.</summary>
    public long PromptTokens { get; init; }

    /// <summary>Gets the tokens that count against the limits.</summary>
    public long TotalTokens { get; init; }
}
