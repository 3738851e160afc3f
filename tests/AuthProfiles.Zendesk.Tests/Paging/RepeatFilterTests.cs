using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Paging;

[TestFixture]
public sealed class RepeatFilterTests
{
    [Test]
    public async Task A_long_walk_remembers_no_more_than_a_page()
    {
        // Each page begins with the last ten users of the one before.
        const int Pages = 400;
        using var service = new StubService(request =>
        {
            var page = int.Parse(request.Path.Split("start_time=")[1], System.Globalization.CultureInfo.InvariantCulture);
            var users = Enumerable.Range((page * 90) + 1, 100).Select(id => $$"""{"id":{{id}},"updated_at":"2026-11-21T12:00:00Z"}""");
            return StubService.JsonAnswer($$"""{"users":[{{string.Join(',', users)}}],"end_time":{{page + 1}},"end_of_stream":{{(page == Pages - 1 ? "true" : "false")}}}""");
        });
        await using var walk = service.Client().Exports.UsersByTimeAsync(DateTimeOffset.UnixEpoch).GetAsyncEnumerator();
        long read = 0, early = 0, late = 0;

        while (await walk.MoveNextAsync())
        {
            Assert.That(walk.Current.Id, Is.EqualTo(++read));
            service.Requests.Clear();
            early = read == 2_000 ? Retained() : early;
            late = read == 36_000 ? Retained() : late;
        }

        Assert.That(read, Is.EqualTo((Pages * 90) + 10));
        Assert.That(late - early, Is.LessThan(512 * 1024));

        static long Retained() => GC.GetTotalMemory(forceFullCollection: true);
    }
}
