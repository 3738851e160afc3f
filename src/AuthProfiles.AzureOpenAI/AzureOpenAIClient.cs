using AuthProfiles.AzureOpenAI;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Embeddings;
using AuthProfiles.AzureOpenAI.Streaming;
using AuthProfiles.AzureOpenAI.Telemetry;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles;

/// <summary>Completes chats and embeds texts by the deployments of an Azure OpenAI resource.</summary>
/// <remarks>
/// Immutable and thread-safe; it holds no credential, which the handlers of its <see cref="HttpClient"/> put on each request.
/// It does not own that client and disposes nothing.
/// </remarks>
public sealed class AzureOpenAIClient
{
    private readonly HttpClient _http;
    private readonly ServiceCalls _calls;

    /// <summary>Initializes a new instance of the <see cref="AzureOpenAIClient"/> class.</summary>
    /// <remarks>How long a call may take is said by <see cref="HttpClient.Timeout"/>: until the headers of the answer are there, and for the body as long again. <see cref="AzureOpenAIOptions.Timeout"/> has no effect here, nor is anything sent again.</remarks>
    /// <param name="http">An authorized client whose base address is the resource's endpoint.</param>
    /// <param name="options">The address family, the version, the deployments and <see cref="AzureOpenAIOptions.BodyIdleTimeout"/>; read now, later changes have no effect.</param>
    /// <param name="timeProvider">The clock, or null for the system's.</param>
    /// <exception cref="ArgumentException">The client has no base address, or one that does not end with a slash.</exception>
    /// <exception cref="AuthorizationException">A value of the options is not fit for its place.</exception>
    public AzureOpenAIClient(HttpClient http, AzureOpenAIOptions options, TimeProvider? timeProvider = null)
        : this(new ServiceCalls(new ClientSettings("azure-openai", options), ClientMeter.Standalone, timeProvider ?? TimeProvider.System), http)
    {
    }

    internal AzureOpenAIClient(ServiceCalls calls, HttpClient http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.BaseAddress is not { } address || !address.AbsolutePath.EndsWith('/'))
        {
            throw new ArgumentException("The client needs a BaseAddress that ends with a slash: the endpoint of the resource, such as https://contoso.openai.azure.com/.", nameof(http));
        }

        _http = http;
        _calls = calls;
    }

    /// <summary>Gets the address of the resource, or null where each connection has its own.</summary>
    internal Uri? Endpoint => _http.BaseAddress is { } address && !address.Host.EndsWith(".invalid", StringComparison.Ordinal) ? address : null;

    internal string? ChatDeployment => _calls.ChatDeployment;

    internal string? EmbeddingDeployment => _calls.EmbeddingDeployment;

    /// <summary>Returns a view of the client whose calls use one connection: its endpoint and its authorization.</summary>
    /// <remarks>A view is light: make one per call, or keep it for as long as the client.</remarks>
    /// <param name="tenant">The application's own name for its customer, or null.</param>
    /// <param name="user">The application's own name for the user, or null.</param>
    /// <returns>The view.</returns>
    /// <exception cref="AuthorizationException">A name or the connection is not valid, or the client was made over an <see cref="HttpClient"/> without a profile. Nothing was sent.</exception>
    public AzureOpenAIClient For(string? tenant = null, string? user = null) => new(_calls, _http.For(tenant, user));

    /// <summary>Lets a model answer.</summary>
    /// <param name="request">The conversation so far.</param>
    /// <param name="cancellationToken">Ends the call; the service may have carried it out, and charged for it.</param>
    /// <returns>The whole answer.</returns>
    /// <exception cref="AzureOpenAIException">The service answered with an error, or its answer stalled, broke off or is none.</exception>
    /// <exception cref="AuthorizationException">The call could not be authorized, or no deployment is named; nothing was sent.</exception>
    /// <exception cref="ArgumentException">The request contradicts itself; nothing was sent.</exception>
    /// <exception cref="HttpRequestException">The service could not be reached.</exception>
    /// <exception cref="TaskCanceledException">The call took longer than <see cref="AzureOpenAIOptions.Timeout"/> until its headers came; the cause is a <see cref="TimeoutException"/>. The service may have carried it out.</exception>
    public Task<ChatCompletion> CompleteChatAsync(ChatRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _calls.Chat.CompleteAsync(_http, request, cancellationToken);
    }

    /// <summary>Lets a model answer, and gives out the answer while it is made.</summary>
    /// <remarks>
    /// <para>
    /// Nothing is sent before the enumeration begins, and each enumeration is a call of its own. Leaving it early gives up the answer and its
    /// connection. The updates are values and hold for good; <see cref="ChatCompletionBuilder"/> makes a whole answer of them.
    /// </para>
    /// <para>
    /// The enumeration ends only when the answer has. Between two signs of life of the service at most <see cref="AzureOpenAIOptions.BodyIdleTimeout"/>
    /// passes, and the whole stream has <see cref="AzureOpenAIOptions.Timeout"/>, the time that the caller takes for the updates included. A stream
    /// that has begun is never asked for again.
    /// </para>
    /// </remarks>
    /// <param name="request">The conversation so far.</param>
    /// <param name="cancellationToken">Ends the call; the service may charge for what it made.</param>
    /// <returns>The updates in their order, for one reader at a time.</returns>
    /// <exception cref="AzureOpenAIException">The service answered with an error, also within the stream, or the stream stalled, broke off, ended before the answer did or is none.</exception>
    /// <exception cref="AuthorizationException">The call could not be authorized, or no deployment is named; nothing was sent.</exception>
    /// <exception cref="ArgumentException">The request contradicts itself; nothing was sent.</exception>
    /// <exception cref="HttpRequestException">The service could not be reached.</exception>
    public IAsyncEnumerable<ChatUpdate> CompleteChatStreamingAsync(ChatRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _calls.Streams.CompleteAsync(_http, request, cancellationToken);
    }

    /// <summary>Turns texts into vectors.</summary>
    /// <remarks>More inputs than the service takes at once go out in several calls, up to 4 of them at a time. The first that fails ends the others, and the request.</remarks>
    /// <param name="request">The texts, or their tokens.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>One vector for each input, in the order of the inputs.</returns>
    /// <inheritdoc cref="CompleteChatAsync" path="/exception"/>
    public Task<EmbeddingResult> EmbedAsync(EmbeddingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _calls.Embeddings.EmbedAsync(_http, request, cancellationToken);
    }

    /// <summary>Turns texts into vectors, which are written into the caller's memory. Almost nothing else is allocated.</summary>
    /// <param name="request">The texts, or their tokens.</param>
    /// <param name="destination">
    /// Room for exactly the vectors, one after the other: inputs times dimensions. It is the call's own until the task has ended; after a failure its content is of no meaning.
    /// </param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What the answer says besides.</returns>
    /// <exception cref="AzureOpenAIException">The service answered with an error, or its answer stalled, broke off or is none.</exception>
    /// <exception cref="AuthorizationException">The call could not be authorized, or no deployment is named; nothing was sent.</exception>
    /// <exception cref="ArgumentException">The destination is not of the vectors' size, or the request contradicts itself.</exception>
    /// <exception cref="HttpRequestException">The service could not be reached.</exception>
    public Task<EmbeddingBlock> EmbedAsync(EmbeddingRequest request, Memory<float> destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (destination.IsEmpty || destination.Length % request.Count != 0 || (request.Dimensions is { } dimensions && destination.Length / request.Count != dimensions))
        {
            throw new ArgumentException($"The destination has room for {destination.Length} numbers, which is not the inputs ({request.Count}) times the dimensions of a vector.", nameof(destination));
        }

        return _calls.Embeddings.EmbedAsync(_http, request, destination, cancellationToken);
    }

    /// <summary>Turns texts into vectors, by the client's deployment.</summary>
    /// <param name="inputs">The texts, at least one; copied.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>One vector for each text, in the order of the texts.</returns>
    /// <inheritdoc cref="CompleteChatAsync" path="/exception"/>
    public Task<EmbeddingResult> EmbedAsync(IReadOnlyList<string> inputs, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return EmbedAsync(new EmbeddingRequest([.. inputs]), cancellationToken);
    }

    /// <summary>Sends a request of the caller's own, authorized like every other.</summary>
    /// <param name="request">The request; an address without a host is below the resource's endpoint. It gets a header <c>x-ms-client-request-id</c> where it has none. The caller disposes it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer as it came, errors included, with its body in memory. The caller disposes it.</returns>
    /// <exception cref="AuthorizationException">The call could not be authorized; nothing was sent.</exception>
    /// <exception cref="HttpRequestException">The service could not be reached.</exception>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken = default) =>
        SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);

    /// <summary>Sends a request of the caller's own, authorized like every other.</summary>
    /// <param name="request">The request; an address without a host is below the resource's endpoint. It gets a header <c>x-ms-client-request-id</c> where it has none. The caller disposes it.</param>
    /// <param name="completionOption">Whether the answer is returned before its body is read; the caller then bounds the reading.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer as it came, errors included. The caller disposes it.</returns>
    /// <exception cref="AuthorizationException">The call could not be authorized; nothing was sent.</exception>
    /// <exception cref="HttpRequestException">The service could not be reached.</exception>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, HttpCompletionOption completionOption, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ClientRequestId.Set(request);
        return _http.SendAsync(request, completionOption, cancellationToken);
    }
}
