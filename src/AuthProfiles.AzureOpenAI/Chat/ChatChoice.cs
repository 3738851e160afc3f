using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AuthProfiles.AzureOpenAI.ContentFilters;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>One answer of those asked for.</summary>
/// <remarks>Immutable and thread-safe. Its printed form holds the model's text.</remarks>
public sealed record ChatChoice
{
    /// <summary>Gets the answer's number, from 0 on.</summary>
    public int Index { get; init; }

    /// <summary>Gets why the model stopped.</summary>
    public FinishReason FinishReason { get; init; }

    /// <summary>Gets what the model said.</summary>
    public required ChatResponseMessage Message { get; init; }

    /// <summary>Gets what the content filters said about the answer, or null.</summary>
    public ContentFilterResults? ContentFilter { get; init; }

    /// <summary>Gets how probable the answer's tokens were, or null where it was not asked for.</summary>
    public ChatLogProbabilities? LogProbabilities { get; init; }

    /// <summary>Gets the answer's members that have no property here.</summary>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Reads a structured answer as a C# type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="type">The type as a source-generated context has it, the one that made the request's form.</param>
    /// <returns>The value.</returns>
    /// <exception cref="AzureOpenAIException">The model refused, or its answer is withheld, cut off or of another form. The kind tells these apart.</exception>
    public T ReadContent<T>(JsonTypeInfo<T> type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return StructuredContent.Read(this, type);
    }
}
