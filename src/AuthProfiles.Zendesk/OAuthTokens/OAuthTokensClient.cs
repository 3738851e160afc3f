using AuthProfiles.Zendesk.OAuthTokens;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The tokens of OAuth in one account. Immutable and thread-safe; comes from <see cref="OAuthAdminClient.Tokens"/>.</summary>
/// <remarks>What the operations throw is told at <see cref="TicketsClient"/>.</remarks>
public sealed class OAuthTokensClient
{
    private static readonly ApiPath Root = ApiPath.Of("oauth/tokens");
    private static readonly ReadValue<OAuthToken> One = Answer.Of<OAuthToken>("token", OAuthTokenReader.Read);
    private static readonly PageReader<OAuthToken> Pages = new("tokens", OAuthTokenReader.Read);

    private readonly ZendeskTransport _transport;

    internal OAuthTokensClient(ZendeskTransport transport) => _transport = transport;

    /// <summary>Walks through the tokens; of each Zendesk gives the first 10 characters.</summary>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="filter">Which tokens are wanted. The default is the user's own.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The tokens, each once.</returns>
    public IAsyncEnumerable<OAuthToken> ListAsync(PageOptions? options = null, OAuthTokenFilter? filter = null, CancellationToken cancellationToken = default) => All(filter).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the tokens; of each Zendesk gives the first 10 characters.</summary>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="filter">Which tokens are wanted. The default is the user's own.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<OAuthToken>> ListPageAsync(PageOptions? options = null, OAuthTokenFilter? filter = null, CancellationToken cancellationToken = default) => All(filter).PageAsync(options, cancellationToken);

    /// <summary>Reads one token.</summary>
    /// <param name="id">The token's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The token, with its first 10 characters.</returns>
    public Task<OAuthToken> GetAsync(long id, CancellationToken cancellationToken = default) => _transport.GetAsync(Root.Then(id), One, cancellationToken);

    /// <summary>Reads the token with which this very request is authorized. It proves that the authorization works, unlike the user's own record, which anonymous callers get too.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The token, with what it may do.</returns>
    public Task<OAuthToken> GetCurrentAsync(CancellationToken cancellationToken = default) => _transport.GetAsync(Root.Then("current"), One, cancellationToken);

    /// <summary>Makes a token that acts for the user who calls, without anybody's consent. It is not repeated by itself.</summary>
    /// <param name="clientId">The id of the client: the number, not the identifier.</param>
    /// <param name="scopes">What it may do, such as <c>read</c> or <c>tickets:write</c>. Zendesk takes words that it does not know, and refuses the calls later.</param>
    /// <param name="cancellationToken">Ends the wait; the token may be there by then.</param>
    /// <returns>The token, whole: it is shown this once.</returns>
    public Task<OAuthToken> CreateAsync(long clientId, IReadOnlyList<string> scopes, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(clientId);
        ArgumentNullException.ThrowIfNull(scopes);
        if (scopes.Count == 0 || scopes.Any(static scope => string.IsNullOrEmpty(scope) || scope.Any(char.IsWhiteSpace)))
        {
            throw new ArgumentException("Give at least one scope, each in a text of its own.", nameof(scopes));
        }

        var body = JsonBody.Of("token", (clientId, scopes), static (writer, token) =>
        {
            writer.WriteNumber("client_id"u8, token.clientId);
            JsonWriting.Texts(writer, "scopes"u8, token.scopes);
        });
        return _transport.SendAsync(new ApiRequest(HttpMethod.Post, Root, body) { IsRepeatable = false }, One, cancellationToken);
    }

    /// <summary>Revokes a token, at once and for good.</summary>
    /// <param name="id">The token's id.</param>
    /// <param name="cancellationToken">Ends the wait; the token may be revoked by then.</param>
    /// <returns>A task that ends when the token is revoked.</returns>
    public Task RevokeAsync(long id, CancellationToken cancellationToken = default) => _transport.SendAsync(new ApiRequest(HttpMethod.Delete, Root.Then(id)), cancellationToken);

    /// <summary>Revokes the token with which this very request is authorized, at once and for good. The profile asks for another when the next call is refused; one that a user consented to may then need the user.</summary>
    /// <param name="cancellationToken">Ends the wait; the token may be revoked by then.</param>
    /// <returns>A task that ends when the token is revoked.</returns>
    public Task RevokeCurrentAsync(CancellationToken cancellationToken = default) =>
        // Repeated with the token that a profile got since, it would revoke that one too.
        _transport.SendAsync(new ApiRequest(HttpMethod.Delete, Root.Then("current")) { IsRepeatable = false }, cancellationToken);

    private PagedList<OAuthToken> All(OAuthTokenFilter? filter)
    {
        var path = Root.WithId("client_id", filter?.ClientId).WithId("global_client_id", filter?.GlobalClientId).With("all", filter?.OfAllUsers);
        return new(_transport, path, Pages, PageMode.Cursor);
    }
}
