using AuthProfiles.Zendesk.Jobs;
using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Organizations;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The organizations of one account. Immutable and thread-safe; comes from <see cref="ZendeskClient.Organizations"/>.</summary>
/// <remarks>What the operations throw is told at <see cref="TicketsClient"/>.</remarks>
public sealed class OrganizationsClient
{
    private readonly ZendeskTransport _transport;
    private readonly ManyById<Organization> _many;

    internal OrganizationsClient(ZendeskTransport transport)
    {
        _transport = transport;
        _many = new ManyById<Organization>(transport, OrganizationAnswers.Root.Then("show_many"), OrganizationAnswers.Many);
        Memberships = new OrganizationMembershipsClient(transport);
        Tags = new OrganizationTagsClient(transport);
        Merges = new OrganizationMergesClient(transport);
    }

    /// <summary>Gets the memberships of users in organizations.</summary>
    public OrganizationMembershipsClient Memberships { get; }

    /// <summary>Gets the tags of single organizations.</summary>
    public OrganizationTagsClient Tags { get; }

    /// <summary>Gets the merges of organizations.</summary>
    public OrganizationMergesClient Merges { get; }

    /// <summary>Creates an organization. It is not repeated by itself: a name that is there already is an error of kind <see cref="ZendeskErrorKind.Invalid"/>, except in two requests at the same moment.</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="cancellationToken">Ends the wait; the organization may have been created by then.</param>
    /// <returns>The organization as Zendesk has it, with its id.</returns>
    public Task<Organization> CreateAsync(NewOrganization organization, CancellationToken cancellationToken = default)
    {
        OrganizationChecks.New(organization, nameof(organization));
        return _transport.SendAsync(Post(OrganizationAnswers.Root, JsonBody.Of("organization", organization, OrganizationWriter.Create)), OrganizationAnswers.One, cancellationToken);
    }

    /// <summary>Changes the organization that has the external id, or creates one where none has. Zendesk does not find it by its name.</summary>
    /// <param name="organization">The organization, with an external id. What is null stays as it is.</param>
    /// <param name="cancellationToken">Ends the wait; the organization may have been stored by then.</param>
    /// <returns>The organization as it is now, and whether it is new.</returns>
    public Task<CreatedOrUpdated<Organization>> CreateOrUpdateAsync(NewOrganization organization, CancellationToken cancellationToken = default)
    {
        OrganizationChecks.New(organization, nameof(organization));
        return string.IsNullOrWhiteSpace(organization.ExternalId)
            ? throw new ArgumentException("Give the organization's ExternalId: by this Zendesk finds the one that is there. By its id, UpdateAsync changes it.", nameof(organization))
            : _transport.StoreAsync(
                Post(OrganizationAnswers.Root.Then("create_or_update"), JsonBody.Of("organization", organization, OrganizationWriter.Create)),
                OrganizationAnswers.One,
                cancellationToken);
    }

    /// <summary>Creates organizations in a job.</summary>
    /// <param name="organizations">At most 100 organizations.</param>
    /// <param name="cancellationToken">Ends the wait; the job may have begun by then.</param>
    /// <returns>The job, for <see cref="JobsClient.WaitAsync(Job, JobWaitOptions, CancellationToken)"/>; its results have the ids in the order of the organizations.</returns>
    public Task<Job> CreateManyAsync(IReadOnlyList<NewOrganization> organizations, CancellationToken cancellationToken = default)
    {
        RecordChecks.Many(organizations, nameof(organizations));
        foreach (var organization in organizations)
        {
            OrganizationChecks.New(organization, nameof(organizations));
        }

        return StartAsync(Post(OrganizationAnswers.Root.Then("create_many"), JsonBody.OfList("organizations", organizations, OrganizationWriter.Create)), cancellationToken);
    }

    /// <summary>Reads one organization.</summary>
    /// <param name="id">The organization's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The organization; one that does not exist is an error of kind <see cref="ZendeskErrorKind.NotFound"/>.</returns>
    public Task<Organization> GetAsync(long id, CancellationToken cancellationToken = default) =>
        _transport.GetAsync(OrganizationAnswers.Root.Then(id), OrganizationAnswers.One, cancellationToken);

    /// <summary>Reads one organization with records that come along.</summary>
    /// <param name="id">The organization's id.</param>
    /// <param name="include">The records that are to come along.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The organization and the records.</returns>
    public Task<Sideloaded<Organization>> GetAsync(long id, IReadOnlyList<Include> include, CancellationToken cancellationToken = default) =>
        OrganizationAnswers.Sideloaded.GetAsync(_transport, OrganizationAnswers.Root.Then(id), include, cancellationToken);

    /// <summary>Reads organizations by their ids, 100 in a request, one request after the other.</summary>
    /// <param name="ids">The ids; one that comes twice is asked for once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The organizations that exist, in Zendesk's order.</returns>
    public Task<IReadOnlyList<Organization>> GetManyAsync(IEnumerable<long> ids, CancellationToken cancellationToken = default) => _many.GetAsync(ids, cancellationToken);

    /// <summary>Reads organizations by the ids that another system gave them, 100 in a request, one request after the other.</summary>
    /// <param name="externalIds">The ids, none with a comma; one that comes twice is asked for once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The organizations that exist, in Zendesk's order.</returns>
    public Task<IReadOnlyList<Organization>> GetManyByExternalIdAsync(IEnumerable<string> externalIds, CancellationToken cancellationToken = default) =>
        _many.GetByExternalIdAsync(externalIds, cancellationToken);

    /// <summary>Walks through all organizations, page after page as the caller goes on.</summary>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The organizations, each once.</returns>
    public IAsyncEnumerable<Organization> ListAsync(PageOptions? options = null, CancellationToken cancellationToken = default) =>
        Pages(OrganizationAnswers.Root).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of all organizations.</summary>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<Organization>> ListPageAsync(PageOptions? options = null, CancellationToken cancellationToken = default) =>
        Pages(OrganizationAnswers.Root).PageAsync(options, cancellationToken);

    /// <summary>Walks through the organizations of a user.</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The organizations, each once.</returns>
    public IAsyncEnumerable<Organization> ListOfUserAsync(long userId, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        Pages(OfUser(userId)).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the organizations of a user.</summary>
    /// <param name="userId">The user's id.</param>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<Organization>> ListOfUserPageAsync(long userId, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        Pages(OfUser(userId)).PageAsync(options, cancellationToken);

    /// <summary>Finds the organization to which another system gave an id.</summary>
    /// <param name="externalId">The id; large and small letters in it are the same.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The organization alone, or none.</returns>
    public Task<IReadOnlyList<Organization>> FindByExternalIdAsync(string externalId, CancellationToken cancellationToken = default) =>
        FindAsync("search", "external_id", externalId, nameof(externalId), cancellationToken);

    /// <summary>Finds the organization of a name.</summary>
    /// <param name="name">The whole name; large and small letters in it are the same.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The organization alone, or none.</returns>
    public Task<IReadOnlyList<Organization>> FindByNameAsync(string name, CancellationToken cancellationToken = default) =>
        FindAsync("search", "name", name, nameof(name), cancellationToken);

    /// <summary>Finds the organizations whose name begins with a text.</summary>
    /// <param name="name">The beginning of the name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The first organizations that Zendesk gives, at most 100.</returns>
    public Task<IReadOnlyList<Organization>> AutocompleteAsync(string name, CancellationToken cancellationToken = default) =>
        FindAsync("autocomplete", "name", name, nameof(name), cancellationToken);

    /// <summary>Counts all organizations.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The count.</returns>
    public Task<RecordCount> CountAsync(CancellationToken cancellationToken = default) =>
        _transport.GetAsync(OrganizationAnswers.Root.Then("count"), RecordCountReader.One, cancellationToken);

    /// <summary>Changes an organization.</summary>
    /// <param name="id">The organization's id.</param>
    /// <param name="update">What to change.</param>
    /// <param name="cancellationToken">Ends the wait; the change may have been made by then.</param>
    /// <returns>The organization as it is now.</returns>
    public Task<Organization> UpdateAsync(long id, OrganizationUpdate update, CancellationToken cancellationToken = default)
    {
        OrganizationChecks.Update(update);
        return _transport.SendAsync(
            new ApiRequest(HttpMethod.Put, OrganizationAnswers.Root.Then(id), JsonBody.Of("organization", update, OrganizationWriter.Update)),
            OrganizationAnswers.One,
            cancellationToken);
    }

    /// <summary>Makes the same change to organizations in a job.</summary>
    /// <param name="ids">At most 100 ids.</param>
    /// <param name="update">What to change.</param>
    /// <param name="cancellationToken">Ends the wait; the job may have begun by then.</param>
    /// <returns>The job, for <see cref="JobsClient.WaitAsync(Job, JobWaitOptions, CancellationToken)"/>.</returns>
    public Task<Job> UpdateManyAsync(IReadOnlyList<long> ids, OrganizationUpdate update, CancellationToken cancellationToken = default)
    {
        OrganizationChecks.Update(update);
        return StartAsync(
            new ApiRequest(HttpMethod.Put, OrganizationAnswers.Root.Then("update_many").WithIds(ids), JsonBody.Of("organization", update, OrganizationWriter.Update)),
            cancellationToken);
    }

    /// <summary>Changes organizations in a job, each in its own way.</summary>
    /// <param name="changes">At most 100 changes.</param>
    /// <param name="cancellationToken">Ends the wait; the job may have begun by then.</param>
    /// <returns>The job, for <see cref="JobsClient.WaitAsync(Job, JobWaitOptions, CancellationToken)"/>.</returns>
    public Task<Job> UpdateManyAsync(IReadOnlyList<OrganizationChange> changes, CancellationToken cancellationToken = default)
    {
        RecordChecks.Many(changes, nameof(changes));
        RecordChecks.Ids(changes.Select(static change => change.Id), nameof(changes));
        foreach (var change in changes)
        {
            OrganizationChecks.Update(change.Update);
        }

        return StartAsync(
            new ApiRequest(HttpMethod.Put, OrganizationAnswers.Root.Then("update_many"), JsonBody.OfList("organizations", changes, OrganizationWriter.Change)),
            cancellationToken);
    }

    /// <summary>Deletes an organization; its users stay.</summary>
    /// <param name="id">The organization's id.</param>
    /// <param name="cancellationToken">Ends the wait; the organization may have been deleted by then.</param>
    /// <returns>A task that ends when the organization is deleted.</returns>
    public Task DeleteAsync(long id, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Delete, OrganizationAnswers.Root.Then(id)), cancellationToken);

    /// <summary>Deletes organizations in a job; their users stay.</summary>
    /// <param name="ids">At most 100 ids.</param>
    /// <param name="cancellationToken">Ends the wait; the job may have begun by then.</param>
    /// <returns>The job, for <see cref="JobsClient.WaitAsync(Job, JobWaitOptions, CancellationToken)"/>.</returns>
    public Task<Job> DeleteManyAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default) =>
        StartAsync(new ApiRequest(HttpMethod.Delete, OrganizationAnswers.Root.Then("destroy_many").WithIds(ids)), cancellationToken);

    /// <summary>Reads how much an organization is related to.</summary>
    /// <param name="id">The organization's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The relations.</returns>
    public Task<OrganizationRelations> GetRelationsAsync(long id, CancellationToken cancellationToken = default) =>
        _transport.GetAsync(OrganizationAnswers.Root.Then(id).Then("related"), OrganizationRelationsReader.One, cancellationToken);

    private static ApiRequest Post(ApiPath path, ApiBody content) => new(HttpMethod.Post, path, content) { IsRepeatable = false };

    private static ApiPath OfUser(long userId) => ApiPath.Of("users").Then(userId).Then("organizations");

    private PagedList<Organization> Pages(ApiPath path) => new(_transport, path, OrganizationAnswers.Pages, PageMode.Cursor);

    private Task<IReadOnlyList<Organization>> FindAsync(string way, string name, string value, string parameter, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, parameter);
        return _transport.GetAsync(OrganizationAnswers.Root.Then(way).With(name, value), OrganizationAnswers.Many, cancellationToken);
    }

    private Task<Job> StartAsync(ApiRequest request, CancellationToken cancellationToken) => _transport.SendAsync(request, JobReader.One, cancellationToken);
}
