using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Endpoints;
using AuthProfiles.AzureOpenAI.Telemetry;

namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>Lets models answer piece by piece.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="sender">Sends the requests.</param>
/// <param name="idle">How long an answer may stay silent.</param>
/// <param name="telemetry">Observes the calls.</param>
/// <param name="clock">The clock of all limits.</param>
internal sealed class ChatStreamCalls(ServiceSender sender, TimeSpan idle, ClientTelemetry telemetry, TimeProvider clock)
{
    private static readonly MediaTypeWithQualityHeaderValue EventStream = new("text/event-stream");

    /// <summary>Asks for an answer as a stream. Every enumeration is a call of its own, sent when it begins and given up when it ends.</summary>
    public IAsyncEnumerable<ChatUpdate> CompleteAsync(HttpClient http, ChatRequest request, CancellationToken cancellationToken) =>
        telemetry.IsObserved ? ObserveAsync(http, request, cancellationToken) : ReadAsync(http, request, null, cancellationToken);

    // The span is current where the request is sent, and never in the consumer's code: an iterator gives its caller's context back at each step.
    private async IAsyncEnumerable<ChatUpdate> ObserveAsync(HttpClient http, ChatRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var observed = telemetry.Start(ChatTags.Operation, sender.Deployment(request.Deployment));
        using var observation = observed is null ? null : new StreamObservation(observed, request);
        var updates = ReadAsync(http, request, observed, cancellationToken).GetAsyncEnumerator(CancellationToken.None);
        await using (updates.ConfigureAwait(false))
        {
            while (observation is null ? await updates.MoveNextAsync().ConfigureAwait(false) : await observation.MoveNextAsync(updates).ConfigureAwait(false))
            {
                yield return updates.Current;
            }
        }
    }

    private async IAsyncEnumerable<ChatUpdate> ReadAsync(HttpClient http, ChatRequest request, ObservedCall? observed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await sender.SendAsync(http, request.Deployment, request, StreamedChatWriter.Write, EventStream, observed, cancellationToken).ConfigureAwait(false);
        using var stream = new ChatStream(request.ChoiceCount ?? 1, response, idle, http.Timeout, clock, observed, cancellationToken);
        while (await stream.FillAsync().ConfigureAwait(false))
        {
            while (stream.TryRead(out var update))
            {
                yield return update;
            }
        }
    }
}
