using System.Net;
using System.Text;
using AuthProfiles.Zendesk.Tests.Support;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tests.Wire;

/// <summary>What a request carries, what its answer must be, and which failures are of the moment.</summary>
[TestFixture]
public sealed class TransportTests
{
    private static readonly Func<HttpRequestMessage, string, bool> Noted = static (request, option) => request.Options.Any(pair => pair.Key == option && pair.Value is true);

    [Test]
    public async Task A_request_carries_what_its_call_and_its_client_say()
    {
        using var network = new Network(static _ => StubService.JsonAnswer("{}"));
        var path = ApiPath.Of("x").With("q", "1");

        await network.Transport().SendAsync(new ApiRequest(HttpMethod.Get, path), CancellationToken.None);
        await network.Transport(static setup => setup with { OnBehalfOf = "mia@x" }).SendAsync(
            new ApiRequest(HttpMethod.Post, path, JsonBody.Of("a", 1, static (writer, value) => writer.WriteNumber("b", value))) { IdempotencyKey = "k", IsRepeatable = false, IsLong = true },
            CancellationToken.None);
        await network.Transport(static setup => setup with { IsAnonymous = true }).SendAsync(new ApiRequest(HttpMethod.Delete, path), CancellationToken.None);

        Assert.That(network.Bodies, Is.EqualTo(new[] { null, """{"a":{"b":1}}""", null }));
        var (plain, full, nobody) = (network.Sent[0], network.Sent[1], network.Sent[2]);
        Assert.That(network.Sent.Select(static request => $"{request.Method} {request.RequestUri} {request.Headers.Accept}"), Is.EqualTo(new[]
        {
            "GET https://acme.zendesk.com/mounted/api/v2/x?q=1 application/json",
            "POST https://acme.zendesk.com/mounted/api/v2/x?q=1 application/json",
            "DELETE https://acme.zendesk.com/mounted/api/v2/x?q=1 application/json",
        }));
        Assert.That((CallHeaders.KeyOf(plain), plain.Headers.Contains("X-On-Behalf-Of"), plain.Options.Any(), CallHeaders.ActsForNobody(plain)), Is.EqualTo(((string?)null, false, false, false)));
        Assert.That((CallHeaders.KeyOf(full), full.Headers.GetValues("X-On-Behalf-Of").Single(), Noted(full, "AuthProfiles.NotIdempotent"), Noted(full, "AuthProfiles.NotRenewing")), Is.EqualTo(("k", "mia@x", true, true)));
        Assert.That(full.Options.Select(static pair => pair.Value), Has.One.EqualTo(TimeSpan.FromHours(1)), "an upload has its own time");
        Assert.That((CallHeaders.ActsForNobody(nobody), CallHeaders.LeadsElsewhere(nobody), nobody.Options.Count()), Is.EqualTo((true, false, 1)));
    }

    [TestCase(null, null, null, false)]
    [TestCase(null, "mia@x", "mia@x", true)]
    [TestCase("own@x", "mia@x", "own@x", true)]
    [TestCase("own@x", null, "own@x", true)]
    public async Task A_raw_request_keeps_its_own_user_and_what_it_accepts(string? own, string? view, string? user, bool isDenied)
    {
        using var network = new Network(static _ => StubService.JsonAnswer("{}", HttpStatusCode.NotFound));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("api/v2/x", UriKind.Relative));
        if (own is not null)
        {
            request.Headers.Add("X-On-Behalf-Of", own);
            request.Headers.Accept.Add(new("text/csv"));
        }

        using var answer = await network.Transport(setup => setup with { OnBehalfOf = view }).SendRawAsync(request, CancellationToken.None);

        Assert.That((answer.StatusCode, request.Headers.Accept.ToString()), Is.EqualTo((HttpStatusCode.NotFound, own is null ? "application/json" : "text/csv")));
        Assert.That((request.Headers.TryGetValues("X-On-Behalf-Of", out var users) ? users.Single() : null, Noted(request, "AuthProfiles.NotRenewing")), Is.EqualTo((user, isDenied)));
    }

    [TestCase("""{"v":"a"} """, null)]
    [TestCase("\uFEFF{\"v\":\"a\"}", null)]
    [TestCase("""{"v":"a"} x""", "No JSON at line 1, byte 11.")]
    [TestCase("""{"v":1}""", "The answer has no 'v'.")]
    [TestCase("", "No JSON at line 1, byte 1.")]
    [TestCase("""{"v":"\ud800"}""", "")]
    public async Task An_answer_is_a_value_or_says_what_it_is_not(string body, string? cause)
    {
        using var network = new Network(_ => new(HttpStatusCode.OK) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) });

        var reading = network.Transport().GetAsync(ApiPath.Of("x").With("q", "secret"), Answer.Of<string>("v", static (ref json) => json.Text()), CancellationToken.None);

        if (cause is null)
        {
            Assert.That(await reading, Is.EqualTo("a"));
            return;
        }

        var error = await Assert.CatchAsync<ZendeskException>(() => reading);
        Assert.That((error!.Kind, error.Message), Is.EqualTo((
            ZendeskErrorKind.UnexpectedAnswer,
            "Zendesk (acme.zendesk.com) answered GET api/v2/x with something that is not the JSON it should be. Check that the subdomain or BaseUrl is that of a Zendesk account.")));
        Assert.That(error.InnerException!.Message, cause.Length == 0 ? Is.Not.Empty : Is.EqualTo(cause));
    }

    [TestCase("GET", null, true, true, 3)]
    [TestCase("PUT", null, true, true, 3)]
    [TestCase("PUT", null, false, false, 1)]
    [TestCase("POST", null, true, false, 1)]
    [TestCase("POST", "k", true, true, 3)]
    [TestCase("POST", "k", false, false, 1)]
    public async Task An_answer_that_breaks_off_is_asked_for_again_where_it_may_come_twice(string method, string? key, bool isRepeatable, bool isTransient, int sent)
    {
        using var network = new Network(static _ => new(HttpStatusCode.OK) { Content = new StreamContent(new BrokenStream()) });

        var error = await Assert.CatchAsync<ZendeskException>(() => network.Transport().SendAsync(
            new ApiRequest(new(method), ApiPath.Of("x")) { IdempotencyKey = key, IsRepeatable = isRepeatable, ShownPath = "x/…?token" },
            Answer.Of<string>("v", static (ref json) => json.Text()),
            CancellationToken.None));

        Assert.That((error!.Kind, error.Message), Is.EqualTo((
            ZendeskErrorKind.IncompleteAnswer, $"Zendesk (acme.zendesk.com) began to answer {method} x/… and stopped. The request may have been carried out.")));
        Assert.That((error.IsTransient, error.IdempotencyKey, network.Sent.Count, error.InnerException!.Message), Is.EqualTo((isTransient, key, sent, "broken")));
    }

    [TestCase(HttpStatusCode.OK, false)]
    [TestCase(HttpStatusCode.Created, true)]
    public async Task A_record_that_is_stored_tells_whether_it_is_new(HttpStatusCode status, bool isCreated)
    {
        using var network = new Network(_ => StubService.JsonAnswer("""{"v":"a"}""", status));
        var transport = network.Transport();

        Assert.That(transport.Latest, Is.Null);
        var stored = await transport.StoreAsync(new ApiRequest(HttpMethod.Post, ApiPath.Of("x")), Answer.Of<string>("v", static (ref json) => json.Text()), CancellationToken.None);

        Assert.That((stored.Item, stored.IsCreated), Is.EqualTo(("a", isCreated)));
        Assert.That((transport.Latest, transport.Time), Is.EqualTo((network.Answers[0].Headers, TimeProvider.System)));
    }

    [Test]
    public async Task A_refusal_shows_the_path_that_may_be_shown()
    {
        using var network = new Network(static _ => new(HttpStatusCode.BadRequest));

        var error = await Assert.CatchAsync<ZendeskException>(() => network.Transport().SendAsync(new ApiRequest(HttpMethod.Get, ApiPath.Of("token")) { ShownPath = "shown" }, CancellationToken.None));

        Assert.That(error!.Message, Is.EqualTo("Zendesk (acme.zendesk.com) answered GET shown with 400."));
        Assert.That(network.Answers[0].Content.ReadAsStringAsync, Throws.TypeOf<ObjectDisposedException>());
    }

    [TestCase(null, 0, 1)]
    [TestCase(null, 1, 2)]
    [TestCase(null, 5, 32)]
    [TestCase(null, 6, 32)]
    [TestCase(0.5, 5, 1)]
    [TestCase(1d, 5, 1)]
    [TestCase(41d, 0, 41)]
    public void The_pause_is_what_was_asked_for_or_doubles_up_to_32_seconds(double? asked, int attempt, double seconds)
    {
        TimeSpan? wait = asked is { } count ? TimeSpan.FromSeconds(count) : null;

        Assert.That(Backoff.Of(new ZendeskException(ZendeskErrorKind.RateLimited, "x") { RetryAfter = wait }, attempt).TotalSeconds, Is.EqualTo(seconds));
        Assert.That(Backoff.Of(new AuthorizationException(AuthorizationErrorKind.Transient, "support", "x") { RetryAfter = wait }, attempt).TotalSeconds, Is.EqualTo(seconds));
        Assert.That(Backoff.Of(new HttpRequestException("x"), attempt).TotalSeconds, Is.EqualTo(Math.Pow(2, Math.Min(attempt, 5))));
    }

    [Test]
    public void Only_what_is_of_the_moment_is_tried_again([Values] bool isTransient, [Values] bool isCancelled)
    {
        var caller = new CancellationToken(isCancelled);

        Assert.That(Transient.Is(new ZendeskException(ZendeskErrorKind.Unavailable, "x") { IsTransient = isTransient }, caller), Is.EqualTo(isTransient));
        Assert.That(Transient.Is(new AuthorizationException(AuthorizationErrorKind.Transient, "support", "x") { IsTransient = isTransient }, caller), Is.EqualTo(isTransient));
        Assert.That(Transient.Is(new HttpRequestException("x"), caller), Is.True);
        Assert.That(Transient.Is(new TaskCanceledException("x", new TimeoutException()), caller), Is.EqualTo(!isCancelled));
        Assert.That(Transient.Is(new TaskCanceledException("x"), caller), Is.False);
        Assert.That(Transient.Is(new InvalidOperationException("x"), caller), Is.False);
    }

    private sealed class Network(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        public List<HttpRequestMessage> Sent { get; } = [];

        public List<string?> Bodies { get; } = [];

        public List<HttpResponseMessage> Answers { get; } = [];

        public ZendeskTransport Transport(Func<CallSetup, CallSetup>? change = null)
        {
            var setup = new CallSetup(new HttpClient(this, disposeHandler: false) { BaseAddress = new("https://acme.zendesk.com/mounted/") }, TimeSpan.FromSeconds(30), TimeProvider.System, WithoutCredential: null);
            return new(change?.Invoke(setup) ?? setup);
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent.Add(request);
            Bodies.Add(request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken));
            var response = answer(request);
            response.RequestMessage = request;
            Answers.Add(response);
            return response;
        }
    }
}
