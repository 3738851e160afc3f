using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Users;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The identities of single users, such as their e-mail addresses. Immutable and thread-safe; comes from <see cref="UsersClient.Identities"/>.</summary>
/// <remarks>What the operations throw is told at <see cref="TicketsClient"/>.</remarks>
public sealed class UserIdentitiesClient
{
    private static readonly ReadValue<UserIdentity> One = Answer.Of<UserIdentity>("identity", UserIdentityReader.Read);
    private static readonly ReadValue<IReadOnlyList<UserIdentity>> Many = Answer.ListOf<UserIdentity>("identities", UserIdentityReader.Read);
    private static readonly PageReader<UserIdentity> Pages = new("identities", UserIdentityReader.Read);


    private readonly ZendeskTransport _transport;

    internal UserIdentitiesClient(ZendeskTransport transport) => _transport = transport;

    /// <summary>Walks through the identities of a user.</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The identities, each once.</returns>
    public IAsyncEnumerable<UserIdentity> ListAsync(long userId, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        All(userId).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the identities of a user.</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<UserIdentity>> ListPageAsync(long userId, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        All(userId).PageAsync(options, cancellationToken);

    /// <summary>Reads one identity.</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="id">The identity's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The identity.</returns>
    public Task<UserIdentity> GetAsync(long userId, long id, CancellationToken cancellationToken = default) => _transport.GetAsync(Path(userId).Then(id), One, cancellationToken);

    /// <summary>Gives a user an identity. It is not repeated by itself.</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="identity">The identity.</param>
    /// <param name="cancellationToken">Ends the wait; the identity may have been created by then.</param>
    /// <returns>The identity as Zendesk has it, with its id.</returns>
    public Task<UserIdentity> CreateAsync(long userId, NewUserIdentity identity, CancellationToken cancellationToken = default)
    {
        UserChecks.Identity(identity, nameof(identity));
        var content = JsonBody.Of("identity", identity, UserIdentityWriter.Create);
        return _transport.SendAsync(new ApiRequest(HttpMethod.Post, Path(userId), content) { IsRepeatable = false }, One, cancellationToken);
    }

    /// <summary>Changes an identity, or what it counts as.</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="id">The identity's id.</param>
    /// <param name="update">What to change.</param>
    /// <param name="cancellationToken">Ends the wait; the change may have been made by then.</param>
    /// <returns>The identity as it is now.</returns>
    public Task<UserIdentity> UpdateAsync(long userId, long id, UserIdentityUpdate update, CancellationToken cancellationToken = default)
    {
        UpdateCheck.ChangesSomething(update, nameof(update));
        return _transport.SendAsync(new ApiRequest(HttpMethod.Put, Path(userId).Then(id), JsonBody.Of("identity", update, UserIdentityWriter.Update)), One, cancellationToken);
    }

    /// <summary>Makes an identity the primary one of its kind.</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="id">The identity's id.</param>
    /// <param name="cancellationToken">Ends the wait; the identity may be the primary one by then.</param>
    /// <returns>All identities of the user as they are now.</returns>
    public Task<IReadOnlyList<UserIdentity>> MakePrimaryAsync(long userId, long id, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Put, Path(userId).Then(id).Then("make_primary")), Many, cancellationToken);

    /// <summary>Lets an identity count as verified. The address of the account's owner can't be.</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="id">The identity's id.</param>
    /// <param name="cancellationToken">Ends the wait; the identity may be verified by then.</param>
    /// <returns>The identity as it is now.</returns>
    public Task<UserIdentity> VerifyAsync(long userId, long id, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Put, Path(userId).Then(id).Then("verify")), One, cancellationToken);

    /// <summary>Sends the user an e-mail to verify the address by. It is not repeated by itself.</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="id">The identity's id.</param>
    /// <param name="cancellationToken">Ends the wait; the mail may have been sent by then.</param>
    /// <returns>A task that ends when Zendesk has taken it on.</returns>
    public Task RequestVerificationAsync(long userId, long id, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Put, Path(userId).Then(id).Then("request_verification")) { IsRepeatable = false }, cancellationToken);

    /// <summary>Takes an identity from a user. A phone number can stay on the user: <see cref="UserUpdate.Phone"/> takes it away.</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="id">The identity's id.</param>
    /// <param name="cancellationToken">Ends the wait; the identity may be gone by then.</param>
    /// <returns>A task that ends when the identity is gone.</returns>
    public Task DeleteAsync(long userId, long id, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Delete, Path(userId).Then(id)), cancellationToken);

    private static ApiPath Path(long userId) => UserAnswers.Root.Then(userId).Then("identities");

    private PagedList<UserIdentity> All(long userId) => new(_transport, Path(userId), Pages, PageMode.Cursor);
}
