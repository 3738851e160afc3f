using AuthProfiles.Zendesk.Organizations;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The merges of organizations of one account, for administrators. Immutable and thread-safe; comes from <see cref="OrganizationsClient.Merges"/>.</summary>
/// <remarks>What the operations throw is told at <see cref="TicketsClient"/>.</remarks>
public sealed class OrganizationMergesClient
{
    private static readonly ReadValue<OrganizationMerge> One = Answer.Of<OrganizationMerge>("organization_merge", OrganizationMergeReader.Read);
    private static readonly PageReader<OrganizationMerge> Pages = new("organization_merges", OrganizationMergeReader.Read);

    private readonly ZendeskTransport _transport;

    internal OrganizationMergesClient(ZendeskTransport transport) => _transport = transport;

    /// <summary>Begins to merge an organization into another: its users, tickets and domains move, the rest of it goes. It can't be undone, and is not repeated by itself.</summary>
    /// <param name="organizationId">The id of the organization that goes.</param>
    /// <param name="winnerId">The id of the organization that stays.</param>
    /// <param name="cancellationToken">Ends the wait; the merge may have begun by then.</param>
    /// <returns>The merge; <see cref="GetAsync"/> tells how far it is.</returns>
    public Task<OrganizationMerge> CreateAsync(long organizationId, long winnerId, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(winnerId);
        var content = JsonBody.Of("organization_merge", winnerId, static (writer, winner) => writer.WriteNumber("winner_id"u8, winner));
        return _transport.SendAsync(new ApiRequest(HttpMethod.Post, OrganizationAnswers.Root.Then(organizationId).Then("merge"), content) { IsRepeatable = false }, One, cancellationToken);
    }

    /// <summary>Looks at a merge.</summary>
    /// <param name="id">The merge's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The merge.</returns>
    public Task<OrganizationMerge> GetAsync(string id, CancellationToken cancellationToken = default) =>
        _transport.GetAsync(ApiPath.Of("organization_merges").ThenKey(id), One, cancellationToken);

    /// <summary>Walks through the merges of an organization.</summary>
    /// <param name="organizationId">The organization's id.</param>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The merges, each once.</returns>
    public IAsyncEnumerable<OrganizationMerge> ListAsync(long organizationId, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        All(organizationId).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the merges of an organization.</summary>
    /// <param name="organizationId">The organization's id.</param>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<OrganizationMerge>> ListPageAsync(long organizationId, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        All(organizationId).PageAsync(options, cancellationToken);

    private PagedList<OrganizationMerge> All(long organizationId) => new(_transport, OrganizationAnswers.Root.Then(organizationId).Then("merges"), Pages, PageMode.Cursor);
}
