using System.Collections.Immutable;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Embeddings;

/// <summary>Texts to be turned into vectors.</summary>
/// <remarks>Immutable and thread-safe. What is not set is not sent, but for the encoding: base64 is always asked for, a third of the size of numbers.</remarks>
public sealed record EmbeddingRequest
{
    private const int MostInputs = 2048;

    /// <summary>Initializes a new instance of the <see cref="EmbeddingRequest"/> class.</summary>
    /// <param name="inputs">The texts, 1 to 2,048 of them.</param>
    /// <exception cref="ArgumentException">There is no text, there are more, or one is null.</exception>
    public EmbeddingRequest(params ImmutableArray<string> inputs)
    {
        if (inputs.IsDefaultOrEmpty || inputs.Length > MostInputs || inputs.Any(static input => input is null))
        {
            throw new ArgumentException("An embedding request has 1 to 2,048 texts, none of them null.", nameof(inputs));
        }

        Inputs = inputs;
    }

    /// <summary>Gets the texts.</summary>
    public ImmutableArray<string> Inputs { get; }

    /// <summary>Gets the deployment to call.</summary>
    /// <value>The default is the client's, <see cref="AzureOpenAIOptions.EmbeddingDeployment"/>.</value>
    public string? Deployment { get; init; }

    /// <summary>Gets how many numbers a vector has. Models before text-embedding-3 refuse it.</summary>
    public int? Dimensions { get; init; }

    /// <summary>Gets the service's id for the end user, for its abuse monitoring. It names no connection: that is done by <c>For</c>.</summary>
    public string? User { get; init; }

    /// <summary>Gets further members of the body, for what has no property here. They are copied.</summary>
    /// <value>The default is none. A name that the request writes itself is refused when the request is sent.</value>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties
    {
        get;
        init => field = AdditionalMembers.Copy(value);
    } = ImmutableDictionary<string, JsonElement>.Empty;
}
