using AuthProfiles.Zendesk.Groups;
using AuthProfiles.Zendesk.Jobs;
using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The memberships of agents in groups. Immutable and thread-safe; comes from <see cref="GroupsClient.Memberships"/>.</summary>
/// <remarks>
/// Where a membership ends, the tickets of that agent and group that are still worked on lose their agent, in a job that nobody is told of.
/// What the operations throw is told at <see cref="TicketsClient"/>.
/// </remarks>
public sealed class GroupMembershipsClient
{
    private static readonly ApiPath Root = ApiPath.Of("group_memberships");

    private static readonly ReadValue<GroupMembership> One = Answer.Of<GroupMembership>("group_membership", GroupMembershipReader.Read);
    private static readonly ReadValue<IReadOnlyList<GroupMembership>> Many = Answer.ListOf<GroupMembership>("group_memberships", GroupMembershipReader.Read);
    private static readonly PageReader<GroupMembership> Pages = new("group_memberships", GroupMembershipReader.Read);

    private readonly ZendeskTransport _transport;

    internal GroupMembershipsClient(ZendeskTransport transport) => _transport = transport;

    /// <summary>Walks through all memberships of the account.</summary>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The memberships, each once.</returns>
    public IAsyncEnumerable<GroupMembership> ListAsync(PageOptions? options = null, CancellationToken cancellationToken = default) =>
        All(Root).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of all memberships of the account.</summary>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<GroupMembership>> ListPageAsync(PageOptions? options = null, CancellationToken cancellationToken = default) =>
        All(Root).PageAsync(options, cancellationToken);

    /// <summary>Walks through the memberships of an agent.</summary>
    /// <param name="userId">The agent's id.</param>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The memberships, each once.</returns>
    public IAsyncEnumerable<GroupMembership> ListOfUserAsync(long userId, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        All(OfUser(userId)).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the memberships of an agent.</summary>
    /// <param name="userId">The agent's id.</param>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<GroupMembership>> ListOfUserPageAsync(long userId, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        All(OfUser(userId)).PageAsync(options, cancellationToken);

    /// <summary>Walks through the memberships in a group.</summary>
    /// <param name="groupId">The group's id.</param>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The memberships, each once.</returns>
    public IAsyncEnumerable<GroupMembership> ListOfGroupAsync(long groupId, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        All(OfGroup(groupId)).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the memberships in a group.</summary>
    /// <param name="groupId">The group's id.</param>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<GroupMembership>> ListOfGroupPageAsync(long groupId, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        All(OfGroup(groupId)).PageAsync(options, cancellationToken);

    /// <summary>Walks through the memberships of agents who can be given tickets.</summary>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The memberships, each once.</returns>
    public IAsyncEnumerable<GroupMembership> ListAssignableAsync(PageOptions? options = null, CancellationToken cancellationToken = default) =>
        All(Root.Then("assignable")).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the memberships of agents who can be given tickets.</summary>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<GroupMembership>> ListAssignablePageAsync(PageOptions? options = null, CancellationToken cancellationToken = default) =>
        All(Root.Then("assignable")).PageAsync(options, cancellationToken);

    /// <summary>Reads one membership.</summary>
    /// <param name="id">The membership's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The membership.</returns>
    public Task<GroupMembership> GetAsync(long id, CancellationToken cancellationToken = default) => _transport.GetAsync(Root.Then(id), One, cancellationToken);

    /// <summary>Puts an agent into a group. It is not repeated by itself.</summary>
    /// <param name="membership">The membership.</param>
    /// <param name="cancellationToken">Ends the wait; the membership may have been created by then.</param>
    /// <returns>The membership as Zendesk has it, with its id.</returns>
    public Task<GroupMembership> CreateAsync(NewGroupMembership membership, CancellationToken cancellationToken = default)
    {
        GroupChecks.Membership(membership, nameof(membership));
        var content = JsonBody.Of("group_membership", membership, GroupWriter.Membership);
        return _transport.SendAsync(new ApiRequest(HttpMethod.Post, Root, content) { IsRepeatable = false }, One, cancellationToken);
    }

    /// <summary>Puts agents into groups in a job.</summary>
    /// <param name="memberships">At most 100 memberships.</param>
    /// <param name="cancellationToken">Ends the wait; the job may have begun by then.</param>
    /// <returns>The job, for <see cref="JobsClient.WaitAsync(Job, JobWaitOptions, CancellationToken)"/>.</returns>
    public Task<Job> CreateManyAsync(IReadOnlyList<NewGroupMembership> memberships, CancellationToken cancellationToken = default)
    {
        RecordChecks.Many(memberships, nameof(memberships));
        foreach (var membership in memberships)
        {
            GroupChecks.Membership(membership, nameof(memberships));
        }

        var content = JsonBody.OfList("group_memberships", memberships, GroupWriter.Membership);
        return _transport.SendAsync(new ApiRequest(HttpMethod.Post, Root.Then("create_many"), content) { IsRepeatable = false }, JobReader.One, cancellationToken);
    }

    /// <summary>Makes a group the agent's default one.</summary>
    /// <param name="userId">The agent's id.</param>
    /// <param name="id">The membership's id.</param>
    /// <param name="cancellationToken">Ends the wait; the default may have changed by then.</param>
    /// <returns>All memberships of the agent as they are now.</returns>
    public Task<IReadOnlyList<GroupMembership>> MakeDefaultAsync(long userId, long id, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Put, OfUser(userId).Then(id).Then("make_default")), Many, cancellationToken);

    /// <summary>Takes an agent out of a group.</summary>
    /// <param name="id">The membership's id.</param>
    /// <param name="cancellationToken">Ends the wait; the membership may be gone by then.</param>
    /// <returns>A task that ends when the membership is gone.</returns>
    public Task DeleteAsync(long id, CancellationToken cancellationToken = default) => _transport.SendAsync(new ApiRequest(HttpMethod.Delete, Root.Then(id)), cancellationToken);

    /// <summary>Takes agents out of groups in a job.</summary>
    /// <param name="ids">At most 100 ids of memberships.</param>
    /// <param name="cancellationToken">Ends the wait; the job may have begun by then.</param>
    /// <returns>The job, for <see cref="JobsClient.WaitAsync(Job, JobWaitOptions, CancellationToken)"/>.</returns>
    public Task<Job> DeleteManyAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Delete, Root.Then("destroy_many").WithIds(ids)), JobReader.One, cancellationToken);

    private static ApiPath OfUser(long userId) => ApiPath.Of("users").Then(userId).Then("group_memberships");

    private static ApiPath OfGroup(long groupId) => GroupAnswers.Root.Then(groupId).Then("memberships");

    private PagedList<GroupMembership> All(ApiPath path) => new(_transport, path, Pages, PageMode.Cursor);
}
