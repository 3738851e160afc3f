using System.Collections.Immutable;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Chat;

namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>Puts the updates of one stream together to the answer that they are the pieces of.</summary>
/// <remarks>Not thread-safe. It can be asked at any time: then the answer is what has come so far.</remarks>
public sealed class ChatCompletionBuilder
{
    private readonly SortedDictionary<int, ChoiceBuilder> _choices = [];
    private ImmutableArray<PromptFilterResult> _prompts = [];
    private ChatUpdate _last;
    private readonly Dictionary<string, JsonElement> _additional = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, JsonElement>? _lastAdditional;
    private ChatUsage? _usage;

    /// <summary>Adds the next update.</summary>
    /// <param name="update">The update, in the order of the stream.</param>
    public void Add(in ChatUpdate update)
    {
        _last = update;
        _usage = update.Usage ?? _usage;
        _prompts = update.PromptFilterResults is { IsDefaultOrEmpty: false } prompts ? prompts : _prompts;
        AddMembers(update.AdditionalProperties);
        if (!ChoiceBuilder.Concerns(update))
        {
            return;
        }

        if (!_choices.TryGetValue(update.ChoiceIndex, out var choice))
        {
            _choices.Add(update.ChoiceIndex, choice = new());
        }

        choice.Add(update);
    }

    /// <summary>Returns the answer as far as it has come.</summary>
    /// <returns>The answer, with its choices ordered by their index.</returns>
    public ChatCompletion Build() => new()
    {
        Id = _last.Id,
        Model = _last.Model,
        CreatedAt = _last.CreatedAt,
        SystemFingerprint = _last.SystemFingerprint,
        RequestId = _last.RequestId,
        ClientRequestId = _last.ClientRequestId,
        Choices = [.. _choices.Select(static choice => choice.Value.Build(choice.Key))],
        PromptFilterResults = _prompts,
        Usage = _usage,
        AdditionalProperties = _additional.ToImmutableDictionary(StringComparer.Ordinal),
    };

    // Updates of equal chunks share their members.
    private void AddMembers(IReadOnlyDictionary<string, JsonElement> members)
    {
        if (ReferenceEquals(members, _lastAdditional))
        {
            return;
        }

        _lastAdditional = members;
        foreach (var (name, value) in members)
        {
            _additional[name] = value;
        }
    }
}
