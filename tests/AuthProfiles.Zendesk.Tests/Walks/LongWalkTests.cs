using System.Collections;
using System.Net;
using AuthProfiles.Testing;

namespace AuthProfiles.Zendesk.Tests.Walks;

/// <summary>A walk through 100,000 tickets meets whatever a network and a service can do to it.</summary>
[TestFixture]
[NonParallelizable]
public sealed class LongWalkTests
{
    private const int Tickets = 100_000;
    private const int ShortWalk = 1_000;
    private const int Pages = (Tickets + ShortWalk) / 100;

    // A page of 100 tickets takes some 100,000 bytes, so a page that is kept would show.
    private const int RecordOfRequest = 4 * 1024;

    private LargeAccount _account = null!;

    [OneTimeSetUp]
    public void Fill() => _account = new LargeAccount(Tickets);

    [OneTimeTearDown]
    public async Task DisposeAsync() => await _account.DisposeAsync();

    [TestCase(false)]
    [TestCase(true)]
    public async Task Every_ticket_comes_once_through_faults_and_expiring_tokens_in_the_memory_of_a_few_pages(bool isExport)
    {
        var (requests, tokens, began) = (_account.Local.Zendesk.RequestCount, _account.Local.AuthorizationServer.Issued, _account.Local.Clock.UtcNow);
        var few = await WalkAsync(isExport, ShortWalk);
        var all = await WalkAsync(isExport, int.MaxValue);

        var answers = _account.Local.Zendesk.Requests.Skip(requests).Select(static request => request.Status).ToList();
        var issued = _account.Local.AuthorizationServer.Issued - tokens;
        var lasted = _account.Local.Clock.UtcNow - began;
        await TestContext.Out.WriteLineAsync(FormattableString.Invariant(
            $"{answers.Count} requests in {lasted}, {issued} tokens, {few.Peak:N0} bytes for {few.Count:N0} tickets, {all.Peak:N0} for {all.Count:N0}; {string.Join(", ", answers.GroupBy(static status => status).Select(static group => $"{(int)group.Key}: {group.Count()}"))}"));

        Assert.That((few.Count, all.Count), Is.EqualTo((ShortWalk, Tickets)), "each ticket");
        Assert.That((few.Repeated, all.Repeated), Is.EqualTo((0, 0)), "and none twice");
        Assert.That(answers, Does.Contain(HttpStatusCode.TooManyRequests).And.Contain(HttpStatusCode.BadGateway), "through limits and a service that is down");
        Assert.That(answers.Count(static status => status == HttpStatusCode.OK), Is.GreaterThan(Pages), "through bodies that break off");
        Assert.That(answers, Does.Not.Contain(HttpStatusCode.Unauthorized), "no call fails because of its token");
        Assert.That(issued, Is.GreaterThanOrEqualTo((int)(lasted / TimeSpan.FromMinutes(30))).And.GreaterThan(1), "though tokens end on the way");
        Assert.That(all.Peak, Is.LessThan(few.Peak * 1.2), "in the memory of a short walk");
        Assert.That((all.Peak - few.Peak) / answers.Count, Is.LessThan(RecordOfRequest), "and what is more is the service's record of the requests");
    }

    private async Task<Walk> WalkAsync(bool isExport, int most)
    {
        var zendesk = _account.Zendesk;
        var options = new PageOptions { LongestWait = TimeSpan.FromMinutes(5) };
        var tickets = isExport ? zendesk.Exports.TicketsAsync(ManualClock.Start, options) : zendesk.Tickets.ListAsync(options);
        var seen = new BitArray(Tickets + 1);
        var (count, repeated, peak) = (0, 0, 0L);
        await foreach (var ticket in tickets)
        {
            repeated += seen[(int)ticket.Id] ? 1 : 0;
            seen[(int)ticket.Id] = true;
            count++;
            if (count % 5_000 == 500)
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true));
            }

            if (count == most)
            {
                break;
            }
        }

        return new(count, repeated, peak);
    }

    private sealed record Walk(int Count, int Repeated, long Peak);
}
