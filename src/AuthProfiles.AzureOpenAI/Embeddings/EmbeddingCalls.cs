using System.Runtime.InteropServices;

namespace AuthProfiles.AzureOpenAI.Embeddings;

/// <summary>Carries out embedding requests by as many calls as they need.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class EmbeddingCalls(EmbeddingSender sender)
{
    /// <summary>How many calls of one request are under way at a time: enough to be quick, few enough to leave some of the deployment's limit to others.</summary>
    private const int MostAtOnce = 4;

    public async Task<EmbeddingResult> EmbedAsync(HttpClient http, EmbeddingRequest request, CancellationToken cancellationToken)
    {
        var vectors = new ReadOnlyMemory<float>[request.Count];
        var part = await CallAllAsync(request, CallAsync, cancellationToken).ConfigureAwait(false);
        return new()
        {
            Model = part.Model ?? string.Empty,
            Vectors = ImmutableCollectionsMarshal.AsImmutableArray(vectors),
            Usage = part.Usage,
            RequestId = part.RequestId,
            ClientRequestId = part.ClientRequestId,
            RateLimits = part.RateLimits,
            AdditionalProperties = part.AdditionalProperties,
        };

        async Task<EmbeddingPart> CallAsync(EmbeddingCall one, CancellationToken token)
        {
            var block = new VectorBlock(one.Count);
            var own = await sender.SendAsync(http, one, block, token).ConfigureAwait(false);
            block.CopyTo(vectors.AsSpan(one.Start, one.Count));
            return own;
        }
    }

    public async Task<EmbeddingBlock> EmbedAsync(HttpClient http, EmbeddingRequest request, Memory<float> destination, CancellationToken cancellationToken)
    {
        var dimensions = destination.Length / request.Count;
        var part = await CallAllAsync(request, CallAsync, cancellationToken).ConfigureAwait(false);
        return new() { Model = part.Model ?? string.Empty, Dimensions = dimensions, Usage = part.Usage, RequestId = part.RequestId, ClientRequestId = part.ClientRequestId };

        Task<EmbeddingPart> CallAsync(EmbeddingCall one, CancellationToken token) =>
            sender.SendAsync(http, one, new(one.Count, destination.Slice(one.Start * dimensions, one.Count * dimensions)), token);
    }

    private static Task<EmbeddingPart> CallAllAsync(EmbeddingRequest request, Func<EmbeddingCall, CancellationToken, Task<EmbeddingPart>> callAsync, CancellationToken cancellationToken) =>
        EmbeddingCall.CountOf(request) is var count && count == 1
            ? callAsync(EmbeddingCall.Of(request, 0), cancellationToken)
            : CallManyAsync(request, count, callAsync, cancellationToken);

    private static async Task<EmbeddingPart> CallManyAsync(
        EmbeddingRequest request, int count, Func<EmbeddingCall, CancellationToken, Task<EmbeddingPart>> callAsync, CancellationToken cancellationToken)
    {
        // The first failure cancels the other calls, and it is what is thrown.
        var parts = new EmbeddingPart[count];
        var limits = new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, count, limits, async (number, token) => parts[number] = await callAsync(EmbeddingCall.Of(request, number), token).ConfigureAwait(false)).ConfigureAwait(false);
        return parts[0] with { Usage = Sum(parts) };
    }

    // A sum without the calls that did not say would be too small.
    private static EmbeddingUsage? Sum(EmbeddingPart[] parts) => parts.Any(static part => part.Usage is null)
        ? null
        : new() { PromptTokens = parts.Sum(static part => part.Usage!.PromptTokens), TotalTokens = parts.Sum(static part => part.Usage!.TotalTokens) };
}
