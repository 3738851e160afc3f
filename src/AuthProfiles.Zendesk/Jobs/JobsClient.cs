using AuthProfiles.Zendesk.Jobs;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk;

/// <summary>The jobs of one account. Immutable and thread-safe; comes from <see cref="ZendeskClient.Jobs"/>.</summary>
/// <remarks>What the operations throw is told at <see cref="TicketsClient"/>.</remarks>
public sealed class JobsClient
{
    private static readonly PageReader<Job> Pages = new("job_statuses", JobReader.Read);
    private static readonly ReadValue<IReadOnlyList<Job>> Many = Answer.ListOf<Job>("job_statuses", JobReader.Read);
    private static readonly ApiPath Root = ApiPath.Of("job_statuses");

    private readonly ZendeskTransport _transport;

    internal JobsClient(ZendeskTransport transport) => _transport = transport;

    private PagedList<Job> All => new(_transport, Root, Pages, PageMode.Cursor);

    /// <summary>Looks at a job.</summary>
    /// <param name="id">The job's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The job; one that Zendesk no longer keeps is an error of kind <see cref="ZendeskErrorKind.NotFound"/>.</returns>
    public Task<Job> GetAsync(string id, CancellationToken cancellationToken = default) =>
        _transport.GetAsync(Root.ThenKey(id), JobReader.One, cancellationToken);

    /// <summary>Looks at several jobs.</summary>
    /// <param name="ids">At most 100 ids.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The jobs that Zendesk still keeps.</returns>
    public Task<IReadOnlyList<Job>> GetManyAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken = default) =>
        _transport.GetAsync(Root.Then("show_many").WithKeys("ids", ids), Many, cancellationToken);

    /// <summary>Walks through the jobs, those completed last first.</summary>
    /// <param name="options">The size of a page, and where to begin. The default is pages of 100 from the first.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The jobs, each once.</returns>
    public IAsyncEnumerable<Job> ListAsync(PageOptions? options = null, CancellationToken cancellationToken = default) => All.ItemsAsync(options, cancellationToken);

    /// <summary>Reads one page of the jobs.</summary>
    /// <param name="options">The size of the page, and the <see cref="Page{T}.Next"/> of the one before. The default is the first 100.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The page.</returns>
    public Task<Page<Job>> ListPageAsync(PageOptions? options = null, CancellationToken cancellationToken = default) => All.PageAsync(options, cancellationToken);

    /// <summary>Waits until a job is at its end: look at <see cref="Job.IsSuccess"/> and <see cref="Job.Failures"/> then.</summary>
    /// <param name="job">The job, as the operation that started it has given it.</param>
    /// <param name="options">How long to wait. The default is 10 minutes.</param>
    /// <param name="cancellationToken">Ends the wait; the job goes on.</param>
    /// <returns>The job at its end.</returns>
    /// <exception cref="TimeoutException">The job is not at its end in time. It goes on.</exception>
    public Task<Job> WaitAsync(Job job, JobWaitOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        var path = Root.ThenKey(job.Id);
        return new JobPoller(token => _transport.GetAsync(path, JobReader.One, token), options ?? JobWaitOptions.Default, _transport.Time).WaitAsync(job, cancellationToken);
    }

    /// <summary>Waits until a job is at its end, by its id, which a process may keep.</summary>
    /// <param name="id">The job's id.</param>
    /// <param name="options">How long to wait. The default is 10 minutes.</param>
    /// <param name="cancellationToken">Ends the wait; the job goes on.</param>
    /// <returns>The job at its end.</returns>
    /// <exception cref="TimeoutException">The job is not at its end in time. It goes on.</exception>
    public Task<Job> WaitAsync(string id, JobWaitOptions? options = null, CancellationToken cancellationToken = default) =>
        WaitAsync(new Job { Id = id }, options, cancellationToken);
}
