using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>The answer to a chat request.</summary>
/// <remarks>Immutable and thread-safe. Its printed form holds the model's text.</remarks>
public sealed record ChatCompletion
{
    /// <summary>Gets the service's id of the completion.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>Gets the model that answered, which is not the deployment's name.</summary>
    public string Model { get; init; } = string.Empty;

    /// <summary>Gets when the completion was made, or null where the service did not say.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets the state of the service that made the completion, to tell why a seed gives another answer, or null.</summary>
    public string? SystemFingerprint { get; init; }

    /// <summary>Gets the answers in the order of the service, usually one.</summary>
    public ImmutableArray<ChatChoice> Choices { get; init; } = [];

    /// <summary>Gets what the content filters said about the prompt.</summary>
    public ImmutableArray<PromptFilterResult> PromptFilterResults { get; init; } = [];

    /// <summary>Gets the tokens used, or null where the service did not say.</summary>
    public ChatUsage? Usage { get; init; }

    /// <summary>Gets what the answer says about the limits of the deployment, or null.</summary>
    public AzureOpenAIRateLimits? RateLimits { get; internal set; }

    /// <summary>Gets the id to quote to the service's support, or null.</summary>
    public string? RequestId { get; init; }

    /// <summary>Gets the id that the call was sent with, <c>x-ms-client-request-id</c>: the same for all attempts of the call, or null.</summary>
    public string? ClientRequestId { get; init; }

    /// <summary>Gets the completion's members that have no property here, such as <c>service_tier</c>.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Gets the first answer's text, or null where there is none: <see cref="ChatResponseMessage.Refusal"/> and <see cref="FinishReason"/> say why.</summary>
    public string? Text => Choices.IsDefaultOrEmpty ? null : Choices[0].Message.Content;

    /// <summary>Gets the calls of tools that the first answer asks for.</summary>
    public ImmutableArray<ChatToolCall> ToolCalls => Choices.IsDefaultOrEmpty ? [] : Choices[0].Message.ToolCalls;

    /// <summary>Reads the first answer, a structured one, as a C# type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="type">The type as a source-generated context has it, the one that made the request's form.</param>
    /// <returns>The value.</returns>
    /// <exception cref="AzureOpenAIException">There is no answer, the model refused, or its answer is withheld, cut off or of another form. The kind tells these apart.</exception>
    public T ReadContent<T>(JsonTypeInfo<T> type) =>
        Choices.IsDefaultOrEmpty ? throw new AzureOpenAIException(AzureOpenAIErrorKind.UnreadableContent, "The completion has no answer.") : Choices[0].ReadContent(type);
}
