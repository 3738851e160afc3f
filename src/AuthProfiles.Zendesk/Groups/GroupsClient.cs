using AuthProfiles.Zendesk.Groups;
using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The groups of agents of one account. Immutable and thread-safe; comes from <see cref="ZendeskClient.Groups"/>.</summary>
/// <remarks>What the operations throw is told at <see cref="TicketsClient"/>.</remarks>
public sealed class GroupsClient
{
    private readonly ZendeskTransport _transport;

    internal GroupsClient(ZendeskTransport transport)
    {
        _transport = transport;
        Memberships = new GroupMembershipsClient(transport);
    }

    /// <summary>Gets the memberships of agents in groups.</summary>
    public GroupMembershipsClient Memberships { get; }

    /// <summary>Creates a group. It is not repeated by itself.</summary>
    /// <param name="group">The group.</param>
    /// <param name="cancellationToken">Ends the wait; the group may have been created by then.</param>
    /// <returns>The group as Zendesk has it, with its id.</returns>
    public Task<Group> CreateAsync(NewGroup group, CancellationToken cancellationToken = default)
    {
        GroupChecks.New(group);
        var content = JsonBody.Of("group", group, GroupWriter.Create);
        return _transport.SendAsync(new ApiRequest(HttpMethod.Post, GroupAnswers.Root, content) { IsRepeatable = false }, GroupAnswers.One, cancellationToken);
    }

    /// <summary>Reads one group.</summary>
    /// <param name="id">The group's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The group; one that does not exist is an error of kind <see cref="ZendeskErrorKind.NotFound"/>.</returns>
    public Task<Group> GetAsync(long id, CancellationToken cancellationToken = default) => _transport.GetAsync(GroupAnswers.Root.Then(id), GroupAnswers.One, cancellationToken);

    /// <summary>Reads one group with records that come along.</summary>
    /// <param name="id">The group's id.</param>
    /// <param name="include">The records that are to come along.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The group and the records.</returns>
    public Task<Sideloaded<Group>> GetAsync(long id, IReadOnlyList<Include> include, CancellationToken cancellationToken = default) =>
        GroupAnswers.Sideloaded.GetAsync(_transport, GroupAnswers.Root.Then(id), include, cancellationToken);

    /// <summary>Walks through all groups, page after page as the caller goes on.</summary>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="withoutDeleted">Whether deleted groups are left out.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The groups, each once.</returns>
    public IAsyncEnumerable<Group> ListAsync(PageOptions? options = null, bool withoutDeleted = false, CancellationToken cancellationToken = default) =>
        All(withoutDeleted).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of all groups.</summary>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="withoutDeleted">Whether deleted groups are left out.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<Group>> ListPageAsync(PageOptions? options = null, bool withoutDeleted = false, CancellationToken cancellationToken = default) =>
        All(withoutDeleted).PageAsync(options, cancellationToken);

    /// <summary>Walks through the groups of an agent.</summary>
    /// <param name="userId">The agent's id.</param>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The groups, each once.</returns>
    public IAsyncEnumerable<Group> ListOfUserAsync(long userId, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        Pages(OfUser(userId)).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the groups of an agent.</summary>
    /// <param name="userId">The agent's id.</param>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<Group>> ListOfUserPageAsync(long userId, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        Pages(OfUser(userId)).PageAsync(options, cancellationToken);

    /// <summary>Walks through the groups that can be given tickets.</summary>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The groups, each once.</returns>
    public IAsyncEnumerable<Group> ListAssignableAsync(PageOptions? options = null, CancellationToken cancellationToken = default) =>
        Pages(GroupAnswers.Root.Then("assignable")).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the groups that can be given tickets.</summary>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<Group>> ListAssignablePageAsync(PageOptions? options = null, CancellationToken cancellationToken = default) =>
        Pages(GroupAnswers.Root.Then("assignable")).PageAsync(options, cancellationToken);

    /// <summary>Counts all groups.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The count.</returns>
    public Task<RecordCount> CountAsync(CancellationToken cancellationToken = default) => _transport.GetAsync(GroupAnswers.Root.Then("count"), RecordCountReader.One, cancellationToken);

    /// <summary>Changes a group.</summary>
    /// <param name="id">The group's id.</param>
    /// <param name="update">What to change.</param>
    /// <param name="cancellationToken">Ends the wait; the change may have been made by then.</param>
    /// <returns>The group as it is now.</returns>
    public Task<Group> UpdateAsync(long id, GroupUpdate update, CancellationToken cancellationToken = default)
    {
        GroupChecks.Update(update);
        return _transport.SendAsync(new ApiRequest(HttpMethod.Put, GroupAnswers.Root.Then(id), JsonBody.Of("group", update, GroupWriter.Update)), GroupAnswers.One, cancellationToken);
    }

    /// <summary>Deletes a group; its agents stay.</summary>
    /// <param name="id">The group's id.</param>
    /// <param name="cancellationToken">Ends the wait; the group may have been deleted by then.</param>
    /// <returns>A task that ends when the group is deleted.</returns>
    public Task DeleteAsync(long id, CancellationToken cancellationToken = default) => _transport.SendAsync(new ApiRequest(HttpMethod.Delete, GroupAnswers.Root.Then(id)), cancellationToken);

    private static ApiPath OfUser(long userId) => ApiPath.Of("users").Then(userId).Then("groups");

    private PagedList<Group> All(bool withoutDeleted) => Pages(GroupAnswers.Root.With("exclude_deleted", withoutDeleted ? "true" : null));

    private PagedList<Group> Pages(ApiPath path) => new(_transport, path, GroupAnswers.Pages, PageMode.Cursor);
}
