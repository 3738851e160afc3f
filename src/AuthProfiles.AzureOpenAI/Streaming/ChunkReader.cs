using System.Collections.Immutable;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>Reads the chunks of one stream.</summary>
/// <remarks>Not thread-safe. What chunks have in common it keeps from one to the next.</remarks>
internal sealed class ChunkReader
{
    private readonly ChunkHoles _holes = new();
    private readonly ChunkShape _textShape = new();
    private readonly ChunkShape _callShape = new();
    private readonly ChoiceReader _choices;
    private ChatStreamHead _head;

    /// <summary>Initializes a new instance of the <see cref="ChunkReader"/> class.</summary>
    /// <param name="requestId">The service's id of the call.</param>
    /// <param name="clientRequestId">Our own.</param>
    /// <param name="choiceCount">How many answers were asked for.</param>
    public ChunkReader(string? requestId, string? clientRequestId = null, int choiceCount = 1)
    {
        Choices = new(choiceCount);
        _head = new() { RequestId = requestId, ClientRequestId = clientRequestId };
        _choices = new(Updates, _holes, Choices);
    }

    /// <summary>Gets the updates of the chunk that was read last.</summary>
    public UpdateQueue Updates { get; } = new();

    /// <summary>Gets which answers have begun and ended.</summary>
    public OpenChoices Choices { get; }

    /// <summary>Reads the data of one event.</summary>
    /// <exception cref="JsonException">The text is no JSON object, or a known member has another type.</exception>
    /// <exception cref="InvalidOperationException">A text is no valid UTF-8.</exception>
    public ChunkContent Read(ReadOnlySpan<byte> utf8)
    {
        Updates.Clear();
        if (_textShape.TryRead(utf8, out var update) || _callShape.TryRead(utf8, out update))
        {
            Updates.Add(update);
            return ChunkContent.Chunk;
        }

        _holes.Clear();
        Choices.Forget();
        var content = ReadWhole(utf8);
        if (content == ChunkContent.Chunk && Updates.Count == 1 && _holes.AreAll && !_holes.All.IsEmpty)
        {
            (Updates[0].ToolCall is null ? _textShape : _callShape).Learn(utf8, _holes.All, Updates[0]);
        }

        return content;
    }

    private ChunkContent ReadWhole(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        if (!JsonRead.EntersObject(ref reader))
        {
            return ChunkContent.Other;
        }

        var head = _head;
        ImmutableArray<PromptFilterResult> prompts = [];
        ChatUsage? usage = null;
        UnknownMembers unknown = default;
        bool isChunk = false, isError = false, isFlatError = false;
        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("choices"u8))
            {
                isChunk = true;
                _choices.ReadAll(ref reader, utf8, ref unknown);
            }
            else if (reader.ValueTextEquals("usage"u8))
            {
                usage = ChatUsageReader.Read(ref reader, utf8);
            }
            else if (reader.ValueTextEquals("prompt_filter_results"u8) || reader.ValueTextEquals("prompt_annotations"u8))
            {
                prompts = PromptFilterResultReader.ReadAll(ref reader, utf8);
            }
            else if (reader.ValueTextEquals("obfuscation"u8))
            {
                _holes.Skip(ref reader, HoleKind.Obfuscation);
            }
            else if (reader.ValueTextEquals("error"u8))
            {
                JsonRead.SkipValue(ref reader);
                isError |= reader.TokenType != JsonTokenType.Null;
            }
            else if (!HeadReader.TryRead(ref reader, ref head))
            {
                // Such a member of a chunk is one like any other.
                var isOfError = reader.ValueTextEquals("code"u8) || reader.ValueTextEquals("statusCode"u8) || reader.ValueTextEquals("message"u8);
                unknown.Keep(ref reader, utf8);
                isFlatError |= isOfError && reader.TokenType is (JsonTokenType.String or JsonTokenType.Number) && !reader.ValueSpan.IsEmpty;
            }
        }

        // Anything after the object is an error of the reader.
        reader.Read();
        if (isError || !(isChunk || usage is not null || prompts.Length > 0))
        {
            Updates.Clear();
            return isError ? ChunkContent.Error : isFlatError ? ChunkContent.FlatError : ChunkContent.Other;
        }

        _head = head;
        Choices.Keep();
        Complete(prompts, usage, unknown);
        return ChunkContent.Chunk;
    }

    // What belongs to no answer stands in one update alone: in the first, because the last may be that of another answer.
    private void Complete(ImmutableArray<PromptFilterResult> prompts, ChatUsage? usage, UnknownMembers unknown)
    {
        if (Updates.Count == 0)
        {
            Updates.Add(default);
        }

        if (prompts.Length > 0 || usage is not null || !unknown.IsEmpty)
        {
            var rare = Updates[0].Details ?? ChatUpdateDetails.None;
            Updates[0] = Updates[0] with { Details = rare with { PromptFilterResults = prompts, Usage = usage, AdditionalProperties = unknown.ToMembers() } };
        }

        for (var i = 0; i < Updates.Count; i++)
        {
            Updates[i] = Updates[i] with { Head = _head };
        }
    }
}
