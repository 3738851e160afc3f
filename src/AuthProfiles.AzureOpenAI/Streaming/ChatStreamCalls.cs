using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Endpoints;

namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>Lets models answer piece by piece.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="sender">Sends the requests.</param>
/// <param name="idle">How long an answer may stay silent.</param>
/// <param name="clock">The clock of all limits.</param>
internal sealed class ChatStreamCalls(ServiceSender sender, TimeSpan idle, TimeProvider clock)
{
    private static readonly MediaTypeWithQualityHeaderValue EventStream = new("text/event-stream");

    /// <summary>Asks for an answer as a stream. Every enumeration is a call of its own, sent when it begins and given up when it ends.</summary>
    public async IAsyncEnumerable<ChatUpdate> CompleteAsync(HttpClient http, ChatRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await sender.SendAsync(http, request.Deployment, request, StreamedChatWriter.Write, EventStream, cancellationToken).ConfigureAwait(false);
        using var stream = new ChatStream(response, idle, http.Timeout, clock, cancellationToken);
        while (await stream.FillAsync(cancellationToken).ConfigureAwait(false))
        {
            while (stream.TryRead(out var update))
            {
                yield return update;
            }
        }
    }
}
