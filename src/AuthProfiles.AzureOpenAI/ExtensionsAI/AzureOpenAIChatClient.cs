using System.Runtime.CompilerServices;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.ContentFilters;
using AuthProfiles.AzureOpenAI.ExtensionsAI;
using AuthProfiles.AzureOpenAI.Streaming;
using Microsoft.Extensions.AI;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace AuthProfiles;

/// <summary>Lets a model answer by an <see cref="AzureOpenAIClient"/>, for programs written to Microsoft.Extensions.AI.</summary>
/// <remarks>
/// <para>Thread-safe. It disposes nothing, changes no messages and no options that it is given, and calls no tools: a wrapper does that.</para>
/// <para>
/// Of the options, <see cref="ChatOptions.ModelId"/> is the deployment, <see cref="ChatOptions.Instructions"/> are a first message of the role system, and
/// <see cref="ChatOptions.MaxOutputTokens"/> is <see cref="ChatRequest.MaxCompletionTokens"/>. What <see cref="ChatOptions.AdditionalProperties"/> hold goes into the
/// body, but for <c>authprofiles.tenant</c> and <c>authprofiles.user</c>, which name the connection as <c>chat.For(tenant, user)</c> does, and for <c>strict</c>: true
/// makes the schemas of the answer and of the tools those of the strict kind; a tool's own <c>strict</c> comes before it.
/// <see cref="ChatOptions.RawRepresentationFactory"/> may return a <see cref="ChatRequest"/>: its messages are replaced, its tools come first, and what it sets comes before the options.
/// </para>
/// <para>
/// What the service can't do is refused before anything is sent: <see cref="ChatOptions.TopK"/>, <see cref="ChatOptions.ConversationId"/>,
/// <see cref="ChatOptions.ContinuationToken"/>, tools other than functions, several answers at once, and content that a role can't have. What only permits, or what is beside the answer, is
/// left out: <see cref="ChatOptions.AllowBackgroundResponses"/>, <see cref="ReasoningOptions.Output"/>, the reasoning, the usage and the errors of earlier answers.
/// </para>
/// <para>
/// <see cref="ChatResponse.RawRepresentation"/> is the <see cref="ChatCompletion"/>. In a stream, an update that says more than its contents has its <see cref="ChatUpdate"/> there, such as the
/// <see cref="ContentFilterResults"/> when they change. All updates of a stream have one id; calls of functions and a refusal come whole, with the reason to stop; the usage comes last.
/// A stream asks for its usage, unless a <see cref="ChatRequest"/> of the caller's own or an additional property <c>stream_options</c> says what it asks for.
/// </para>
/// </remarks>
public sealed class AzureOpenAIChatClient : IChatClient
{
    private readonly AzureOpenAIClient _client;
    private readonly string? _deployment;
    private readonly ChatClientMetadata _metadata;

    /// <summary>Initializes a new instance of the <see cref="AzureOpenAIChatClient"/> class.</summary>
    /// <param name="client">The client that makes the calls.</param>
    /// <param name="deployment">The deployment where the options name none, or null for the client's.</param>
    public AzureOpenAIChatClient(AzureOpenAIClient client, string? deployment = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
        _deployment = deployment;
        _metadata = new("azure.ai.openai", client.Endpoint, deployment ?? client.ChatDeployment);
    }

    /// <inheritdoc/>
    /// <exception cref="AzureOpenAIException">The service answered with an error, or its answer stalled, broke off or is none.</exception>
    /// <exception cref="AuthorizationException">The call could not be authorized, or no deployment is named; nothing was sent.</exception>
    /// <exception cref="ArgumentException">There is no message, or the options contradict themselves; nothing was sent.</exception>
    /// <exception cref="NotSupportedException">The messages or the options ask for what the service can't do; nothing was sent.</exception>
    /// <exception cref="HttpRequestException">The service could not be reached.</exception>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var request = RequestMapper.ToRequest(this, messages, options, _deployment, isStream: false);
        var completion = await ConnectionProperty.Apply(options?.AdditionalProperties, _client).CompleteChatAsync(request, cancellationToken).ConfigureAwait(false);
        return ResponseMapper.ToResponse(completion, request);
    }

    /// <inheritdoc/>
    /// <remarks>The messages and the options are read now; nothing is sent before the enumeration begins, and each enumeration is a call of its own.</remarks>
    /// <exception cref="AzureOpenAIException">The service answered with an error, also within the stream, or the stream stalled, broke off, ended before the answer did or is none.</exception>
    /// <exception cref="AuthorizationException">The call could not be authorized, or no deployment is named; nothing was sent.</exception>
    /// <exception cref="ArgumentException">There is no message, or the options contradict themselves; nothing was sent.</exception>
    /// <exception cref="NotSupportedException">The messages or the options ask for what the service can't do; nothing was sent.</exception>
    /// <exception cref="HttpRequestException">The service could not be reached.</exception>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var request = RequestMapper.ToRequest(this, messages, options, _deployment, isStream: true);
        return StreamAsync(ConnectionProperty.Apply(options?.AdditionalProperties, _client), request, cancellationToken);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? _metadata
            : serviceType == typeof(AzureOpenAIClient) ? _client
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <summary>Returns one over the view of the client that uses a connection.</summary>
    internal AzureOpenAIChatClient For(string? tenant, string? user) => new(_client.For(tenant, user), _deployment);

    /// <summary>Does nothing: the client belongs to whoever made it.</summary>
    public void Dispose()
    {
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(AzureOpenAIClient client, ChatRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var response = new StreamedResponse(request.Audio?.Format);
        await foreach (var update in client.CompleteChatStreamingAsync(request, cancellationToken).ConfigureAwait(false))
        {
            response.Add(update);
            while (response.TryTake(out var ready))
            {
                yield return ready;
            }
        }

        response.Complete();
        while (response.TryTake(out var ready))
        {
            yield return ready;
        }
    }
}
