namespace AuthProfiles.AzureOpenAI.Embeddings;

/// <summary>One call of a request: a run of its inputs that the service takes at once.</summary>
/// <param name="Request">The request.</param>
/// <param name="Start">The position of the call's first input.</param>
/// <param name="Count">How many inputs the call has.</param>
internal readonly record struct EmbeddingCall(EmbeddingRequest Request, int Start, int Count)
{
    /// <summary>How many inputs the service takes in one call.</summary>
    private const int MostInputs = 2048;

    /// <summary>Returns how many calls a request needs.</summary>
    public static int CountOf(EmbeddingRequest request) => (request.Count + MostInputs - 1) / MostInputs;

    /// <summary>Returns a request's call of this number, counted from 0.</summary>
    public static EmbeddingCall Of(EmbeddingRequest request, int number) =>
        new(request, number * MostInputs, Math.Min(MostInputs, request.Count - (number * MostInputs)));
}
