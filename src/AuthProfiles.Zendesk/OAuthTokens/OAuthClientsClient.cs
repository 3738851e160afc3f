using AuthProfiles.Zendesk.OAuthTokens;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The clients of OAuth of one account's own. Immutable and thread-safe; comes from <see cref="OAuthAdminClient.Clients"/>.</summary>
/// <remarks>What the operations throw is told at <see cref="TicketsClient"/>.</remarks>
public sealed class OAuthClientsClient
{
    private static readonly ApiPath Root = ApiPath.Of("oauth/clients");
    private static readonly ReadValue<OAuthClient> One = Answer.Of<OAuthClient>("client", OAuthClientReader.Read);
    private static readonly PageReader<OAuthClient> Pages = new("clients", OAuthClientReader.Read);

    private readonly ZendeskTransport _transport;

    internal OAuthClientsClient(ZendeskTransport transport) => _transport = transport;

    private PagedList<OAuthClient> All => new(_transport, Root, Pages, PageMode.Cursor);

    /// <summary>Walks through the clients.</summary>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The clients, each once.</returns>
    public IAsyncEnumerable<OAuthClient> ListAsync(PageOptions? options = null, CancellationToken cancellationToken = default) => All.ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the clients.</summary>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<OAuthClient>> ListPageAsync(PageOptions? options = null, CancellationToken cancellationToken = default) => All.PageAsync(options, cancellationToken);

    /// <summary>Reads one client.</summary>
    /// <param name="id">The client's id: the number, not the identifier.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The client.</returns>
    public Task<OAuthClient> GetAsync(long id, CancellationToken cancellationToken = default) => _transport.GetAsync(Root.Then(id), One, cancellationToken);

    /// <summary>Creates a client. It is not repeated by itself.</summary>
    /// <param name="client">The client.</param>
    /// <param name="cancellationToken">Ends the wait; the client may have been created by then.</param>
    /// <returns>The client as Zendesk has it, with its secret: it is shown this once.</returns>
    public Task<OAuthClient> CreateAsync(NewOAuthClient client, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrWhiteSpace(client.Name, nameof(client));
        ArgumentException.ThrowIfNullOrWhiteSpace(client.Identifier, nameof(client));
        return _transport.SendAsync(new ApiRequest(HttpMethod.Post, Root, JsonBody.Of("client", client, OAuthClientWriter.Create)) { IsRepeatable = false }, One, cancellationToken);
    }

    /// <summary>Changes a client.</summary>
    /// <param name="id">The client's id.</param>
    /// <param name="update">What to change.</param>
    /// <param name="cancellationToken">Ends the wait; the change may have been made by then.</param>
    /// <returns>The client as it is now.</returns>
    public Task<OAuthClient> UpdateAsync(long id, OAuthClientUpdate update, CancellationToken cancellationToken = default)
    {
        UpdateCheck.ChangesSomething(update, nameof(update));
        return _transport.SendAsync(new ApiRequest(HttpMethod.Put, Root.Then(id), JsonBody.Of("client", update, OAuthClientWriter.Update)), One, cancellationToken);
    }

    /// <summary>Deletes a client, and all its tokens with it.</summary>
    /// <param name="id">The client's id.</param>
    /// <param name="cancellationToken">Ends the wait; the client may have been deleted by then.</param>
    /// <returns>A task that ends when the client is deleted.</returns>
    public Task DeleteAsync(long id, CancellationToken cancellationToken = default) => _transport.SendAsync(new ApiRequest(HttpMethod.Delete, Root.Then(id)), cancellationToken);

    /// <summary>Gives a client another secret; the old one ends at once. It is not repeated by itself.</summary>
    /// <param name="id">The client's id.</param>
    /// <param name="cancellationToken">Ends the wait; the secret may be another by then.</param>
    /// <returns>The client with its new secret: it is shown this once.</returns>
    public Task<OAuthClient> GenerateSecretAsync(long id, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Put, Root.Then(id).Then("generate_secret")) { IsRepeatable = false }, One, cancellationToken);
}
