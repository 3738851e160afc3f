using AuthProfiles.Testing;
using AuthProfiles.Zendesk.Tests.Walks;

namespace AuthProfiles.Zendesk.Tests.Jobs;

/// <summary>Jobs as a service carries them out: late, item by item, and not too many at a time.</summary>
[TestFixture]
public sealed class LocalJobTests
{
    private LargeAccount _account = null!;

    private LocalZendeskAccount Service => _account.Local.Zendesk.Account("acme");

    [SetUp]
    public void Fill() => _account = new LargeAccount(tickets: 5);

    [TearDown]
    public async Task DisposeAsync() => await _account.DisposeAsync();

    [Test]
    public async Task A_change_of_many_is_waited_for_and_tells_which_tickets_failed()
    {
        var seen = new List<Job>();
        Service.Jobs.Duration = TimeSpan.FromSeconds(30);
        await _account.Zendesk.Tickets.UpdateAsync(3, new() { Status = TicketStatus.Closed });

        var job = await _account.Zendesk.Tickets.UpdateManyAsync([1, 2, 3, 99], new TicketUpdate { AddedTags = ["moved"] });
        var ended = await _account.Zendesk.Jobs.WaitAsync(job, new() { Progress = new Seen(seen) });

        Assert.That(job.State, Is.EqualTo(JobState.Queued));
        Assert.That(seen.Select(static job => job.State).Distinct(), Is.EqualTo(new[] { JobState.Queued, JobState.Working, JobState.Completed }));
        Assert.That((ended.IsSuccess, ended.Progress, ended.Total), Is.EqualTo((false, 4L, 4L)));
        Assert.That(ended.Failures.Select(static failure => (failure.Id, failure.Error)), Is.EqualTo(new[] { ((long?)3, "TicketUpdateFailed"), (99, "TicketNotFound") }));
        Assert.That(Service.Tickets.Where(static ticket => ticket.Tags.Contains("moved")).Select(static ticket => ticket.Id), Is.EqualTo(new[] { 1L, 2 }));
    }

    [Test]
    public async Task The_results_of_creations_merges_and_deletions_for_good_are_read_in_their_three_shapes()
    {
        var tickets = _account.Zendesk.Tickets;
        var created = await EndAsync(tickets.CreateManyAsync([new() { Comment = Comment.Public("x") }, new() { Subject = "y", Comment = Comment.Public("z") }]));
        var merged = await EndAsync(tickets.MergeAsync(1, [2, 3]));
        await tickets.DeleteAsync(4);
        var forgotten = await EndAsync(tickets.Deleted.DeletePermanentlyAsync(4));

        Assert.That(created.Results.Select(static result => (result.Id, result.Index)), Is.EqualTo(new (long?, long?)[] { (6, 0), (7, 1) }));
        Assert.That((merged.Succeeded, merged.Results.Count, forgotten.Succeeded, forgotten.Results.Count), Is.EqualTo(((bool?)true, 0, (bool?)null, 0)));
        Assert.That(new[] { created, merged, forgotten }.Select(static job => job.IsSuccess), Is.All.True);
    }

    [TestCase(false, ExpectedResult = "failed")]
    [TestCase(true, ExpectedResult = "killed")]
    public async Task<string> A_job_that_breaks_off_is_at_its_end_and_no_success(bool killed)
    {
        Service.Jobs.FailNext(killed);

        var job = await EndAsync(_account.Zendesk.Tickets.DeleteManyAsync([1, 2]));

        Assert.That((job.IsFinished, job.IsSuccess, Service.Tickets.Count), Is.EqualTo((true, false, 5)));
        return job.State.Value;
    }

    [Test]
    public async Task A_job_that_there_is_no_room_for_is_refused_by_name()
    {
        Service.Jobs.Duration = TimeSpan.FromHours(1);
        for (var i = 0; i < 30; i++)
        {
            await _account.Zendesk.Tickets.DeleteManyAsync([99]);
        }

        var error = await Assert.ThrowsAsync<ZendeskException>(() => _account.Zendesk.Tickets.CreateManyAsync([new() { Comment = Comment.Public("x") }]));

        Assert.That((error!.Kind, error.ErrorCode, error.IsTransient), Is.EqualTo((ZendeskErrorKind.RateLimited, "TooManyJobs", true)));
        Assert.That(Service.Jobs.Count, Is.EqualTo(30));
    }

    private async Task<Job> EndAsync(Task<Job> job) => await _account.Zendesk.Jobs.WaitAsync(await job);

    private sealed class Seen(List<Job> jobs) : IProgress<Job>
    {
        public void Report(Job value) => jobs.Add(value);
    }
}
