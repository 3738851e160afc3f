using AuthProfiles.Zendesk.OAuthTokens;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The administration of OAuth in one account. Immutable and thread-safe; comes from <see cref="ZendeskClient.OAuth"/>.</summary>
/// <remarks>
/// A profile asks for its own tokens and renews them, without any of this: it is for seeing who has access, and for taking access away.
/// Only administrators may, but for the tokens of one's own. What the operations throw is told at <see cref="TicketsClient"/>.
/// </remarks>
public sealed class OAuthAdminClient
{
    private static readonly PageReader<GlobalOAuthClient> Pages = new("global_clients", GlobalOAuthClientReader.Read);

    private readonly ZendeskTransport _transport;

    internal OAuthAdminClient(ZendeskTransport transport)
    {
        _transport = transport;
        Tokens = new OAuthTokensClient(transport);
        Clients = new OAuthClientsClient(transport);
    }

    /// <summary>Gets the tokens.</summary>
    public OAuthTokensClient Tokens { get; }

    /// <summary>Gets the clients of the account's own.</summary>
    public OAuthClientsClient Clients { get; }

    private PagedList<GlobalOAuthClient> Global => new(_transport, ApiPath.Of("oauth/global_clients"), Pages, PageMode.Cursor);

    /// <summary>Walks through the global clients that users of the account gave access to.</summary>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The clients, each once.</returns>
    public IAsyncEnumerable<GlobalOAuthClient> ListGlobalClientsAsync(PageOptions? options = null, CancellationToken cancellationToken = default) => Global.ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the global clients that users of the account gave access to.</summary>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<GlobalOAuthClient>> ListGlobalClientsPageAsync(PageOptions? options = null, CancellationToken cancellationToken = default) => Global.PageAsync(options, cancellationToken);
}
