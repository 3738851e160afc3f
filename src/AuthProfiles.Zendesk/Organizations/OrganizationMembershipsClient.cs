using AuthProfiles.Zendesk.Jobs;
using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Organizations;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The memberships of users in organizations. Immutable and thread-safe; comes from <see cref="OrganizationsClient.Memberships"/>.</summary>
/// <remarks>
/// Where a membership ends, the tickets of that user and organization that are still worked on lose their organization, in a job that nobody is told of.
/// What the operations throw is told at <see cref="TicketsClient"/>.
/// </remarks>
public sealed class OrganizationMembershipsClient
{
    private static readonly ApiPath Root = ApiPath.Of("organization_memberships");

    private static readonly ReadValue<OrganizationMembership> One = Answer.Of<OrganizationMembership>("organization_membership", OrganizationMembershipReader.Read);
    private static readonly ReadValue<IReadOnlyList<OrganizationMembership>> Many = Answer.ListOf<OrganizationMembership>("organization_memberships", OrganizationMembershipReader.Read);
    private static readonly PageReader<OrganizationMembership> Pages = new("organization_memberships", OrganizationMembershipReader.Read);

    private readonly ZendeskTransport _transport;

    internal OrganizationMembershipsClient(ZendeskTransport transport) => _transport = transport;

    /// <summary>Walks through all memberships of the account.</summary>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The memberships, each once.</returns>
    public IAsyncEnumerable<OrganizationMembership> ListAsync(PageOptions? options = null, CancellationToken cancellationToken = default) =>
        All(Root).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of all memberships of the account.</summary>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<OrganizationMembership>> ListPageAsync(PageOptions? options = null, CancellationToken cancellationToken = default) =>
        All(Root).PageAsync(options, cancellationToken);

    /// <summary>Walks through the memberships of a user, the default one first.</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The memberships, each once.</returns>
    public IAsyncEnumerable<OrganizationMembership> ListOfUserAsync(long userId, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        All(OfUser(userId)).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the memberships of a user, the default one first.</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<OrganizationMembership>> ListOfUserPageAsync(long userId, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        All(OfUser(userId)).PageAsync(options, cancellationToken);

    /// <summary>Walks through the memberships in an organization.</summary>
    /// <param name="organizationId">The organization's id.</param>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The memberships, each once.</returns>
    public IAsyncEnumerable<OrganizationMembership> ListOfOrganizationAsync(long organizationId, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        All(OfOrganization(organizationId)).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the memberships in an organization.</summary>
    /// <param name="organizationId">The organization's id.</param>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<OrganizationMembership>> ListOfOrganizationPageAsync(long organizationId, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        All(OfOrganization(organizationId)).PageAsync(options, cancellationToken);

    /// <summary>Reads one membership.</summary>
    /// <param name="id">The membership's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The membership.</returns>
    public Task<OrganizationMembership> GetAsync(long id, CancellationToken cancellationToken = default) => _transport.GetAsync(Root.Then(id), One, cancellationToken);

    /// <summary>Puts a user into an organization. It is not repeated by itself: a membership that is there already is an error of kind <see cref="ZendeskErrorKind.Invalid"/>.</summary>
    /// <param name="membership">The membership.</param>
    /// <param name="cancellationToken">Ends the wait; the membership may have been created by then.</param>
    /// <returns>The membership as Zendesk has it, with its id.</returns>
    public Task<OrganizationMembership> CreateAsync(NewOrganizationMembership membership, CancellationToken cancellationToken = default)
    {
        OrganizationChecks.Membership(membership, nameof(membership));
        var content = JsonBody.Of("organization_membership", membership, OrganizationWriter.Membership);
        return _transport.SendAsync(new ApiRequest(HttpMethod.Post, Root, content) { IsRepeatable = false }, One, cancellationToken);
    }

    /// <summary>Puts users into organizations in a job.</summary>
    /// <param name="memberships">At most 100 memberships.</param>
    /// <param name="cancellationToken">Ends the wait; the job may have begun by then.</param>
    /// <returns>The job, for <see cref="JobsClient.WaitAsync(Job, JobWaitOptions, CancellationToken)"/>.</returns>
    public Task<Job> CreateManyAsync(IReadOnlyList<NewOrganizationMembership> memberships, CancellationToken cancellationToken = default)
    {
        RecordChecks.Many(memberships, nameof(memberships));
        foreach (var membership in memberships)
        {
            OrganizationChecks.Membership(membership, nameof(memberships));
        }

        var content = JsonBody.OfList("organization_memberships", memberships, OrganizationWriter.Membership);
        return _transport.SendAsync(new ApiRequest(HttpMethod.Post, Root.Then("create_many"), content) { IsRepeatable = false }, JobReader.One, cancellationToken);
    }

    /// <summary>Makes an organization the user's default one.</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="id">The membership's id.</param>
    /// <param name="cancellationToken">Ends the wait; the default may have changed by then.</param>
    /// <returns>All memberships of the user as they are now.</returns>
    public Task<IReadOnlyList<OrganizationMembership>> MakeDefaultAsync(long userId, long id, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Put, OfUser(userId).Then(id).Then("make_default")), Many, cancellationToken);

    /// <summary>Takes a user out of an organization.</summary>
    /// <param name="id">The membership's id.</param>
    /// <param name="cancellationToken">Ends the wait; the membership may be gone by then.</param>
    /// <returns>A task that ends when the membership is gone.</returns>
    public Task DeleteAsync(long id, CancellationToken cancellationToken = default) => _transport.SendAsync(new ApiRequest(HttpMethod.Delete, Root.Then(id)), cancellationToken);

    /// <summary>Takes users out of organizations in a job.</summary>
    /// <param name="ids">At most 100 ids of memberships.</param>
    /// <param name="cancellationToken">Ends the wait; the job may have begun by then.</param>
    /// <returns>The job, for <see cref="JobsClient.WaitAsync(Job, JobWaitOptions, CancellationToken)"/>.</returns>
    public Task<Job> DeleteManyAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Delete, Root.Then("destroy_many").WithIds(ids)), JobReader.One, cancellationToken);

    private static ApiPath OfUser(long userId) => ApiPath.Of("users").Then(userId).Then("organization_memberships");

    private static ApiPath OfOrganization(long organizationId) => OrganizationAnswers.Root.Then(organizationId).Then("organization_memberships");

    private PagedList<OrganizationMembership> All(ApiPath path) => new(_transport, path, Pages, PageMode.Cursor);
}
