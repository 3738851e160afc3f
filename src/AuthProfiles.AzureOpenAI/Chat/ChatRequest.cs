using System.Collections.Immutable;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.DataSources;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>A conversation to be completed, and how.</summary>
/// <remarks>
/// Immutable and thread-safe. What is not set is not sent, so the service's own defaults hold, and models that refuse a setting never see it.
/// Ranges are the service's to check: they differ by model. Its printed form holds the messages' text.
/// </remarks>
public sealed record ChatRequest
{
    /// <summary>Initializes a new instance of the <see cref="ChatRequest"/> class.</summary>
    /// <param name="messages">The conversation so far, at least one message.</param>
    /// <exception cref="ArgumentException">There is no message.</exception>
    public ChatRequest(params ImmutableArray<ChatMessage> messages)
    {
        if (messages.IsDefaultOrEmpty || messages.Any(static message => message is null))
        {
            throw new ArgumentException("A chat request has at least one message.", nameof(messages));
        }

        Messages = messages;
    }

    /// <summary>Initializes a new instance of the <see cref="ChatRequest"/> class with one question.</summary>
    /// <param name="text">What the user asks.</param>
    public ChatRequest(string text)
        : this(ChatMessage.User(text))
    {
    }

    /// <summary>Gets the conversation so far.</summary>
    public ImmutableArray<ChatMessage> Messages { get; internal init; }

    /// <summary>Gets the deployment to call.</summary>
    /// <value>The default is the client's, <see cref="AzureOpenAIOptions.ChatDeployment"/>.</value>
    public string? Deployment { get; init; }

    /// <summary>Gets how much chance there is in the answer, from 0 to 2.</summary>
    public double? Temperature { get; init; }

    /// <summary>Gets the share of the probability that is considered, from 0 to 1; an alternative to <see cref="Temperature"/>.</summary>
    public double? TopP { get; init; }

    /// <summary>Gets the most tokens that the answer may have, those of reasoning included.</summary>
    public int? MaxCompletionTokens { get; init; }

    /// <summary>Gets the most tokens that the answer of an older model may have. It excludes <see cref="MaxCompletionTokens"/>.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>Gets the texts at which the answer ends, up to 4.</summary>
    public ImmutableArray<string> Stop { get; init; } = [];

    /// <summary>Gets the number that makes answers repeatable as far as the service can.</summary>
    public long? Seed { get; init; }

    /// <summary>Gets how many answers are made, from 1 to 128 (the member <c>n</c>).</summary>
    public int? ChoiceCount { get; init; }

    /// <summary>Gets the service's id for the end user, for its abuse monitoring. It names no connection: that is done by <c>For</c>.</summary>
    public string? User { get; init; }

    /// <summary>Gets how much tokens that occurred often are avoided, from -2 to 2.</summary>
    public double? FrequencyPenalty { get; init; }

    /// <summary>Gets how much tokens that occurred at all are avoided, from -2 to 2.</summary>
    public double? PresencePenalty { get; init; }

    /// <summary>Gets by how much single tokens, named by their numbers, are preferred or avoided, from -100 to 100. They are copied.</summary>
    public IReadOnlyDictionary<int, int> LogitBias
    {
        get;
        init => field = value.ToImmutableSortedDictionary();
    } = ImmutableSortedDictionary<int, int>.Empty;

    /// <summary>Gets whether the answer says how probable its tokens were (the member <c>logprobs</c>).</summary>
    public bool? IncludeLogProbabilities { get; init; }

    /// <summary>Gets how many alternatives of each token are told, from 0 to 20. It needs <see cref="IncludeLogProbabilities"/>.</summary>
    public int? TopLogProbabilityCount { get; init; }

    /// <summary>Gets the form of the answer.</summary>
    public ChatResponseFormat? ResponseFormat { get; init; }

    /// <summary>Gets the functions that the model may call, up to 128.</summary>
    public ImmutableArray<ChatTool> Tools { get; init; } = [];

    /// <summary>Gets whether the model calls tools. It needs <see cref="Tools"/>.</summary>
    public ChatToolChoice? ToolChoice { get; init; }

    /// <summary>Gets whether one answer may call several tools. It needs <see cref="Tools"/>.</summary>
    public bool? AllowParallelToolCalls { get; init; }

    /// <summary>Gets how much a reasoning model thinks, such as <c>low</c>, <c>medium</c> or <c>high</c>. The set is open and differs by model.</summary>
    public string? ReasoningEffort { get; init; }

    /// <summary>Gets the text that most of the answer will be, such as a file in which little is to be changed. It makes the answer faster.</summary>
    public string? Prediction { get; init; }

    /// <summary>Gets how the model answers, <c>text</c> or <c>audio</c> or both. The set is open.</summary>
    public ImmutableArray<string> Modalities { get; init; } = [];

    /// <summary>Gets how a spoken answer sounds. It needs the modality <c>audio</c>.</summary>
    public ChatAudioOptions? Audio { get; init; }

    /// <summary>Gets the stores of the application's own data that are searched for the answer.</summary>
    public ImmutableArray<ChatDataSource> DataSources { get; init; } = [];

    /// <summary>Gets for whom the application asks, for the alerts of Microsoft Defender for Cloud.</summary>
    public ChatUserSecurityContext? UserSecurityContext { get; init; }

    /// <summary>Gets whether the service stores the completion, for evaluation and distillation.</summary>
    public bool? Store { get; init; }

    /// <summary>Gets the application's own marks on a completion that is stored, up to 16. They are copied.</summary>
    public IReadOnlyDictionary<string, string> Metadata
    {
        get;
        init => field = value.ToImmutableDictionary(StringComparer.Ordinal);
    } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Gets a value indicating whether a stream ends with the tokens that it used (the member <c>stream_options</c>); a whole answer always says.</summary>
    /// <value>The default is false, because not every version documents the member.</value>
    public bool IncludeUsage { get; init; }

    /// <summary>Gets further members of the body, for what has no property here. They are copied.</summary>
    /// <value>The default is none. A name that the request writes itself, and <c>stream</c>, are refused when the request is sent.</value>
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties
    {
        get;
        init => field = AdditionalMembers.Copy(value);
    } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Makes the request that goes on with the conversation; everything else stays.</summary>
    /// <param name="messages">The messages that follow, such as the model's answer and those of its tools.</param>
    /// <returns>The longer request.</returns>
    /// <exception cref="ArgumentException">A message is null.</exception>
    public ChatRequest Append(params ImmutableArray<ChatMessage> messages)
    {
        if (messages.IsDefault || messages.Any(static message => message is null))
        {
            throw new ArgumentException("A message is missing.", nameof(messages));
        }

        return this with { Messages = Messages.AddRange(messages) };
    }
}
