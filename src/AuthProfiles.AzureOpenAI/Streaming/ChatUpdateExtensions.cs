using AuthProfiles.AzureOpenAI.Chat;

namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>Puts streams of updates together.</summary>
public static class ChatUpdateExtensions
{
    /// <summary>Reads a stream to its end.</summary>
    /// <param name="updates">The updates of one stream.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The whole answer.</returns>
    public static async Task<ChatCompletion> ToCompletionAsync(this IAsyncEnumerable<ChatUpdate> updates, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(updates);
        var builder = new ChatCompletionBuilder();
        await foreach (var update in updates.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            builder.Add(update);
        }

        return builder.Build();
    }
}
