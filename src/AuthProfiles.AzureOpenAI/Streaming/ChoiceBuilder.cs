using System.Collections.Immutable;
using System.Text;
using AuthProfiles.AzureOpenAI.Chat;

namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>Puts the pieces of one answer together.</summary>
internal sealed class ChoiceBuilder
{
    private readonly SortedDictionary<int, ToolCallBuilder> _calls = [];
    private readonly ImmutableArray<ChatTokenLogProbability>.Builder _tokens = ImmutableArray.CreateBuilder<ChatTokenLogProbability>();
    private readonly ImmutableArray<ChatTokenLogProbability>.Builder _refusalTokens = ImmutableArray.CreateBuilder<ChatTokenLogProbability>();
    private readonly FilterBuilder _filters = new();
    private StringBuilder? _text;
    private StringBuilder? _refusal;
    private StringBuilder? _reasoning;
    private ToolCallBuilder? _function;
    private AudioBuilder? _audio;
    private ImmutableArray<ChatAnnotation> _annotations = [];
    private ChatMessageContext? _context;
    private bool _hasTokens;
    private FinishReason _reason;

    /// <summary>Says whether an update belongs to an answer at all.</summary>
    public static bool Concerns(in ChatUpdate update) =>
        update.Text is not null || update.ToolCall is not null || update.Refusal is not null || update.FunctionCall is not null
        || update.FinishReason.Value is not null || update.ContentFilter is not null
        || update.LogProbabilities is not null || update.ReasoningContent is not null || update.Audio is not null || update.Context is not null || update.Annotations.Length > 0;

    public void Add(in ChatUpdate update)
    {
        Append(ref _text, update.Text);
        Append(ref _refusal, update.Refusal);
        Append(ref _reasoning, update.ReasoningContent);
        _annotations = _annotations.AddRange(update.Annotations);
        _context = update.Context ?? _context;
        _reason = update.FinishReason.Value is null ? _reason : update.FinishReason;
        _filters.Add(update.ContentFilter);
        if (update.ToolCall is { } call)
        {
            AddCall(call);
        }

        if (update.FunctionCall is { } function)
        {
            (_function ??= new()).Add(new(0, null, null, function.Name, function.Arguments));
        }

        if (update.Audio is { } audio)
        {
            (_audio ??= new()).Add(audio);
        }

        if (update.LogProbabilities is { } probabilities)
        {
            _hasTokens = true;
            _tokens.AddRange(probabilities.Content);
            _refusalTokens.AddRange(probabilities.Refusal);
        }
    }

    public ChatChoice Build(int index) => new()
    {
        Index = index,
        FinishReason = _reason,
        ContentFilter = _filters.Results,
        LogProbabilities = _hasTokens ? new() { Content = _tokens.ToImmutable(), Refusal = _refusalTokens.ToImmutable() } : null,
        Message = new()
        {
            Content = _text?.ToString(),
            Refusal = _refusal?.ToString(),
            ReasoningContent = _reasoning?.ToString(),
            ToolCalls = [.. _calls.Values.Select(static call => call.Build())],
            FunctionCall = _function?.BuildFunction(),
            Audio = _audio?.Build(),
            Annotations = _annotations,
            Context = _context,
        },
    };

    private static void Append(ref StringBuilder? whole, string? piece)
    {
        if (piece is not null)
        {
            (whole ??= new()).Append(piece);
        }
    }

    private void AddCall(in ChatToolCallUpdate call)
    {
        if (!_calls.TryGetValue(call.Index, out var builder))
        {
            _calls.Add(call.Index, builder = new());
        }

        builder.Add(call);
    }
}
