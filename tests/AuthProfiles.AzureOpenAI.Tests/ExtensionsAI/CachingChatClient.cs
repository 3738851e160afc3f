using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AuthProfiles.AzureOpenAI.Tests.ExtensionsAI;

/// <summary>Keeps answers by their messages and options, as caches do.</summary>
internal sealed class CachingChatClient(IChatClient inner) : DelegatingChatClient(inner)
{
    private readonly Dictionary<string, ChatResponse> _answers = [];

    public int Misses { get; private set; }

    public bool IsDisposed { get; private set; }

    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var key = Key(messages, options);
        if (!_answers.TryGetValue(key, out var answer))
        {
            Misses++;
            _answers[key] = answer = await base.GetResponseAsync(messages, options, cancellationToken);
        }

        return answer;
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var key = Key(messages, options);
        if (!_answers.TryGetValue(key, out var answer))
        {
            Misses++;
            _answers[key] = answer = await base.GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);
        }

        foreach (var update in answer.ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }

    private static string Key(IEnumerable<ChatMessage> messages, ChatOptions? options) => JsonSerializer.Serialize(new object?[] { messages, options }, AIJsonUtilities.DefaultOptions);
}
