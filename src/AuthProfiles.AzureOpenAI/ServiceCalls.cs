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
    private readonly EmbeddingCalls _embeddingCalls;
    private readonly BodyReader _bodies;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _idle;

    public ServiceCalls(ClientSettings settings, TimeProvider clock)
    {
        _chat = settings.Chat;
        _embeddings = settings.Embeddings;
        _idle = settings.BodyIdleTimeout;
        _embeddingCalls = new(EmbedAsync);
        _bodies = new(settings.BodyIdleTimeout, clock);
        _clock = clock;
    }

    public string? ChatDeployment => _chat.DefaultDeployment;

    public string? EmbeddingDeployment => _embeddings.DefaultDeployment;

    public Task<ChatCompletion> CompleteChatAsync(HttpClient http, ChatRequest request, CancellationToken cancellationToken) =>
        PostAsync(http, _chat, request.Deployment, request, ChatRequestWriter.Write, static (utf8, _, response) => ReadChat(utf8, response), cancellationToken);

    /// <summary>Asks for an answer as a stream. Every enumeration is a call of its own, sent when it begins and given up when it ends.</summary>
    public async IAsyncEnumerable<ChatUpdate> CompleteChatStreamingAsync(HttpClient http, ChatRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await SendAsync(http, _chat, request.Deployment, request, StreamedChatWriter.Write, cancellationToken, EventStream).ConfigureAwait(false);
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
        _embeddingCalls.EmbedAsync(http, request, cancellationToken);

    public Task<EmbeddingBlock> EmbedAsync(HttpClient http, EmbeddingRequest request, Memory<float> destination, CancellationToken cancellationToken) =>
        _embeddingCalls.EmbedAsync(http, request, destination, cancellationToken);

    private static ChatCompletion? ReadChat(ReadOnlySpan<byte> utf8, HttpResponseMessage response)
    {
        var completion = ChatCompletionReader.Read(utf8, RequestIds.First(response));
        completion?.RateLimits = new(response.Headers);
        return completion;
    }

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
        using var response = await SendAsync(http, operation, requestedDeployment, request, write, cancellationToken).ConfigureAwait(false);
        using var body = await _bodies.ReadAsync(response, http.Timeout, BodyReader.LongestAnswer, cancellationToken).ConfigureAwait(false);
        return Read(response, body, request, read);
    }

    /// <summary>Makes one call for vectors, which go into the block.</summary>
    /// <returns>What the answer says besides.</returns>
    private async Task<EmbeddingPart> EmbedAsync(HttpClient http, EmbeddingCall call, VectorBlock block, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(http, _embeddings, call.Request.Deployment, call, EmbeddingRequestWriter.Write, cancellationToken).ConfigureAwait(false);
        if (response.Content.Headers.ContentLength > BodyReader.LongestAnswer)
        {
            throw ErrorAnswer.TooLarge(response, BodyReader.LongestAnswer);
        }

#pragma warning disable CA2000 // Disposed only after the body was read to its end: a read that was given up may still write into it.
        var answer = new EmbeddingAnswerReader(block);
#pragma warning restore CA2000
        try
        {
            await _bodies.ReadAsync(response, answer, http.Timeout, BodyReader.LongestAnswer, cancellationToken).ConfigureAwait(false);
            answer.Complete();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw ErrorAnswer.Malformed(response, exception);
        }

        using (answer)
        {
            return answer.HasData ? new(answer.Model, answer.Usage, RequestIds.First(response), new(response.Headers), answer.AdditionalProperties) : throw NoAnswer(response, answer.Text);
        }
    }

    /// <summary>Sends a request; returns a successful answer of which only the headers are read.</summary>
    /// <exception cref="AzureOpenAIException">The answer is an error.</exception>
    private async Task<HttpResponseMessage> SendAsync<TRequest>(
        HttpClient http, Operation operation, string? requestedDeployment, TRequest request, Action<Utf8JsonWriter, TRequest> write, CancellationToken cancellationToken, MediaTypeWithQualityHeaderValue? accept = null)
    {
        var deployment = operation.Deployment(requestedDeployment);
        using var message = new HttpRequestMessage(HttpMethod.Post, operation.Address(deployment));
        if (accept is not null)
        {
            message.Headers.Accept.Add(accept);
        }

        message.Content = JsonBody.Write(request, operation.ModelInBody ? deployment : null, write);
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
            answer = read(body.Written.Span, request, response);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw ErrorAnswer.Malformed(response, exception);
        }

        if (answer is not null)
        {
            return answer;
        }

        throw NoAnswer(response, body.Written.Span);
    }

    private AzureOpenAIException NoAnswer(HttpResponseMessage response, ReadOnlySpan<byte> utf8)
    {
        var error = ErrorBodyReader.Read(utf8);
        return error.IsEmpty ? ErrorAnswer.Malformed(response, null) : ErrorAnswer.Create(response, error, _clock);
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
