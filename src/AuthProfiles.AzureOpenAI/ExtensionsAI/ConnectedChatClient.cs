using Microsoft.Extensions.AI;

namespace AuthProfiles.AzureOpenAI.ExtensionsAI;

/// <summary>A view of a chat client whose calls name one connection in their options.</summary>
/// <remarks>It is as thread-safe as what it is a view of, and disposes nothing.</remarks>
internal sealed class ConnectedChatClient : DelegatingChatClient
{
    private readonly string? _tenant;
    private readonly string? _user;

    public ConnectedChatClient(IChatClient client, string? tenant, string? user)
        : base(client is ConnectedChatClient view ? view.InnerClient : client) => (_tenant, _user) = (tenant, user);

    /// <inheritdoc/>
    public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        base.GetResponseAsync(messages, Named(options), cancellationToken);

    /// <inheritdoc/>
    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        base.GetStreamingResponseAsync(messages, Named(options), cancellationToken);

    /// <summary>Returns what the client offers, but the service's client, and ours over it, as views of the connection.</summary>
    public override object? GetService(Type serviceType, object? serviceKey = null) => base.GetService(serviceType, serviceKey) switch
    {
        AzureOpenAIClient client => client.For(_tenant, _user),
        AzureOpenAIChatClient client => client.For(_tenant, _user),
        var service => service,
    };

    /// <summary>Does nothing: what it is a view of belongs to others.</summary>
#pragma warning disable CA2215 // The base would dispose it.
    protected override void Dispose(bool disposing)
    {
    }
#pragma warning restore CA2215

    private ChatOptions Named(ChatOptions? options)
    {
        var named = options?.Clone() ?? new();
        named.AdditionalProperties = ConnectionProperty.With(options?.AdditionalProperties, _tenant, _user);
        return named;
    }
}
