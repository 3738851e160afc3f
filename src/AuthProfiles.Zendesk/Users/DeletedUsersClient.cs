using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Users;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The deleted users of one account. Immutable and thread-safe; comes from <see cref="UsersClient.Deleted"/>.</summary>
/// <remarks>
/// Those deleted for good are in the lists too, without their personal data. Of deleted users Zendesk tells less than of others.
/// What the operations throw is told at <see cref="TicketsClient"/>.
/// </remarks>
public sealed class DeletedUsersClient
{
    private static readonly ApiPath Root = ApiPath.Of("deleted_users");

    private static readonly ReadValue<User> One = Answer.Of<User>("deleted_user", UserReader.Read);
    private static readonly PageReader<User> Pages = new("deleted_users", UserReader.Read);

    private readonly ZendeskTransport _transport;

    internal DeletedUsersClient(ZendeskTransport transport) => _transport = transport;

    private PagedList<User> All => new(_transport, Root, Pages, PageMode.Cursor);

    /// <summary>Walks through the deleted users.</summary>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The users, each once.</returns>
    public IAsyncEnumerable<User> ListAsync(PageOptions? options = null, CancellationToken cancellationToken = default) => All.ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the deleted users.</summary>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<User>> ListPageAsync(PageOptions? options = null, CancellationToken cancellationToken = default) => All.PageAsync(options, cancellationToken);

    /// <summary>Reads one deleted user.</summary>
    /// <param name="id">The user's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The user; one that is not deleted, or for good, is an error of kind <see cref="ZendeskErrorKind.NotFound"/>.</returns>
    public Task<User> GetAsync(long id, CancellationToken cancellationToken = default) => _transport.GetAsync(Root.Then(id), One, cancellationToken);

    /// <summary>Counts the deleted users, those deleted for good included.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The count.</returns>
    public Task<RecordCount> CountAsync(CancellationToken cancellationToken = default) => _transport.GetAsync(Root.Then("count"), RecordCountReader.One, cancellationToken);

    /// <summary>Deletes a deleted user's personal data for good. Zendesk does it 700 times in 10 minutes.</summary>
    /// <param name="id">The user's id.</param>
    /// <param name="cancellationToken">Ends the wait; the data may be gone by then.</param>
    /// <returns>The user, as far as anything is left.</returns>
    public Task<User> DeletePermanentlyAsync(long id, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Delete, Root.Then(id)), One, cancellationToken);
}
