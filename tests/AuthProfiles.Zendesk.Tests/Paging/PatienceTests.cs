using System.Net;
using System.Net.Sockets;
using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Paging;

/// <summary>What a walk and the wait for a job outlast: whatever is of the moment.</summary>
[TestFixture]
public sealed class PatienceTests
{
    private const string Page = """{"tickets":[{"id":1}],"meta":{"has_more":false}}""";
    private const string Done = """{"job_status":{"id":"j","status":"completed"}}""";

    private static IEnumerable<TestCaseData<Func<Exception>>> Moments()
    {
        yield return new(static () => new HttpRequestException(HttpRequestError.ConnectionError, "refused", new SocketException(111))) { TestName = "{m}(no connection)" };
        yield return new(static () => new TaskCanceledException("HttpClient.Timeout", new TimeoutException())) { TestName = "{m}(too slow)" };
        yield return new(static () => new AuthorizationException(AuthorizationErrorKind.Transient, "support", "The token endpoint is down.") { IsTransient = true, RetryAfter = TimeSpan.FromSeconds(20) }) { TestName = "{m}(no token just now)" };
    }

    [TestCaseSource(nameof(Moments))]
    public async Task A_walk_goes_on(Func<Exception> failure)
    {
        var calls = 0;
        using var service = new StubService(_ => ++calls < 3 ? throw failure() : StubService.JsonAnswer(Page));

        var tickets = await service.Client(time: new InstantClock()).Tickets.ListAsync().CollectAsync();

        Assert.That((tickets.Count, calls), Is.EqualTo((1, 3)));
    }

    [TestCaseSource(nameof(Moments))]
    public async Task The_wait_for_a_job_goes_on(Func<Exception> failure)
    {
        var calls = 0;
        using var service = new StubService(_ => ++calls < 3 ? throw failure() : StubService.JsonAnswer(Done));

        var job = await service.Client(time: new InstantClock()).Jobs.WaitAsync("j");

        Assert.That((job.IsSuccess, calls), Is.EqualTo((true, 3)));
    }

    [Test]
    public async Task What_stays_ends_a_walk_with_the_error_itself()
    {
        using var service = new StubService(_ => throw new AuthorizationException(AuthorizationErrorKind.ClientRefused, "support", "The client is unknown."));

        await Assert.ThatAsync(() => service.Client(time: new InstantClock()).Tickets.ListAsync().CollectAsync(), Throws.TypeOf<AuthorizationException>());
        Assert.That(service.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_callers_cancellation_is_no_moment()
    {
        using var cancellation = new CancellationTokenSource();
        using var service = new StubService(_ =>
        {
            cancellation.Cancel();
            throw new TaskCanceledException("both at once", new TimeoutException(), cancellation.Token);
        });

        await Assert.ThatAsync(() => service.Client(time: new InstantClock()).Tickets.ListAsync(cancellationToken: cancellation.Token).CollectAsync(), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(service.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_time_of_the_calls_counts_too()
    {
        var clock = new SteppedClock(DateTimeOffset.UnixEpoch);
        using var service = new StubService(_ =>
        {
            // As if the attempts below had waited for the service.
            clock.Advance(TimeSpan.FromMinutes(3));
            return new(HttpStatusCode.ServiceUnavailable);
        });

        var walk = service.Client(time: clock).Tickets.ListAsync().CollectAsync();

        var error = await Assert.CatchAsync<ZendeskException>(() => walk);
        Assert.That((error!.Kind, service.Requests.Count), Is.EqualTo((ZendeskErrorKind.Unavailable, 1)));
    }
}
