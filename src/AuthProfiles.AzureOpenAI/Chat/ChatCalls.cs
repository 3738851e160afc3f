using System.Text.Json;
using AuthProfiles.AzureOpenAI.Endpoints;
using AuthProfiles.AzureOpenAI.Errors;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Lets models answer as a whole.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class ChatCalls(ServiceSender sender, BodyReader bodies, TimeProvider clock)
{
    public async Task<ChatCompletion> CompleteAsync(HttpClient http, ChatRequest request, CancellationToken cancellationToken)
    {
        using var response = await sender.SendAsync(http, request.Deployment, request, ChatRequestWriter.Write, accept: null, cancellationToken).ConfigureAwait(false);
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
