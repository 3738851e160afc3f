using AuthProfiles.Zendesk.Jobs;
using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Users;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The users of one account: end users, agents and administrators. Immutable and thread-safe; comes from <see cref="ZendeskClient.Users"/>.</summary>
/// <remarks>What the operations throw is told at <see cref="TicketsClient"/>.</remarks>
public sealed class UsersClient
{
    private readonly ZendeskTransport _transport;
    private readonly ManyById<User> _many;

    internal UsersClient(ZendeskTransport transport)
    {
        _transport = transport;
        _many = new ManyById<User>(transport, UserAnswers.Root.Then("show_many"), UserAnswers.Many);
        Identities = new UserIdentitiesClient(transport);
        Tags = new UserTagsClient(transport);
        Deleted = new DeletedUsersClient(transport);
    }

    /// <summary>Gets the identities of single users, such as their e-mail addresses.</summary>
    public UserIdentitiesClient Identities { get; }

    /// <summary>Gets the tags of single users.</summary>
    public UserTagsClient Tags { get; }

    /// <summary>Gets the deleted users.</summary>
    public DeletedUsersClient Deleted { get; }

    /// <summary>Creates a user. It is not repeated by itself: an e-mail address that is there already is an error of kind <see cref="ZendeskErrorKind.Invalid"/>.</summary>
    /// <param name="user">The user.</param>
    /// <param name="cancellationToken">Ends the wait; the user may have been created by then.</param>
    /// <returns>The user as Zendesk has it, with its id.</returns>
    public Task<User> CreateAsync(NewUser user, CancellationToken cancellationToken = default)
    {
        UserChecks.New(user, nameof(user));
        return _transport.SendAsync(Post(UserAnswers.Root, JsonBody.Of("user", user, UserWriter.Create)), UserAnswers.One, cancellationToken);
    }

    /// <summary>Changes the user who has the e-mail address or the external id, or creates one where nobody has.</summary>
    /// <param name="user">The user, with an e-mail address or an external id. What is null stays as it is.</param>
    /// <param name="cancellationToken">Ends the wait; the user may have been stored by then.</param>
    /// <returns>The user as it is now, and whether it is new.</returns>
    public Task<CreatedOrUpdated<User>> CreateOrUpdateAsync(NewUser user, CancellationToken cancellationToken = default)
    {
        UserChecks.Findable(user, nameof(user));
        return _transport.StoreAsync(Post(UserAnswers.Root.Then("create_or_update"), JsonBody.Of("user", user, UserWriter.Create)), UserAnswers.One, cancellationToken);
    }

    /// <summary>Creates users in a job. Zendesk's support has to open this for an account; until then it is an error of kind <see cref="ZendeskErrorKind.Forbidden"/>.</summary>
    /// <param name="users">At most 100 users.</param>
    /// <param name="cancellationToken">Ends the wait; the job may have begun by then.</param>
    /// <returns>The job, for <see cref="JobsClient.WaitAsync(Job, JobWaitOptions, CancellationToken)"/>; its results have the ids in the order of the users.</returns>
    public Task<Job> CreateManyAsync(IReadOnlyList<NewUser> users, CancellationToken cancellationToken = default)
    {
        UserChecks.Many(users, UserChecks.New);
        return StartAsync(Post(UserAnswers.Root.Then("create_many"), JsonBody.OfList("users", users, UserWriter.Create)), cancellationToken);
    }

    /// <summary>Creates users, or changes those who are there, in a job. Zendesk's support has to open this for an account, as it does for <see cref="CreateManyAsync"/>.</summary>
    /// <param name="users">At most 100 users, each with an e-mail address or an external id.</param>
    /// <param name="cancellationToken">Ends the wait; the job may have begun by then.</param>
    /// <returns>The job, for <see cref="JobsClient.WaitAsync(Job, JobWaitOptions, CancellationToken)"/>.</returns>
    public Task<Job> CreateOrUpdateManyAsync(IReadOnlyList<NewUser> users, CancellationToken cancellationToken = default)
    {
        UserChecks.Many(users, UserChecks.Findable);
        return StartAsync(Post(UserAnswers.Root.Then("create_or_update_many"), JsonBody.OfList("users", users, UserWriter.Create)), cancellationToken);
    }

    /// <summary>Reads one user.</summary>
    /// <param name="id">The user's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The user; one that does not exist is an error of kind <see cref="ZendeskErrorKind.NotFound"/>.</returns>
    public Task<User> GetAsync(long id, CancellationToken cancellationToken = default) => _transport.GetAsync(UserAnswers.Root.Then(id), UserAnswers.One, cancellationToken);

    /// <summary>Reads one user with records that come along.</summary>
    /// <param name="id">The user's id.</param>
    /// <param name="include">The records that are to come along.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The user and the records.</returns>
    public Task<Sideloaded<User>> GetAsync(long id, IReadOnlyList<Include> include, CancellationToken cancellationToken = default) =>
        UserAnswers.Sideloaded.GetAsync(_transport, UserAnswers.Root.Then(id), include, cancellationToken);

    /// <summary>Reads the user behind the credential.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The user. Where Zendesk does not take the credential and answers as to an anonymous caller, that is an error of kind <see cref="ZendeskErrorKind.Unauthorized"/>.</returns>
    public Task<User> GetMeAsync(CancellationToken cancellationToken = default) => _transport.GetAsync(UserAnswers.Root.Then("me"), CurrentUserReader.One, cancellationToken);

    /// <summary>Reads users by their ids, 100 in a request, one request after the other.</summary>
    /// <param name="ids">The ids; one that comes twice is asked for once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The users that exist, in Zendesk's order.</returns>
    public Task<IReadOnlyList<User>> GetManyAsync(IEnumerable<long> ids, CancellationToken cancellationToken = default) => _many.GetAsync(ids, cancellationToken);

    /// <summary>Reads users by the ids that another system gave them, 100 in a request, one request after the other.</summary>
    /// <param name="externalIds">The ids, none with a comma; one that comes twice is asked for once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The users that exist, in Zendesk's order.</returns>
    public Task<IReadOnlyList<User>> GetManyByExternalIdAsync(IEnumerable<string> externalIds, CancellationToken cancellationToken = default) =>
        _many.GetByExternalIdAsync(externalIds, cancellationToken);

    /// <summary>Walks through the users, page after page as the caller goes on.</summary>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="filter">Which users. The default is all.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The users, each once.</returns>
    public IAsyncEnumerable<User> ListAsync(PageOptions? options = null, UserFilter? filter = null, CancellationToken cancellationToken = default) =>
        Pages(Filtered(UserAnswers.Root, filter)).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the users.</summary>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="filter">Which users. The default is all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<User>> ListPageAsync(PageOptions? options = null, UserFilter? filter = null, CancellationToken cancellationToken = default) =>
        Pages(Filtered(UserAnswers.Root, filter)).PageAsync(options, cancellationToken);

    /// <summary>Walks through the agents of a group.</summary>
    /// <param name="groupId">The group's id.</param>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The agents, each once.</returns>
    public IAsyncEnumerable<User> ListOfGroupAsync(long groupId, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        OfGroup(groupId).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the agents of a group.</summary>
    /// <param name="groupId">The group's id.</param>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<User>> ListOfGroupPageAsync(long groupId, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        OfGroup(groupId).PageAsync(options, cancellationToken);

    /// <summary>Walks through the users of an organization.</summary>
    /// <param name="organizationId">The organization's id.</param>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The users, each once.</returns>
    public IAsyncEnumerable<User> ListOfOrganizationAsync(long organizationId, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        OfOrganization(organizationId).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the users of an organization.</summary>
    /// <param name="organizationId">The organization's id.</param>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<User>> ListOfOrganizationPageAsync(long organizationId, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        OfOrganization(organizationId).PageAsync(options, cancellationToken);

    /// <summary>Finds users, in numbered pages alone: beyond 10,000 comes an error of kind <see cref="ZendeskErrorKind.PageLimit"/>.</summary>
    /// <param name="query">Part of a name, an e-mail address, a phone number or a note, or a query in Zendesk's search language.</param>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The users. One that comes or goes while the pages are read moves others.</returns>
    public IAsyncEnumerable<User> SearchAsync(string query, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        Results(query).ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of a search.</summary>
    /// <param name="query">Part of a name, an e-mail address, a phone number or a note, or a query in Zendesk's search language.</param>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<User>> SearchPageAsync(string query, PageOptions? options = null, CancellationToken cancellationToken = default) =>
        Results(query).PageAsync(options, cancellationToken);

    /// <summary>Finds the user to whom another system gave an id.</summary>
    /// <param name="externalId">The id; large and small letters in it are the same.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The user alone, or none.</returns>
    public Task<IReadOnlyList<User>> FindByExternalIdAsync(string externalId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(externalId);
        return _transport.GetAsync(UserAnswers.Root.Then("search").With("external_id", externalId), UserAnswers.Many, cancellationToken);
    }

    /// <summary>Finds the users whose name begins with a text, those of foreign identities excepted.</summary>
    /// <param name="name">The beginning of the name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The first users that Zendesk gives, at most 100.</returns>
    public Task<IReadOnlyList<User>> AutocompleteAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return _transport.GetAsync(UserAnswers.Root.Then("autocomplete").With("name", name), UserAnswers.Many, cancellationToken);
    }

    /// <summary>Counts users.</summary>
    /// <param name="filter">Which users. The default is all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The count.</returns>
    public Task<RecordCount> CountAsync(UserFilter? filter = null, CancellationToken cancellationToken = default) =>
        _transport.GetAsync(Filtered(UserAnswers.Root.Then("count"), filter), RecordCountReader.One, cancellationToken);

    /// <summary>Changes a user. Zendesk takes 5 changes of the same user in a minute.</summary>
    /// <param name="id">The user's id.</param>
    /// <param name="update">What to change.</param>
    /// <param name="cancellationToken">Ends the wait; the change may have been made by then.</param>
    /// <returns>The user as it is now.</returns>
    public Task<User> UpdateAsync(long id, UserUpdate update, CancellationToken cancellationToken = default)
    {
        UserChecks.Update(update);
        return _transport.SendAsync(new ApiRequest(HttpMethod.Put, UserAnswers.Root.Then(id), JsonBody.Of("user", update, UserWriter.Update)), UserAnswers.One, cancellationToken);
    }

    /// <summary>Makes the same change to users in a job.</summary>
    /// <param name="ids">At most 100 ids.</param>
    /// <param name="update">What to change.</param>
    /// <param name="cancellationToken">Ends the wait; the job may have begun by then.</param>
    /// <returns>The job, for <see cref="JobsClient.WaitAsync(Job, JobWaitOptions, CancellationToken)"/>.</returns>
    public Task<Job> UpdateManyAsync(IReadOnlyList<long> ids, UserUpdate update, CancellationToken cancellationToken = default)
    {
        UserChecks.Update(update);
        return StartAsync(new ApiRequest(HttpMethod.Put, UserAnswers.Root.Then("update_many").WithIds(ids), JsonBody.Of("user", update, UserWriter.Update)), cancellationToken);
    }

    /// <summary>Changes users in a job, each in its own way.</summary>
    /// <param name="changes">At most 100 changes.</param>
    /// <param name="cancellationToken">Ends the wait; the job may have begun by then.</param>
    /// <returns>The job, for <see cref="JobsClient.WaitAsync(Job, JobWaitOptions, CancellationToken)"/>.</returns>
    public Task<Job> UpdateManyAsync(IReadOnlyList<UserChange> changes, CancellationToken cancellationToken = default)
    {
        RecordChecks.Many(changes, nameof(changes));
        RecordChecks.Ids(changes.Select(static change => change.Id), nameof(changes));
        foreach (var change in changes)
        {
            UserChecks.Update(change.Update);
        }

        return StartAsync(new ApiRequest(HttpMethod.Put, UserAnswers.Root.Then("update_many"), JsonBody.OfList("users", changes, UserWriter.Change)), cancellationToken);
    }

    /// <summary>Deletes a user. Nothing brings the user back; the personal data stay until <see cref="DeletedUsersClient.DeletePermanentlyAsync"/>.</summary>
    /// <param name="id">The user's id.</param>
    /// <param name="cancellationToken">Ends the wait; the user may have been deleted by then.</param>
    /// <returns>A task that ends when the user is deleted.</returns>
    public Task DeleteAsync(long id, CancellationToken cancellationToken = default) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Delete, UserAnswers.Root.Then(id)), cancellationToken);

    /// <summary>Deletes users in a job. Nothing brings them back.</summary>
    /// <param name="ids">At most 100 ids.</param>
    /// <param name="cancellationToken">Ends the wait; the job may have begun by then.</param>
    /// <returns>The job, for <see cref="JobsClient.WaitAsync(Job, JobWaitOptions, CancellationToken)"/>.</returns>
    public Task<Job> DeleteManyAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default) =>
        StartAsync(new ApiRequest(HttpMethod.Delete, UserAnswers.Root.Then("destroy_many").WithIds(ids)), cancellationToken);

    /// <summary>Merges an end user into another and deletes the first, who may have asked in 10,000 tickets at most. It can't be undone.</summary>
    /// <param name="id">The id of the end user who goes.</param>
    /// <param name="targetId">The id of the end user who stays.</param>
    /// <param name="cancellationToken">Ends the wait; the users may have been merged by then.</param>
    /// <returns>The user who stays.</returns>
    public Task<User> MergeAsync(long id, long targetId, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(targetId);
        var content = JsonBody.Of("user", targetId, static (writer, target) => writer.WriteNumber("id"u8, target));
        return _transport.SendAsync(new ApiRequest(HttpMethod.Put, UserAnswers.Root.Then(id).Then("merge"), content) { IsRepeatable = false }, UserAnswers.One, cancellationToken);
    }

    /// <summary>Reads how much a user is related to.</summary>
    /// <param name="id">The user's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The relations.</returns>
    public Task<UserRelations> GetRelationsAsync(long id, CancellationToken cancellationToken = default) =>
        _transport.GetAsync(UserAnswers.Root.Then(id).Then("related"), UserRelationsReader.One, cancellationToken);

    private static ApiRequest Post(ApiPath path, ApiBody content) => new(HttpMethod.Post, path, content) { IsRepeatable = false };

    private static ApiPath Filtered(ApiPath path, UserFilter? filter)
    {
        if (filter is null)
        {
            return path;
        }

        // One role has a name of its own.
        var name = filter.Roles.Count == 1 ? "role" : "role[]";
        path = filter.Roles.Aggregate(path, (asked, role) => asked.With(name, role.Value));
        return path.WithId("permission_set", filter.CustomRoleId);
    }

    private PagedList<User> Pages(ApiPath path) => new(_transport, path, UserAnswers.Pages, PageMode.Cursor);

    private PagedList<User> OfGroup(long groupId) => Pages(ApiPath.Of("groups").Then(groupId).Then("users"));

    private PagedList<User> OfOrganization(long organizationId) => Pages(ApiPath.Of("organizations").Then(organizationId).Then("users"));

    private PagedList<User> Results(string query)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(query);
        return new(_transport, UserAnswers.Root.Then("search").With("query", query), UserAnswers.Pages, PageMode.NumberedOnly);
    }

    private Task<Job> StartAsync(ApiRequest request, CancellationToken cancellationToken) => _transport.SendAsync(request, JobReader.One, cancellationToken);
}
