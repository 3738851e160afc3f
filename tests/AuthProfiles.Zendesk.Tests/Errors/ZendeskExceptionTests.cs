using System.Net;
using System.Text;
using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Errors;

[TestFixture]
public sealed class ZendeskExceptionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [TestCase(422, """{"error":"RecordInvalid","description":"Record validation errors","details":{"subject":[{"description":"Subject: cannot be blank","error":"BlankValue"}]}}""", "RecordInvalid", "Record validation errors")]
    [TestCase(404, """{"error":"RecordNotFound","description":"Not found"}""", "RecordNotFound", "Not found")]
    [TestCase(403, """{"error":{"title":"Forbidden","message":"You do not have access to this page."}}""", "Forbidden", "You do not have access to this page.")]
    [TestCase(400, """{"errors":[{"code":"InvalidPaginationDepth","title":"offset pagination limit","detail":"page 100 or 10000 records"}]}""", "InvalidPaginationDepth", "page 100 or 10000 records")]
    [TestCase(401, """{"error":"invalid_token","error_description":"The access token provided is expired."}""", "invalid_token", "The access token provided is expired.")]
    [TestCase(401, """{"error":"Couldn't authenticate you"}""", "Couldn't authenticate you", null)]
    [TestCase(429, """{"error":"APIRateLimitExceeded","description":"Number of allowed API requests per minute exceeded"}""", "APIRateLimitExceeded", "Number of allowed API requests per minute exceeded")]
    [TestCase(429, "Number of allowed incremental ticket export API requests per minute exceeded", null, "Number of allowed incremental ticket export API requests per minute exceeded")]
    [TestCase(503, "<html><head><title>Down</title></head></html>", null, null)]
    [TestCase(500, "", null, null)]
    [TestCase(500, "{\"error\":\"cut", null, null)]
    [TestCase(500, "[1,2]", null, "[1,2]")]
    [TestCase(400, """{"errors":["one","two"]}""", null, "one")]
    [TestCase(400, """{"error":["x"],"description":{"y":1},"details":[1,{"z":[]}]}""", null, null)]
    public async Task Every_shape_of_error_is_read(int status, string body, string? code, string? description)
    {
        var exception = await RefusedAsync(status, body);

        Assert.That((exception.StatusCode, exception.ErrorCode, exception.Description), Is.EqualTo((status, code, description)));
        Assert.That(exception.Message, Does.Contain($"Zendesk (acme.zendesk.com) answered GET api/v2/tickets/1 with {status}"));
    }

    [TestCase(301, ZendeskErrorKind.UnexpectedAnswer, false)]
    [TestCase(400, ZendeskErrorKind.Invalid, false)]
    [TestCase(401, ZendeskErrorKind.Unauthorized, false)]
    [TestCase(403, ZendeskErrorKind.Forbidden, false)]
    [TestCase(404, ZendeskErrorKind.NotFound, false)]
    [TestCase(408, ZendeskErrorKind.Unavailable, true)]
    [TestCase(409, ZendeskErrorKind.Conflict, false)]
    [TestCase(413, ZendeskErrorKind.Invalid, false)]
    [TestCase(422, ZendeskErrorKind.Invalid, false)]
    [TestCase(429, ZendeskErrorKind.RateLimited, true)]
    [TestCase(500, ZendeskErrorKind.Unavailable, true)]
    [TestCase(503, ZendeskErrorKind.Unavailable, true)]
    public async Task Every_status_has_its_kind(int status, ZendeskErrorKind kind, bool isTransient)
    {
        var exception = await RefusedAsync(status, "{}");

        Assert.That((exception.Kind, exception.IsTransient), Is.EqualTo((kind, isTransient)));
    }

    [Test]
    public async Task Details_name_the_fields()
    {
        var exception = await RefusedAsync(422, """{"error":"RecordInvalid","description":"Record validation errors","details":{"subject":[{"description":"Subject: cannot be blank","error":"BlankValue"}],"base":[{"description":"Status: closed"},"plain"],"tags":{"error":"Bad"}}}""");

        Assert.That(exception.Details, Is.EqualTo(new ZendeskFieldError[]
        {
            new("subject", "BlankValue", "Subject: cannot be blank"), new("base", null, "Status: closed"), new("base", null, "plain"), new("tags", "Bad", null),
        }));
        Assert.That(exception.Message, Does.Contain("(subject: Subject: cannot be blank; base: Status: closed; base: plain)"));
    }

    [Test]
    public async Task A_flood_of_details_is_cut()
    {
        var exception = await RefusedAsync(422, $$"""{"error":"RecordInvalid","details":{"f":[{{string.Join(',', Enumerable.Repeat("{\"error\":\"x\"}", 1000))}}] } }""");

        Assert.That(exception.Details, Has.Count.EqualTo(50));
        Assert.That(exception.Message, Has.Length.LessThan(600));
    }

    [Test]
    public async Task Limits_and_the_time_to_wait_are_read_off_the_headers()
    {
        var exception = await RefusedAsync(
            429,
            "",
            ("Retry-After", "41"),
            ("X-Rate-Limit", "700"),
            ("X-Rate-Limit-Remaining", "0"),
            ("ratelimit-reset", "41"),
            ("zendesk-ratelimit-tickets-index", "total=100; remaining=99; resets=40"),
            ("zendesk-ratelimit-odd", "what=ever; total=x"),
            ("X-Request-Id", "1f2e-3d"));

        Assert.That(exception.RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(41)));
        Assert.That(exception.RequestId, Is.EqualTo("1f2e-3d"));
        Assert.That(exception.RateLimits, Is.EqualTo(new ZendeskRateLimit[]
        {
            new("account", 700, 0, TimeSpan.FromSeconds(41)), new("tickets-index", 100, 99, TimeSpan.FromSeconds(40)), new("odd", null, null, null),
        }));
    }

    [TestCase("Sat, 21 Nov 2026 12:00:30 GMT", 30)]
    [TestCase("Sat, 21 Nov 2026 11:00:00 GMT", 0)]
    [TestCase("soon", null)]
    public async Task The_time_to_wait_may_be_a_date(string header, int? seconds)
    {
        var exception = await RefusedAsync(503, "", ("Retry-After", header));

        Assert.That(exception.RetryAfter, Is.EqualTo(seconds is { } count ? TimeSpan.FromSeconds(count) : (TimeSpan?)null));
    }

    [TestCase("99999999999999999999", 86_400)]
    [TestCase("Fri, 31 Dec 9999 23:59:59 GMT", 86_400)]
    [TestCase("0.5", 0.5)]
    [TestCase("NaN", null)]
    public async Task The_time_to_wait_is_a_day_at_most(string header, double? seconds) =>
        Assert.That((await RefusedAsync(429, "", ("Retry-After", header))).RetryAfter?.TotalSeconds, Is.EqualTo(seconds));

    [Test]
    public async Task A_time_to_wait_that_is_told_twice_is_none() =>
        Assert.That((await RefusedAsync(429, "", ("Retry-After", "1"), ("Retry-After", "2"))).RetryAfter, Is.Null);

    [TestCase(401, """{"error":"invalid_token"}""", "expired or revoked")]
    [TestCase(401, """{"error":"Couldn't authenticate you"}""", "use ClientId and ClientSecret")]
    [TestCase(401, "", "check ClientId and ClientSecret, or Email and ApiToken")]
    [TestCase(403, """{"error":"Forbidden","description":"You are missing the following required scopes: write"}""", "add it to Scope")]
    [TestCase(403, """{"error":{"title":"Forbidden","message":"Your account is suspended"}}""", "suspended")]
    [TestCase(403, """{"error":{"title":"Forbidden","message":"You do not have access to this page."}}""", "role of the user")]
    [TestCase(404, """{"error":"RecordNotFound"}""", "does not exist, is deleted")]
    [TestCase(404, "<html>No help desk at nosuch.zendesk.com</html>", "check Subdomain")]
    public async Task A_refusal_says_what_to_do(int status, string body, string cure) =>
        Assert.That((await RefusedAsync(status, body)).Message, Does.Contain(cure));

    [Test]
    public async Task A_redirect_names_the_other_host_and_nothing_more_of_it()
    {
        var exception = await RefusedAsync(302, "", ("Location", "https://other.example/login?return=secret-path"));

        Assert.That(exception.Kind, Is.EqualTo(ZendeskErrorKind.UnexpectedAnswer));
        Assert.That(exception.Message, Does.Contain("other.example").And.Not.Contain("secret-path"));
    }

    [Test]
    public async Task Hostile_text_is_escaped_and_cut_and_a_repeated_secret_left_out()
    {
        var token = new string('k', 40);
        var exception = await RefusedAsync(401, $$"""{"error":"a\r\nb\u202Ec\u0000","description":"token {{token}} refused {{string.Join(' ', Enumerable.Repeat("schlüssel", 500))}}"}""");

        Assert.That(exception.ErrorCode, Is.EqualTo("a\\u000D\\u000Ab\\u202Ec\\u0000"));
        Assert.That(exception.ToString(), Does.Not.Contain(token).And.Not.Contain("\u202E"));
        Assert.That(exception.Message, Does.Contain("token … refused schlüssel").And.Length.LessThan(600));
    }

    [Test]
    public async Task The_query_of_a_search_is_not_in_the_message()
    {
        using var service = StubService.Json("{}", HttpStatusCode.BadRequest);

        var exception = await Assert.CatchAsync<ZendeskException>(() => service.Client().Tickets.SearchPageAsync("mia@acme.example"));

        Assert.That(exception!.Message, Does.Contain("GET api/v2/search with 400").And.Not.Contain("mia"));
    }

    [Test]
    public async Task A_request_id_that_is_none_is_left_out() =>
        Assert.That((await RefusedAsync(500, "", ("X-Request-Id", "a b<script>"))).RequestId, Is.Null);

    private static async Task<ZendeskException> RefusedAsync(int status, string body, params (string Name, string Value)[] headers)
    {
        using var service = new StubService(_ =>
        {
            var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8) };
            foreach (var (name, value) in headers)
            {
#pragma warning disable RS0030 // A server's headers are whatever it sends.
                response.Headers.TryAddWithoutValidation(name, value);
#pragma warning restore RS0030
            }

            return response;
        });
        var exception = await Assert.CatchAsync<ZendeskException>(() => service.Client(time: new SteppedClock(Now)).Tickets.GetAsync(1));
        return exception!;
    }
}
