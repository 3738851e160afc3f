using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Limits;

[TestFixture]
public sealed class RateLimitTests
{
    [Test]
    public async Task The_limits_of_the_latest_answer_are_known()
    {
        var remaining = 699;
        using var service = new StubService(_ => Answer(remaining));
        var client = service.Client();
        Assert.That(client.RateLimits, Is.Empty, "nothing was answered yet");

        await client.Tickets.GetAsync(1);
        var first = client.RateLimits;
        remaining = 698;
        await client.Tickets.DeleteAsync(1);

        Assert.That(first, Is.EqualTo(new ZendeskRateLimit[] { new("account", 700, 699, null), new("tickets-show", 100, 99, TimeSpan.FromSeconds(40)) }));
        Assert.That(client.RateLimits[0].Remaining, Is.EqualTo(698));
    }

    [Test]
    public async Task A_view_knows_the_limits_of_its_own_answers()
    {
        using var service = new StubService(_ => Answer(699));
        var client = service.Client();
        var other = client.OnBehalfOf("mia@example.com");

        await client.Tickets.GetAsync(1);

        Assert.That(client.RateLimits, Has.Count.EqualTo(2));
        Assert.That(other.RateLimits, Is.Empty);
    }

    [Test]
    public async Task An_error_is_an_answer_too()
    {
        using var service = new StubService(_ =>
        {
            var answer = Answer(0);
            answer.StatusCode = System.Net.HttpStatusCode.TooManyRequests;
            return answer;
        });
        var client = service.Client();

        var exception = await Assert.CatchAsync<ZendeskException>(() => client.Tickets.GetAsync(1));

        Assert.That(client.RateLimits, Is.EqualTo(exception!.RateLimits));
        Assert.That(client.RateLimits[0].Remaining, Is.Zero);
    }

    private static HttpResponseMessage Answer(int remaining)
    {
        var answer = StubService.JsonAnswer("""{"ticket":{"id":1}}""");
        answer.Headers.Add("X-Rate-Limit", "700");
        answer.Headers.Add("X-Rate-Limit-Remaining", $"{remaining}");
        answer.Headers.Add("zendesk-ratelimit-tickets-show", "total=100; remaining=99; resets=40");
        return answer;
    }
}
