using System.Collections.Immutable;
using System.Text;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.ContentFilters;

namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>Puts the pieces of one answer together.</summary>
internal sealed class ChoiceBuilder
{
    private readonly SortedDictionary<int, ToolCallBuilder> _calls = [];
    private readonly ImmutableArray<ChatTokenLogProbability>.Builder _tokens = ImmutableArray.CreateBuilder<ChatTokenLogProbability>();
    private readonly ImmutableArray<ChatTokenLogProbability>.Builder _refusalTokens = ImmutableArray.CreateBuilder<ChatTokenLogProbability>();
    private StringBuilder? _text;
    private StringBuilder? _refusal;
    private ToolCallBuilder? _function;
    private FinishReason _reason;
    private ContentFilterResults? _filter;

    /// <summary>Says whether an update belongs to an answer at all.</summary>
    public static bool Concerns(in ChatUpdate update) =>
        update.Text is not null || update.ToolCall is not null || update.Refusal is not null || update.FunctionCall is not null
        || update.FinishReason.Value is not null || update.ContentFilter is not null || update.LogProbabilities is not null;

    public void Add(in ChatUpdate update)
    {
        Append(ref _text, update.Text);
        Append(ref _refusal, update.Refusal);
        _reason = update.FinishReason.Value is null ? _reason : update.FinishReason;
        _filter = update.ContentFilter ?? _filter;
        if (update.ToolCall is { } call)
        {
            AddCall(call);
        }

        if (update.FunctionCall is { } function)
        {
            (_function ??= new()).Add(new(0, null, null, function.Name, function.Arguments));
        }

        if (update.LogProbabilities is { } probabilities)
        {
            _tokens.AddRange(probabilities.Content);
            _refusalTokens.AddRange(probabilities.Refusal);
        }
    }

    public ChatChoice Build(int index) => new()
    {
        Index = index,
        FinishReason = _reason,
        ContentFilter = _filter,
        Message = new() { Content = _text?.ToString(), Refusal = _refusal?.ToString() },
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
