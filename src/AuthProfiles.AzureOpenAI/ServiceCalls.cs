using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Embeddings;
using AuthProfiles.AzureOpenAI.Endpoints;
using AuthProfiles.AzureOpenAI.Errors;
using AuthProfiles.AzureOpenAI.Streaming;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI;

/// <summary>Everything of a client but whose authorization it uses: shared by all of its views.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class ServiceCalls
{
    /// <summary>How much of an error is read.</summary>
    private const int LongestError = 64 * 1024;

    private static readonly MediaTypeWithQualityHeaderValue EventStream = new("text/event-stream");

    private readonly Operation _chat;
    private readonly Operation _embeddings;
    private readonly BodyReader _bodies;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _idle;

    public ServiceCalls(ClientSettings settings, TimeProvider clock)
    {
        _chat = settings.Chat;
        _embeddings = settings.Embeddings;
        _idle = settings.BodyIdleTimeout;
        _bodies = new(settings.BodyIdleTimeout, clock);
        _clock = clock;
    }

    public Task<ChatCompletion> CompleteChatAsync(HttpClient http, ChatRequest request, CancellationToken cancellationToken) =>
        PostAsync(http, _chat, request.Deployment, request, ChatRequestWriter.Write, static (utf8, _, id) => ChatCompletionReader.Read(utf8, id), cancellationToken);

    /// <summary>Asks for an answer as a stream. Every enumeration is a call of its own, sent when it begins and given up when it ends.</summary>
    public async IAsyncEnumerable<ChatUpdate> CompleteChatStreamingAsync(HttpClient http, ChatRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await OpenStreamAsync(http, request, cancellationToken).ConfigureAwait(false);
        using var stream = new ChatStream(response, _idle, http.Timeout, _clock, cancellationToken);
        while (await stream.FillAsync(cancellationToken).ConfigureAwait(false))
        {
            while (stream.TryRead(out var update))
            {
                yield return update;
            }
        }
    }

    public Task<EmbeddingResult> EmbedAsync(HttpClient http, EmbeddingRequest request, CancellationToken cancellationToken) =>
        PostAsync(
            http, _embeddings, request.Deployment, request, EmbeddingRequestWriter.Write, static (utf8, asked, id) => EmbeddingResultReader.Read(utf8, asked.Inputs.Length, id), cancellationToken);

    private async Task<TAnswer> PostAsync<TRequest, TAnswer>(
        HttpClient http,
        Operation operation,
        string? requestedDeployment,
        TRequest request,
        Action<Utf8JsonWriter, TRequest> write,
        AnswerReader<TRequest, TAnswer> read,
        CancellationToken cancellationToken)
        where TAnswer : class
    {
        var deployment = operation.Deployment(requestedDeployment);
        using var message = new HttpRequestMessage(HttpMethod.Post, operation.Address(deployment));
        message.Content = JsonBody.Write(request, operation.ModelInBody ? deployment : null, write);
        using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            throw await ErrorAsync(http, response, cancellationToken).ConfigureAwait(false);
        }

        using var body = await _bodies.ReadAsync(response, http.Timeout, BodyReader.LongestAnswer, cancellationToken).ConfigureAwait(false);
        return Read(response, body, request, read);
    }

    private async Task<HttpResponseMessage> OpenStreamAsync(HttpClient http, ChatRequest request, CancellationToken cancellationToken)
    {
        var deployment = _chat.Deployment(request.Deployment);
        using var message = new HttpRequestMessage(HttpMethod.Post, _chat.Address(deployment));
        message.Headers.Accept.Add(EventStream);
        message.Content = JsonBody.Write(request, _chat.ModelInBody ? deployment : null, StreamedChatWriter.Write);
        var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await ErrorAsync(http, response, cancellationToken).ConfigureAwait(false);
        }
    }

    private TAnswer Read<TRequest, TAnswer>(HttpResponseMessage response, PooledBuffer body, TRequest request, AnswerReader<TRequest, TAnswer> read)
        where TAnswer : class
    {
        TAnswer? answer;
        try
        {
            answer = read(body.Written.Span, request, RequestIds.First(response));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw ErrorAnswer.Malformed(response, exception);
        }

        if (answer is not null)
        {
            return answer;
        }

        var error = ErrorBodyReader.Read(body.Written.Span);
        throw error.IsEmpty ? ErrorAnswer.Malformed(response, null) : ErrorAnswer.Create(response, error, _clock);
    }

    private async Task<AzureOpenAIException> ErrorAsync(HttpClient http, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            using var body = await _bodies.ReadAsync(response, http.Timeout, LongestError, cancellationToken).ConfigureAwait(false);
            return ErrorAnswer.Create(response, body.Written.Span, _clock);
        }
        catch (AzureOpenAIException)
        {
            // The status is known and says more than that its body could not be read.
            return ErrorAnswer.Create(response, [], _clock);
        }
    }
}
