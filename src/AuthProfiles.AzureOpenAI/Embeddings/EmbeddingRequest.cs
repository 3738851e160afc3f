using System.Collections.Immutable;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Embeddings;

/// <summary>Texts, or texts as tokens, to be turned into vectors.</summary>
/// <remarks>
/// Immutable and thread-safe. What is not set is not sent, but for the encoding: base64 is always asked for, less than half the size of numbers.
/// The service takes 2,048 inputs in one call; more of them are sent in several calls.
/// </remarks>
public sealed record EmbeddingRequest
{
    /// <summary>Initializes a new instance of the <see cref="EmbeddingRequest"/> class.</summary>
    /// <param name="inputs">The texts, at least one.</param>
    /// <exception cref="ArgumentException">There is no text, or one is null.</exception>
    public EmbeddingRequest(params ImmutableArray<string> inputs) => Inputs = Checked(inputs);

    private EmbeddingRequest(ImmutableArray<ImmutableArray<int>> tokens) => TokenInputs = tokens;

    /// <summary>Gets the texts; none where the inputs are tokens.</summary>
    public ImmutableArray<string> Inputs { get; private init; } = [];

    /// <summary>Gets the texts as tokens of the model's own vocabulary; none where the inputs are texts.</summary>
    public ImmutableArray<ImmutableArray<int>> TokenInputs { get; private init; } = [];

    /// <summary>Gets how many inputs there are, and so how many vectors the answer has.</summary>
    public int Count => Inputs.Length + TokenInputs.Length;

    /// <summary>Gets the deployment to call.</summary>
    /// <value>The default is the client's, <see cref="AzureOpenAIOptions.EmbeddingDeployment"/>.</value>
    public string? Deployment { get; init; }

    /// <summary>Gets how many numbers a vector has. Models before text-embedding-3 refuse it.</summary>
    public int? Dimensions { get; init; }

    /// <summary>Gets the service's id for the end user, for its abuse monitoring. It names no connection: that is done by <c>For</c>.</summary>
    public string? User { get; init; }

    /// <summary>Gets what the vectors are for, such as <c>query</c>. Only <see cref="UrlFamily.Deployment"/> knows it.</summary>
    public string? InputType { get; init; }

    /// <summary>Gets further members of the body, for what has no property here. They are copied.</summary>
    /// <value>The default is none. A name that the request writes itself is refused when the request is sent.</value>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties
    {
        get;
        init => field = AdditionalMembers.Copy(value);
    } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Makes a request of texts that are tokens already.</summary>
    /// <param name="inputs">The texts, at least one, each of at least one token.</param>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentException">There is no text, or one has no token.</exception>
    public static EmbeddingRequest OfTokens(params ImmutableArray<ImmutableArray<int>> inputs) =>
        inputs.IsDefaultOrEmpty || inputs.Any(static input => input.IsDefaultOrEmpty)
            ? throw new ArgumentException("An embedding request has at least one text, each of at least one token.", nameof(inputs))
            : new(inputs);

    /// <summary>Returns the same request with other texts.</summary>
    internal EmbeddingRequest WithInputs(ImmutableArray<string> inputs) => this with { Inputs = Checked(inputs), TokenInputs = [] };

    private static ImmutableArray<string> Checked(ImmutableArray<string> inputs) =>
        inputs.IsDefaultOrEmpty || inputs.Any(static input => input is null)
            ? throw new ArgumentException("An embedding request has at least one text, none of them null.", nameof(inputs))
            : inputs;
}
