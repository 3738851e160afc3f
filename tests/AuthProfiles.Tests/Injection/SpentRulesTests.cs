using System.Net;
using System.Text;
using AuthProfiles.Injection;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Injection;

internal sealed class SpentRulesTests
{
    private const string Spent = """{"error":{"code":"TokenExpired","status":7,"fatal":true,"hint":null,"causes":[{"id":"a"},{"id":"b"}]},"a/b":{"~":"x"}}""";

    private static readonly (HttpStatusCode Status, string? Challenge, string? Body) Good = (HttpStatusCode.OK, null, "{}");

    [TestCase("Bearer error=\"invalid_token\"")]
    [TestCase("bearer realm=\"x\", error=\"invalid_token\", scope=\"a\"")]
    [TestCase("Basic realm=\"x\", Bearer error=\"invalid_token\"")]
    [TestCase("Bearer error=\"insufficient_scope\", DPoP error=\"invalid_token\"")]
    [TestCase("OAuth error=\"invalid_token\"", Description = "before RFC 6750 had its name")]
    public async Task _6750_06_A_token_that_is_said_to_be_invalid_is_renewed_once_and_the_request_sent_again(string challenge)
    {
        foreach (var renewOn in Enum.GetValues<RenewOn>())
        {
            var (status, sent) = await SendAsync(new() { RenewOn = renewOn }, (HttpStatusCode.Unauthorized, challenge, null), Good);

            Assert.That((status, sent), Is.EqualTo((HttpStatusCode.OK, "token-1 token-2")));
        }
    }

    [TestCase("Bearer error=\"insufficient_scope\", scope=\"a\"")]
    [TestCase("BEARER error=\"insufficient_scope\"")]
    [TestCase("Bearer error=\"invalid_request\"")]
    [TestCase("Basic realm=\"x\", Bearer error=\"insufficient_scope\"")]
    public async Task _6750_06_A_request_that_another_token_would_not_help_goes_back_at_once(string challenge)
    {
        foreach (var renewOn in Enum.GetValues<RenewOn>())
        {
            var (status, sent) = await SendAsync(new() { RenewOn = renewOn }, (HttpStatusCode.Unauthorized, challenge, null), Good);

            Assert.That((status, sent), Is.EqualTo((HttpStatusCode.Unauthorized, "token-1")));
        }
    }

    [TestCase(null)]
    [TestCase("Bearer")]
    [TestCase("Bearer realm=\"x\"")]
    [TestCase("Basic realm=\"x\"")]
    [TestCase("Basic error=\"insufficient_scope\"", Description = "no word of RFC 6750 about a bearer token")]
    [TestCase("Bearer error=\"insufficient_scope\", error=\"invalid_token\"", Description = "it says both, so it says nothing")]
    [TestCase("Bearer error=\"INVALID_TOKEN\"")]
    [TestCase("\"garbage")]
    public async Task _6750_06_An_answer_that_does_not_say_why_is_what_the_profile_takes_it_for(string? challenge)
    {
        var refusal = (HttpStatusCode.Unauthorized, challenge, (string?)null);

        Assert.That(await SendAsync(new(), refusal, Good), Is.EqualTo((HttpStatusCode.OK, "token-1 token-2")));
        Assert.That(await SendAsync(new() { RenewOn = RenewOn.InvalidToken }, refusal, Good), Is.EqualTo((HttpStatusCode.Unauthorized, "token-1")));
    }

    [Test]
    public async Task _6750_06_A_second_refusal_goes_back()
    {
        var refusal = (HttpStatusCode.Unauthorized, "Bearer error=\"invalid_token\"", (string?)null);

        Assert.That(await SendAsync(new(), refusal, refusal, Good), Is.EqualTo((HttpStatusCode.Unauthorized, "token-1 token-2")));
    }

    [Test]
    public async Task _6750_06_The_caller_reads_why_from_the_answer()
    {
        using var primary = new StubPrimary(static _ => AuthorizationChallengeTests.Answer("Bearer error=\"insufficient_scope\", scope=\"files.read\""));
        using var http = Over(primary, new());

        using var response = await http.GetAsync("x");

        Assert.That(response.GetAuthorizationChallenges().Single().Scope, Is.EqualTo("files.read"));
    }

    [TestCase(400, null, null, true)]
    [TestCase(403, null, null, false)]
    [TestCase(400, "/error/code", null, true)]
    [TestCase(400, "/error/code", "TokenExpired", true)]
    [TestCase(400, "/error/code", "tokenexpired", false)]
    [TestCase(400, "/error/code", "Token", false)]
    [TestCase(400, "/error/status", "7", true)]
    [TestCase(400, "/error/status", "7.0", false)]
    [TestCase(400, "/error/fatal", "true", true)]
    [TestCase(400, "/error/fatal", "false", false)]
    [TestCase(400, "/error/hint", null, false, Description = "null is nothing")]
    [TestCase(400, "/error/hint", "null", false)]
    [TestCase(400, "/error", null, true)]
    [TestCase(400, "/error", "TokenExpired", false)]
    [TestCase(400, "/error/causes/1/id", "b", true)]
    [TestCase(400, "/error/causes/0/id", "b", false)]
    [TestCase(400, "/error/causes/2", null, false)]
    [TestCase(400, "/error/causes/01/id", "b", false)]
    [TestCase(400, "/a~1b/~0", "x", true)]
    [TestCase(400, "/code", "TokenExpired", false)]
    [TestCase(400, "/", null, false)]
    [TestCase(500, "/error/code", "TokenExpired", false)]
    public async Task An_answer_that_data_describe_counts_as_a_refusal(int status, string? path, string? value, bool renewed)
    {
        var options = new DelegateOptions { ExpiredWhen = { new((HttpStatusCode)status, path, value) } };

        var (answered, sent) = await SendAsync(options, (HttpStatusCode.BadRequest, null, Spent), Good);

        Assert.That((answered, sent), Is.EqualTo(renewed ? (HttpStatusCode.OK, "token-1 token-2") : (HttpStatusCode.BadRequest, "token-1")));
    }

    [Test]
    public async Task A_success_can_be_a_refusal()
    {
        var options = new DelegateOptions { ExpiredWhen = { new(HttpStatusCode.OK, "/ok", "false"), new(HttpStatusCode.OK, "/errcode", "40014") } };

        Assert.That(await SendAsync(options, (HttpStatusCode.OK, null, """{"errcode":40014}"""), (HttpStatusCode.OK, null, """{"ok":true}""")), Is.EqualTo((HttpStatusCode.OK, "token-1 token-2")));
    }

    [Test]
    public async Task What_data_describe_goes_before_what_a_challenge_says()
    {
        var options = new DelegateOptions { ExpiredWhen = { new(HttpStatusCode.Unauthorized, "/code", "1") } };

        Assert.That(await SendAsync(options, (HttpStatusCode.Unauthorized, "Bearer error=\"insufficient_scope\"", """{"code":1}"""), Good), Is.EqualTo((HttpStatusCode.OK, "token-1 token-2")));
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("[")]
    [TestCase("\"TokenExpired\"")]
    [TestCase("7")]
    [TestCase("null")]
    [TestCase("<html>TokenExpired</html>")]
    [TestCase("""{"error":{"code":}}""")]
    [TestCase("""{"error":{"code":"\ud800"}}""")]
    [TestCase("""{"\ud800":1,"error":1}""")]
    [TestCase("""{"error":1}{"error":{"code":"TokenExpired"}}""", Description = "a second document")]
    [TestCase("""{"error":1}""" + "\n" + """{"error":{"code":"TokenExpired"}}""")]
    public async Task A_body_that_does_not_fit_describes_nothing_and_is_given_back(string body)
    {
        using var primary = new StubPrimary(_ => new(HttpStatusCode.BadRequest) { Content = new StringContent(body) });
        using var http = Over(primary, new() { ExpiredWhen = { new(HttpStatusCode.BadRequest, "/error/code", "TokenExpired") } });

        using var response = await http.GetAsync("x");

        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo(body));
        Assert.That(primary.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_body_is_given_back_whole_with_its_headers([Values(1, 7, 4096)] int atOnce, [Values(10, 9_000, 70_000, 200_000)] int length, [Values] bool hasMark)
    {
        var body = Encoding.UTF8.GetBytes((hasMark ? "\uFEFF" : "") + $$$"""{"padding":"{{{new string('é', length)}}}","error":{"code":"TokenExpired"}}""");
        using var stream = new Pieces(body, atOnce);
        using var response = new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StreamContent(stream) { Headers = { { "Content-Type", "application/problem+json" }, { "Content-Language", ["de", "en"] } } } };
        HeaderLine.TryWrite(response.Content.Headers, "Last-Modified", "not a date");
        response.Content.Headers.ContentLength = body.Length;

        var found = await PeekedBody.HasAsync(response, [new(HttpStatusCode.BadRequest, "/error/code", "TokenExpired")], CancellationToken.None);

        Assert.That(found, Is.EqualTo(length < 32_000), "what comes after 64 KiB is not looked at");
        Assert.That(stream.Position, Is.LessThanOrEqualTo(PeekedBody.Limit));
        Assert.That(response.Content.Headers.NonValidated.Select(static header => $"{header.Key}: {header.Value}"), Is.EquivalentTo(new[]
        {
            "Content-Type: application/problem+json", "Content-Language: de, en", "Last-Modified: not a date", $"Content-Length: {body.Length}",
        }));
        Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.EqualTo(body));
        response.Dispose();
        Assert.That(stream.CanRead, Is.False, "disposed with the answer");
    }

    [Test]
    public async Task A_body_is_read_no_further_than_it_takes()
    {
        using var stream = new Pieces(Encoding.UTF8.GetBytes("""{"code":1}""" + new string(' ', 10_000)), 16);
        using var response = new HttpResponseMessage { Content = new StreamContent(stream) };

        Assert.That(await PeekedBody.HasAsync(response, [new(HttpStatusCode.OK, "/code", "1")], CancellationToken.None), Is.True);
        Assert.That(stream.Position, Is.EqualTo(16));
    }

    [TestCase("""{"code":1, """, 16, true, Description = "the value is there, the document goes on")]
    [TestCase("""{"code":2}""", 16, false, Description = "the document has ended")]
    [TestCase("""{"code":]""", 16, false, Description = "it is none")]
    [TestCase("""[1]""", 3, false, Description = "as short as a byte order mark")]
    public async Task Reading_ends_when_the_rest_says_nothing_any_more(string beginning, int atOnce, bool found)
    {
        using var stream = new Pieces(Encoding.UTF8.GetBytes(beginning + new string(' ', 10_000)), atOnce);
        using var response = new HttpResponseMessage { Content = new StreamContent(stream) };

        Assert.That(await PeekedBody.HasAsync(response, [new(HttpStatusCode.OK, "/code", "1")], CancellationToken.None), Is.EqualTo(found));
        Assert.That(stream.Position, Is.EqualTo(atOnce));
        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo(beginning + new string(' ', 10_000)));
    }

    [Test]
    public async Task A_value_that_several_answers_describe_is_found()
    {
        using var response = new HttpResponseMessage { Content = new StringContent("""{"code":1}""") };

        Assert.That(await PeekedBody.HasAsync(response, [new(HttpStatusCode.OK, "/code"), new(HttpStatusCode.OK, "/code", "1")], CancellationToken.None), Is.True);
    }

    [TestCase(401, true)]
    [TestCase(400, true)]
    [TestCase(409, true)]
    [TestCase(200, false)]
    [TestCase(500, false)]
    public void Only_answers_of_a_status_that_is_described_are_looked_at(int status, bool looked)
    {
        var rules = Rules(new(HttpStatusCode.BadRequest, "/code"), new(HttpStatusCode.Conflict));

        Assert.That(rules.MayApply((HttpStatusCode)status), Is.EqualTo(looked));
        Assert.That(Rules().MayApply((HttpStatusCode)status), Is.EqualTo(status == 401));
    }

    [Test]
    public async Task What_a_challenge_says_counts_beside_what_data_describe()
    {
        using var invalid = AuthorizationChallengeTests.Answer("Bearer error=\"invalid_token\"");
        using var insufficient = AuthorizationChallengeTests.Answer("Bearer error=\"insufficient_scope\"");
        var (invalidsBody, insufficientsBody) = (invalid.Content, insufficient.Content);
        var rules = Rules(new ExpiredAnswer(HttpStatusCode.BadRequest, "/code"));

        Assert.That(await rules.AskForRenewalAsync(invalid, CancellationToken.None), Is.True);
        Assert.That(await rules.AskForRenewalAsync(insufficient, CancellationToken.None), Is.False);
        Assert.That((invalid.Content, insufficient.Content), Is.EqualTo((invalidsBody, insufficientsBody)), "no body was looked at");
    }

    [TestCase("text/event-stream; charset=utf-8")]
    [TestCase("Text/Event-Stream")]
    public async Task Events_are_not_waited_for(string type)
    {
        using var primary = new StubPrimary(_ => new(HttpStatusCode.OK) { Content = new StreamContent(new Endless()) { Headers = { { "Content-Type", type } } } });
        using var http = Over(primary, new() { ExpiredWhen = { new(HttpStatusCode.OK, "/code", "1") } });

        using var response = await http.GetAsync("x", HttpCompletionOption.ResponseHeadersRead);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(primary.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_body_that_breaks_off_is_told_as_the_platform_tells_it()
    {
        using var primary = new StubPrimary(static _ => new(HttpStatusCode.OK) { Content = new StreamContent(new Endless()) });
        using var http = Over(primary, new() { ExpiredWhen = { new(HttpStatusCode.OK, "/code", "1") } });

        Assert.That(async () => await http.GetAsync("x", HttpCompletionOption.ResponseHeadersRead), Throws.TypeOf<HttpRequestException>().With.Message.EqualTo("The answer's body broke off.").And.InnerException.TypeOf<IOException>());
        await Task.CompletedTask;
    }

    [Test]
    public void What_can_describe_nothing_is_refused_when_the_profile_is_made()
    {
        var options = new DelegateOptions
        {
            Acquire = static (_, _) => new(Credential.Bearer("t")),
            RenewOn = (RenewOn)7,
            ExpiredWhen =
            {
                new(default), new(HttpStatusCode.Continue), new(HttpStatusCode.Found), new((HttpStatusCode)600),
                new(HttpStatusCode.OK, "code"), new(HttpStatusCode.OK, "/a~2"), new(HttpStatusCode.OK, BodyPath: null, "1"),
            },
        };

        var error = Assert.Throws<AuthorizationException>(() => _ = new DelegateProfile("orders", options))!;

        Assert.That(error.Message.Split('\n'), Has.Length.EqualTo(8));
        Assert.That(error.Message, Does.Contain("RenewOn").And.Contain("ExpiredWhen").And.Contain("'/a~2'"));
    }

    [Test]
    public async Task A_request_whose_refusal_says_nothing_of_the_credential_renews_nothing([Values] bool isWarm)
    {
        var answers = new Queue<HttpStatusCode>([.. isWarm ? [HttpStatusCode.OK] : Array.Empty<HttpStatusCode>(), HttpStatusCode.Unauthorized, HttpStatusCode.OK]);
        using var primary = new StubPrimary(_ => new(answers.Dequeue()));
        using var http = Over(primary, new());
        if (isWarm)
        {
            using var first = await http.GetAsync("x");
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, "x").NotRenewing();
        using var refused = await http.SendAsync(request);
        using var next = await http.GetAsync("x");

        Assert.That((refused.StatusCode, next.StatusCode), Is.EqualTo((HttpStatusCode.Unauthorized, HttpStatusCode.OK)));
        Assert.That(primary.Sent.Select(static sent => sent["Authorization"]).Distinct(), Is.EqualTo(new[] { "Bearer token-1" }));
    }

    private static async Task<(HttpStatusCode Status, string Sent)> SendAsync(DelegateOptions options, params (HttpStatusCode Status, string? Challenge, string? Body)[] answers)
    {
        var next = 0;
        using var primary = new StubPrimary(_ =>
        {
            var (status, challenge, body) = answers[next++];
            var response = challenge is null ? new HttpResponseMessage() : AuthorizationChallengeTests.Answer(challenge);
            response.StatusCode = status;
            response.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
            return response;
        });
        using var http = Over(primary, options);
        using var response = await http.GetAsync("x");
        var (_, _, last) = answers[next - 1];
        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo(last ?? string.Empty));
        return (response.StatusCode, string.Join(' ', primary.Sent.Select(static sent => sent["Authorization"]!["Bearer ".Length..])));
    }

    private static SpentRules Rules(params ExpiredAnswer[] answers)
    {
        var options = new DelegateOptions { BaseUrl = "https://api.example/", Acquire = static (_, _) => new(Credential.Bearer("t")) };
        foreach (var answer in answers)
        {
            options.ExpiredWhen.Add(answer);
        }

        return new(new DelegateProfile("orders", options).Definition);
    }

    private static HttpClient Over(HttpMessageHandler primary, DelegateOptions options)
    {
        var count = 0;
        options.BaseUrl = "https://api.example/";
        options.Acquire = (_, _) => new(Credential.Bearer($"token-{++count}"));
        return Clients.Over(primary, new DelegateProfile("orders", options), new ManualClock());
    }

    /// <summary>A body that comes in pieces.</summary>
    private sealed class Pieces(byte[] body, int atOnce) : MemoryStream(body)
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, atOnce)], cancellationToken);
    }

    /// <summary>A body that never comes, and breaks off where somebody waits for it.</summary>
    private sealed class Endless : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("cut");
    }
}
