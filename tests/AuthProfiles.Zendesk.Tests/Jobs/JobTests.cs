using System.Net;
using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Jobs;

[TestFixture]
public sealed class JobTests
{
    [Test]
    public async Task Every_member_is_read()
    {
        var job = await ReadAsync("""
            {"id":"82de","job_type":"Bulk Update Ticket","message":"Completed at 2018","progress":2,"total":3,"status":"completed","url":"https://acme.zendesk.com/api/v2/job_statuses/82de.json",
             "results":[{"action":"update","id":244,"status":"Updated","success":true},{"id":245,"index":1},{"action":"update","details":"Status: closed prevents ticket update","error":"TicketUpdateFailed","id":9000000000001,"success":false},{"index":4,"error":"RecordInvalid"}]}
            """);

        Assert.That((job.Id, job.Type, job.Message, job.Progress, job.Total, job.State), Is.EqualTo(("82de", "Bulk Update Ticket", "Completed at 2018", 2L, 3L, JobState.Completed)));
        Assert.That(job.Results, Is.EqualTo(new JobResult[]
        {
            new() { Id = 244, Action = "update", Status = "Updated", Succeeded = true },
            new() { Id = 245, Index = 1, Succeeded = true },
            new() { Id = 9_000_000_000_001, Action = "update", Error = "TicketUpdateFailed", Details = "Status: closed prevents ticket update" },
            new() { Index = 4, Error = "RecordInvalid" },
        }));
        Assert.That(job.Failures.Select(failure => failure.Error), Is.EqualTo(new[] { "TicketUpdateFailed", "RecordInvalid" }));
        Assert.That((job.IsFinished, job.IsSuccess), Is.EqualTo((true, false)), "A completed job with a failed item is no success.");
    }

    [TestCase("""{"id":"a","status":"completed","results":{"success":true}}""", true, true, true)]
    [TestCase("""{"id":"a","status":"completed","results":{"success":false,"more":[1]}}""", false, true, false)]
    [TestCase("""{"id":"a","status":"completed","results":null}""", null, true, true)]
    [TestCase("""{"id":"a","status":"failed","results":null}""", null, true, false)]
    [TestCase("""{"id":"a","status":"killed"}""", null, true, false)]
    [TestCase("""{"id":"a","status":"working","progress":null,"total":null}""", null, false, false)]
    [TestCase("""{"id":"a","status":"resting","results":7}""", null, false, false)]
    public async Task A_job_may_tell_of_all_in_one_or_of_nothing(string body, bool? succeeded, bool isFinished, bool isSuccess)
    {
        var job = await ReadAsync(body);

        Assert.That((job.Succeeded, job.IsFinished, job.IsSuccess), Is.EqualTo((succeeded, isFinished, isSuccess)));
        Assert.That(job.Results, Is.Empty);
    }

    [Test]
    public async Task A_job_is_waited_for_with_longer_and_longer_pauses()
    {
        var looks = 0;
        using var service = new StubService(_ => StubService.JsonAnswer($$"""{"job_status":{"id":"a","status":"{{(++looks < 8 ? "working" : "completed")}}","progress":{{looks}} } }"""));
        var clock = new InstantClock();
        var seen = new Seen();

        var job = await service.Client(time: clock).Jobs.WaitAsync("a", new() { LongestPause = TimeSpan.FromSeconds(5), Progress = seen });

        Assert.That(job.State, Is.EqualTo(JobState.Completed));
        Assert.That(clock.Waits, Is.EqualTo(new[] { 1, 1.5, 2.25, 3.375, 5, 5, 5, 5 }));
        Assert.That(seen.Progress, Is.EqualTo(new long?[] { 1, 2, 3, 4, 5, 6, 7, 8 }));
        Assert.That(service.Requests.Select(request => request.Path).Distinct(), Is.EqualTo(new[] { "api/v2/job_statuses/a" }));
    }

    [Test]
    public async Task A_job_at_its_end_is_not_looked_at_again()
    {
        using var service = StubService.Json("{}");
        var done = new Job { Id = "a", State = JobState.Completed };

        Assert.That(await service.Client().Jobs.WaitAsync(done), Is.SameAs(done));
        Assert.That(service.Requests, Is.Empty);
    }

    [Test]
    public async Task A_job_that_takes_too_long_is_left_to_go_on()
    {
        using var service = StubService.Json("""{"job_status":{"id":"a","status":"queued"}}""");
        var clock = new InstantClock();

        var exception = await Assert.CatchAsync<TimeoutException>(() => service.Client(time: clock).Jobs.WaitAsync("a", new() { Timeout = TimeSpan.FromSeconds(4) }));

        Assert.That(exception!.Message, Does.Contain("goes on"));
        Assert.That(clock.Waits, Is.EqualTo(new[] { 1, 1.5 }));
    }

    [Test]
    public async Task A_rate_limit_while_waiting_is_waited_out()
    {
        var looks = 0;
        using var service = new StubService(_ =>
        {
            var answer = ++looks < 3 ? StubService.JsonAnswer("{}", HttpStatusCode.TooManyRequests) : StubService.JsonAnswer("""{"job_status":{"id":"a","status":"completed"}}""");
            answer.Headers.Add("Retry-After", "9");
            return answer;
        });
        var clock = new InstantClock();

        await service.Client(time: clock).Jobs.WaitAsync("a");

        Assert.That(clock.Waits, Is.EqualTo(new[] { 1d, 9, 9 }));
    }

    [Test]
    public async Task A_job_that_is_gone_ends_the_wait()
    {
        using var service = StubService.Json("""{"error":"RecordNotFound","description":"Not found"}""", HttpStatusCode.NotFound);

        var exception = await Assert.CatchAsync<ZendeskException>(() => service.Client(time: new InstantClock()).Jobs.WaitAsync("a"));

        Assert.That(exception!.Kind, Is.EqualTo(ZendeskErrorKind.NotFound));
    }

    [Test]
    public void Bounds_are_positive()
    {
        Assert.That(() => new JobWaitOptions { Timeout = TimeSpan.Zero }, Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new JobWaitOptions { LongestPause = TimeSpan.FromMilliseconds(999) }, Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new PageOptions { LongestWait = TimeSpan.FromTicks(-1) }, Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [TestCase("""{"job_status":{"status":"queued"}}""")]
    [TestCase("""{"job_status":null}""")]
    [TestCase("""{"ticket":{"id":1}}""")]
    public async Task A_job_without_an_id_is_an_error(string body)
    {
        using var service = StubService.Json(body);

        var exception = await Assert.CatchAsync<ZendeskException>(() => service.Client().Jobs.GetAsync("a"));

        Assert.That(exception!.Kind, Is.EqualTo(ZendeskErrorKind.UnexpectedAnswer));
    }

    [Test]
    public async Task What_the_caller_throws_while_being_told_is_no_failure_to_look()
    {
        using var service = StubService.Json("""{"job_status":{"id":"a","status":"completed"}}""");

        await Assert.ThatAsync(() => service.Client(time: new InstantClock()).Jobs.WaitAsync("a", new() { Progress = new Offline() }), Throws.TypeOf<HttpRequestException>().With.Message.EqualTo("the caller's"));
    }

    private static async Task<Job> ReadAsync(string job)
    {
        using var service = StubService.Json($$"""{"job_status":{{job}} }""");
        return await service.Client().Jobs.GetAsync("a");
    }

    private sealed class Seen : IProgress<Job>
    {
        public List<long?> Progress { get; } = [];

        public void Report(Job value) => Progress.Add(value.Progress);
    }

    private sealed class Offline : IProgress<Job>
    {
        public void Report(Job value) => throw new HttpRequestException("the caller's");
    }
}
