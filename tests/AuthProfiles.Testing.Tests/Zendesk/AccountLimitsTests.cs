using System.Net;

namespace AuthProfiles.Testing.Zendesk;

public sealed class AccountLimitsTests : ZendeskFixture
{
    [Test]
    public async Task Requests_beyond_the_limit_are_refused_until_the_minute_is_over()
    {
        Local.Zendesk.LimitRequests(2);

        var seen = new List<string>();
        foreach (var pause in new[] { 0, 10, 10, 39, 1, 0 })
        {
            Local.Clock.Advance(TimeSpan.FromSeconds(pause));
            using var response = await SendAsync(HttpMethod.Get, "tickets");
            seen.Add($"{(int)response.StatusCode} {Header(response, "X-Rate-Limit-Remaining")}/{Header(response, "ratelimit-limit")} {Header(response, "ratelimit-reset")} {response.Headers.RetryAfter}".TrimEnd());
        }

        Assert.That(seen, Is.EqualTo(new[] { "200 1/2 60", "200 0/2 50", "429 0/2 40 40", "429 0/2 1 1", "200 1/2 60", "200 0/2 60" }));
    }

    [Test]
    public async Task A_limit_of_one_operation_leaves_the_others_free_and_says_so_in_plain_text()
    {
        Local.Zendesk.Account("acme").LimitOperation("tickets-index", HttpMethod.Get, "tickets", 1);

        using var first = await SendAsync(HttpMethod.Get, "tickets");
        Local.Clock.Advance(TimeSpan.FromSeconds(19));
        using var second = await SendAsync(HttpMethod.Get, "tickets");
        using var count = await SendAsync(HttpMethod.Get, "tickets/count");

        Assert.That(new[] { first, second, count }.Select(static response => response.StatusCode), Is.EqualTo(new[] { HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.OK }));
        Assert.That(Header(first, "zendesk-ratelimit-tickets-index"), Is.EqualTo("total=1; remaining=0; resets=60"));
        Assert.That(Header(second, "zendesk-ratelimit-tickets-index"), Is.EqualTo("total=1; remaining=0; resets=41"));
        Assert.That((second.Headers.RetryAfter!.Delta, second.Content.Headers.ContentType!.MediaType, Header(second, "X-Rate-Limit-Remaining")), Is.EqualTo(((TimeSpan?)TimeSpan.FromSeconds(41), "text/plain", "699")));
        Assert.That(count.Headers.Contains("zendesk-ratelimit-tickets-index"), Is.False);
    }

    [Test]
    public async Task Accounts_are_limited_apart_and_a_limit_can_be_taken_away()
    {
        Local.Zendesk.Account("acme").LimitRequests(1);
        Local.Zendesk.Account("globex");

        using var first = await SendAsync(HttpMethod.Get, "tickets");
        using var refused = await SendAsync(HttpMethod.Get, "tickets");
        using var other = await SendAsync(HttpMethod.Get, "https://globex.zendesk.com/api/v2/tickets");
        Local.Zendesk.Account("acme").LimitRequests(null);
        using var again = await SendAsync(HttpMethod.Get, "tickets");

        Assert.That(new[] { first, refused, other, again }.Select(static response => (int)response.StatusCode), Is.EqualTo(new[] { 200, 429, 200, 200 }));
    }

    [TestCase(0)]
    [TestCase(-1)]
    public void A_limit_is_positive(int perMinute)
    {
        Assert.That(() => Local.Zendesk.LimitRequests(perMinute), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => Local.Zendesk.Account("acme").LimitOperation("x", HttpMethod.Get, "tickets", perMinute), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    private static string Header(HttpResponseMessage response, string name) => response.Headers.GetValues(name).Single();
}
