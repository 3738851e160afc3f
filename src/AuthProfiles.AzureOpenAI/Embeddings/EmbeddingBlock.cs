namespace AuthProfiles.AzureOpenAI.Embeddings;

/// <summary>What is to be known about vectors that were written into the caller's block, one after the other.</summary>
public sealed record EmbeddingBlock
{
    /// <summary>Gets the model that made the vectors, which is not the deployment's name.</summary>
    public string Model { get; init; } = string.Empty;

    /// <summary>Gets how many numbers a vector has: the vector of input <c>i</c> starts at <c>i * Dimensions</c>.</summary>
    public int Dimensions { get; init; }

    /// <summary>Gets the tokens used by all calls of the request, or null where the service did not say.</summary>
    public EmbeddingUsage? Usage { get; init; }

    /// <summary>Gets the id to quote to the service's support, that of the first call where there were several; or null.</summary>
    public string? RequestId { get; init; }

    /// <summary>Gets the id that the call was sent with, <c>x-ms-client-request-id</c>: the same for all attempts of the call, that of the first call where there were several, or null.</summary>
    public string? ClientRequestId { get; init; }
}
