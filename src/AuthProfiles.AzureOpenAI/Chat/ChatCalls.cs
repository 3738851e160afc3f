using System.Text.Json;
using AuthProfiles.AzureOpenAI.Endpoints;
using AuthProfiles.AzureOpenAI.Errors;
using AuthProfiles.AzureOpenAI.Telemetry;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Lets models answer as a whole.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class ChatCalls(ServiceSender sender, BodyReader bodies, ClientTelemetry telemetry, TimeProvider clock)
{
    public Task<ChatCompletion> CompleteAsync(HttpClient http, ChatRequest request, CancellationToken cancellationToken) =>
        telemetry.IsObserved ? ObserveAsync(http, request, cancellationToken) : SendAsync(http, request, null, cancellationToken);

    private async Task<ChatCompletion> ObserveAsync(HttpClient http, ChatRequest request, CancellationToken cancellationToken)
    {
        using var observed = telemetry.Start(ChatTags.Operation, sender.Deployment(request.Deployment));
        try
        {
            ChatTags.Ask(observed, request);
            var completion = await SendAsync(http, request, observed, cancellationToken).ConfigureAwait(false);
            ChatTags.Answer(observed, completion);
            return completion;
        }
        catch (Exception exception)
        {
            observed?.Fail(exception);
            throw;
        }
    }

    private async Task<ChatCompletion> SendAsync(HttpClient http, ChatRequest request, ObservedCall? observed, CancellationToken cancellationToken)
    {
        using var response = await sender.SendAsync(http, request.Deployment, request, ChatRequestWriter.Write, accept: null, observed, cancellationToken).ConfigureAwait(false);
        using var body = await bodies.ReadAsync(response, http.Timeout, BodyReader.LongestAnswer, cancellationToken).ConfigureAwait(false);
        return Read(response, body.Written.Span);
    }

    private ChatCompletion Read(HttpResponseMessage response, ReadOnlySpan<byte> utf8)
    {
        ChatCompletion? completion;
        try
        {
            completion = ChatCompletionReader.Read(utf8, RequestIds.First(response), ClientRequestId.Of(response));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw ErrorAnswer.Malformed(response, exception);
        }

        if (completion is null)
        {
            throw ErrorAnswer.NoAnswer(response, utf8, clock);
        }

        completion.RateLimits = new(response.Headers);
        return completion;
    }
}
