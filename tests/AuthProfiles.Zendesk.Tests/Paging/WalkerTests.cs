using System.Net;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Tests.Support;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tests.Paging;

/// <summary>What ends a walk, what it leaves out, and what comes along with a page.</summary>
[TestFixture]
public sealed class WalkerTests
{
    [TestCase(true, false, true)]
    [TestCase(false, true, false)]
    [TestCase(true, true, true)]
    [TestCase(true, true, false)]
    public async Task A_walk_ends_with_the_token_of_the_list_and_with_that_of_the_walk(bool hasFirst, bool hasSecond, bool endsFirst)
    {
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        var id = 0;
        using var service = new StubService(_ => StubService.JsonAnswer($$"""{"tickets":[{"id":{{++id}}}],"meta":{"has_more":true,"after_cursor":"c{{id}}"} }"""));
        await using var walk = service.Client().Tickets.ListAsync(cancellationToken: hasFirst ? first.Token : default).GetAsyncEnumerator(hasSecond ? second.Token : default);

        await walk.MoveNextAsync();
        await (endsFirst ? first : second).CancelAsync();

        await Assert.CatchAsync<OperationCanceledException>(async () => await walk.MoveNextAsync());
        Assert.That(service.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_walk_with_two_tokens_lets_go_of_both_at_its_end()
    {
        using var service = StubService.Json("""{"tickets":[]}""");
        using var http = new HttpClient(service, disposeHandler: false) { BaseAddress = new("https://acme.zendesk.com/mounted/") };
        var transport = new ZendeskTransport(new(http, TimeSpan.FromSeconds(30), TimeProvider.System, WithoutCredential: null));
        var list = new PagedList<object>(transport, ApiPath.Of("tickets"), new("tickets", static (ref json) => json.Text()), PageMode.Cursor);
        using var either = new CancellationTokenSource();
        var walker = new PageWalker<object>(list, new(), either, either.Token);

        Assert.That(await walker.MoveNextAsync(), Is.False);
        await walker.DisposeAsync();

        Assert.That(() => either.Token, Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public async Task A_walk_that_is_over_stays_over()
    {
        using var service = StubService.Json("""{"tickets":[{"id":1}],"meta":{"has_more":false}}""");
        await using var walk = service.Client().Tickets.ListAsync().GetAsyncEnumerator();

        Assert.That((await walk.MoveNextAsync(), await walk.MoveNextAsync(), await walk.MoveNextAsync()), Is.EqualTo((true, false, false)));
        Assert.That(service.Requests, Has.Count.EqualTo(1));
    }

    [TestCase(null, 2)]
    [TestCase("a", 1)]
    public async Task A_list_without_end_says_why_it_was_stopped(string? after, int requests)
    {
        using var service = StubService.Json("""{"tickets":[{"id":1}],"meta":{"has_more":true,"after_cursor":"a"}}""");

        var error = await Assert.CatchAsync<ZendeskException>(() => service.Client().Tickets.ListAsync(new() { After = after }).CollectAsync());

        Assert.That((error!.Kind, error.Message), Is.EqualTo(
            (ZendeskErrorKind.RepeatedPage, "Zendesk gave the same cursor twice: the list was stopped because it would never end. Read it again later.")));
        Assert.That(service.Requests, Has.Count.EqualTo(requests));
    }

    [TestCase(7, 3)]
    [TestCase(6.999, 2)]
    [TestCase(1, 1)]
    [TestCase(0, 0)]
    public async Task A_walk_waits_up_to_its_bound_and_that_included(double seconds, int waits)
    {
        using var service = new StubService(_ => new(HttpStatusCode.ServiceUnavailable));
        var clock = new InstantClock();

        await Assert.CatchAsync<ZendeskException>(() => service.Client(time: clock).Tickets.ListAsync(new() { LongestWait = TimeSpan.FromSeconds(seconds) }).CollectAsync());

        Assert.That(clock.Waits, Is.EqualTo(new[] { 1d, 2, 4 }.Take(waits)));
        Assert.That(service.Requests, Has.Count.EqualTo(waits + 1));
    }

    [Test]
    public async Task A_page_by_itself_never_waits()
    {
        using var service = new StubService(_ => new(HttpStatusCode.ServiceUnavailable));
        var clock = new InstantClock();

        await Assert.CatchAsync<ZendeskException>(() => service.Client(time: clock).Tickets.ListPageAsync());

        Assert.That((clock.Waits.Count, service.Requests.Count), Is.EqualTo((0, 1)));
    }

    [Test]
    public void What_the_page_before_had_is_left_out_and_a_later_version_is_not()
    {
        var filter = new RepeatFilter<ItemVersion>(static version => version);
        var (one, two, three) = (new ItemVersion(1, DateTimeOffset.UnixEpoch), new ItemVersion(2, null), new ItemVersion(3, null));
        var later = one with { ChangedAt = DateTimeOffset.UnixEpoch.AddSeconds(1) };
        var generated = one with { GeneratedAt = DateTimeOffset.UnixEpoch };
        var deleted = one with { IsDeleted = true };

        var first = filter.Apply(new([one, one, two], "n", 7));

        Assert.That((first.Next, first.Total), Is.EqualTo(("n", (long?)7)));
        Assert.That(first.Items, Is.EqualTo(new[] { one, two }), "twice on a page is once");
        Assert.That(filter.Apply(new([one, later, generated, deleted, two, three], null)).Items, Is.EqualTo(new[] { later, generated, deleted, three }));
        Assert.That(filter.Apply(new([three, two], null)).Items, Is.Empty, "what was left out of a page was on it all the same");
        Assert.That(filter.Apply(new([one], null)).Items, Is.EqualTo(new[] { one }), "a page is remembered no longer than the next");
    }

    [Test]
    public async Task A_page_brings_along_what_was_asked_for_and_nothing_else()
    {
        var (users, groups) = (Includes.Raw("users"), Includes.Raw("groups"));
        using var service = StubService.Json("""{"user":[{"id":0}],"groups":[{"id":8},{"id":9}],"tickets":[{"id":1}],"users":[{"id":7}]}""");

        var both = await service.Client().Tickets.ListPageAsync(new() { Include = [users, groups] });
        var none = await service.Client().Tickets.ListPageAsync();

        Assert.That((both.Included.Of(users).Count, both.Included.Of(groups).Count, both.Items.Count), Is.EqualTo((1, 2, 1)));
        Assert.That(none.Included, Is.SameAs(Included.None));
        Assert.That((none.Included.Of(users).Count, none.Items.Count), Is.EqualTo((0, 1)));
        Assert.That(service.Requests.Select(static request => request.Path), Is.EqualTo(new[] { "api/v2/tickets?page%5Bsize%5D=100&include=users%2Cgroups", "api/v2/tickets?page%5Bsize%5D=100" }));
        Assert.That((users.Name, users.ToString()), Is.EqualTo(("users", "users")));
    }

    [TestCase("""{"users":[{"id":7}],"more":{"ticket":{"id":1}}}""", "The answer has no 'ticket'.")]
    [TestCase("""{"ticket":null}""", "The answer has no 'ticket'.")]
    [TestCase("""[{"ticket":{"id":1}}]""", "An object was expected.")]
    public async Task A_record_that_is_missing_among_what_came_along_is_an_error(string body, string cause)
    {
        using var service = StubService.Json(body);

        var error = await Assert.CatchAsync<ZendeskException>(() => service.Client().Tickets.GetAsync(5, [Includes.Raw("users")]));

        Assert.That((error!.Kind, error.InnerException!.Message), Is.EqualTo((ZendeskErrorKind.UnexpectedAnswer, cause)));
    }
}
