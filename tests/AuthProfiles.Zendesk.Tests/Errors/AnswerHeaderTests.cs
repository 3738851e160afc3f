using System.Net;
using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Errors;

/// <summary>What an answer's headers say beside its body, and what is left where the body does not come.</summary>
[TestFixture]
public sealed class AnswerHeaderTests
{
    [TestCase("", "")]
    [TestCase("ratelimit-limit: 700 | ratelimit-remaining: 699 | ratelimit-reset: 41", "account 700 699 41")]
    [TestCase("ratelimit-limit: 700 | X-Rate-Limit: 1 | ratelimit-remaining: 699 | X-Rate-Limit-Remaining: 2", "account 700 699 -")]
    [TestCase("ratelimit-limit: many | X-Rate-Limit: 1 | ratelimit-remaining: -1 | X-Rate-Limit-Remaining: 2", "account 1 2 -")]
    [TestCase("X-Rate-Limit: 700", "account 700 - -")]
    [TestCase("X-Rate-Limit-Remaining: 3", "account - 3 -")]
    [TestCase("ratelimit-reset: 41", "")]
    [TestCase("zendesk-ratelimit-: total=1", "")]
    [TestCase("Zendesk-RateLimit-tickets-index: total=100; odd; =7; remaining=99; resets=41", "tickets-index 100 99 41")]
    [TestCase("zendesk-ratelimit-a: total=1 | X-Rate-Limit: 700 | zendesk-ratelimit-b: resets=2", "account 700 - -, a 1 - -, b - - 2")]
    public void The_accounts_limit_is_told_first_and_what_can_not_be_read_is_absent(string headers, string limits)
    {
        using var response = Response(HttpStatusCode.OK, headers);

        var read = ZendeskRateLimit.Read(response).Select(static limit =>
            FormattableString.Invariant($"{limit.Name} {limit.Total?.ToString() ?? "-"} {limit.Remaining?.ToString() ?? "-"} {limit.ResetsIn?.TotalSeconds.ToString() ?? "-"}"));

        Assert.That(string.Join(", ", read), Is.EqualTo(limits));
    }

    [TestCase("X-Zendesk-Request-Id: a-1 | X-Request-Id: b_2", "a-1")]
    [TestCase("X-Request-Id: b_2", "b_2")]
    [TestCase("X-Request-Id: 0123456789012345678901234567890123456789012345678901234567890123", "0123456789012345678901234567890123456789012345678901234567890123")]
    [TestCase("X-Request-Id: 01234567890123456789012345678901234567890123456789012345678901234", null)]
    [TestCase("X-Request-Id: a.b", null)]
    [TestCase("", null)]
    public async Task The_id_of_the_request_is_Zendesks_own_before_that_of_a_proxy(string headers, string? id)
    {
        using var service = new StubService(_ => Response(HttpStatusCode.BadGateway, headers));

        Assert.That((await RefusedAsync(service)).RequestId, Is.EqualTo(id));
    }

    [TestCase(400, "InvalidPaginationDepth", ZendeskErrorKind.PageLimit)]
    [TestCase(400, "Other", ZendeskErrorKind.Invalid)]
    [TestCase(404, "InvalidPaginationDepth", ZendeskErrorKind.NotFound)]
    public async Task A_page_beyond_the_limit_has_its_own_kind(int status, string code, ZendeskErrorKind kind)
    {
        using var service = StubService.Json($$"""{"errors":[{"code":"{{code}}","title":"t"}]}""", (HttpStatusCode)status);

        Assert.That((await RefusedAsync(service)).Kind, Is.EqualTo(kind));
    }

    [TestCase(401, """{"error":"Unauthorized","description":"The user is suspended"}""", ZendeskRefusal.Suspended)]
    [TestCase(401, """{"error":"Unauthorized","description":"No"}""", null)]
    [TestCase(403, """{"error":"Forbidden","description":"The user was deactivated"}""", ZendeskRefusal.Suspended)]
    [TestCase(403, """{"error":"Forbidden","description":"An agent can't create that"}""", ZendeskRefusal.RightMissing)]
    [TestCase(403, """{"error":"Forbidden","description":"An API token can't be generated"}""", ZendeskRefusal.TokenCreationEnded)]
    [TestCase(422, """{"error":"RecordInvalid","description":"Can't create that"}""", null)]
    [TestCase(422, """{"error":"RecordInvalid","description":"The api token is odd"}""", null)]
    public async Task A_refusal_is_known_by_all_of_its_words(int status, string body, ZendeskRefusal? refusal)
    {
        using var service = StubService.Json(body, (HttpStatusCode)status);

        Assert.That((await RefusedAsync(service)).Refusal, Is.EqualTo(refusal));
    }

    [Test]
    public async Task A_body_that_breaks_off_does_not_hide_the_status()
    {
        using var service = new StubService(_ => new(HttpStatusCode.NotFound) { Content = new StreamContent(new BrokenStream()) });

        var error = await RefusedAsync(service);

        Assert.That((error.Kind, error.StatusCode, error.ErrorCode, error.Description, error.Details.Count), Is.EqualTo((ZendeskErrorKind.NotFound, 404, (string?)null, (string?)null, 0)));
    }

    [Test]
    public async Task A_body_that_stalls_does_not_hide_the_status()
    {
        var clock = new SteppedClock(DateTimeOffset.UnixEpoch);
        using var stream = new StalledStream("{");
        using var service = new StubService(_ => new(HttpStatusCode.NotFound) { Content = new StreamContent(stream) });

        var reading = service.Client(TimeSpan.FromSeconds(30), clock).Tickets.GetAsync(1);
        await stream.UntilItIsReadAsync();
        clock.Advance(TimeSpan.FromSeconds(30));

        var error = await Assert.CatchAsync<ZendeskException>(() => reading);
        Assert.That((error!.Kind, error.StatusCode), Is.EqualTo((ZendeskErrorKind.NotFound, (int?)404)));
    }

    private static async Task<ZendeskException> RefusedAsync(StubService service) =>
        (await Assert.CatchAsync<ZendeskException>(() => service.Client().Tickets.GetAsync(1)))!;

    private static HttpResponseMessage Response(HttpStatusCode status, string headers)
    {
        var response = new HttpResponseMessage(status);
        foreach (var header in headers.Split(" | ", StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = header.Split(": ") is [var left, var right] ? (left, right) : (header, string.Empty);
#pragma warning disable RS0030 // A server's headers are whatever it sends.
            response.Headers.TryAddWithoutValidation(name, value);
#pragma warning restore RS0030
        }

        return response;
    }
}
