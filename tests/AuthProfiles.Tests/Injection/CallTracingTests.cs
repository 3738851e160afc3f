using System.Diagnostics;
using System.Net;
using AuthProfiles.Injection;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Injection;

[Category("I2")]
public sealed class CallTracingTests
{
    [TestCase("https://traced.example/v/{pin}/x?mine=1", "/v/canary/x?mine=1&pin=canary")]
    [TestCase("https://mia:canary@traced.example/v/{pin}/x", "/v/canary/x?pin=canary")]
    public async Task A_span_shows_the_address_without_its_query_and_without_what_fills_the_path(string address, string sent)
    {
        const string Host = "traced.example";
        using var listener = Listener(out var spans);
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, InAddress($"https://{Host}/"), new ManualClock());

        using var response = await http.GetAsync(address);

        Assert.That(primary.Sent.Single().Address.AbsoluteUri, Does.EndWith(sent));
        var span = spans.Single();
        Assert.That(span.GetTagItem("url.full"), Is.EqualTo($"https://{Host}/v/{{pin}}/x?*"));
        Assert.That(span.TagObjects.Select(static tag => $"{tag.Value}").Append(span.DisplayName), Has.None.Contains("canary"));
    }

    [Test]
    public void A_platform_primary_writes_no_span_that_would_show_the_address()
    {
        using var primary = new SocketsHttpHandler();

        PrimaryHardening.Apply(primary, InAddress("https://api.example/").Definition);

        Assert.That(primary.ActivityHeadersPropagator, Is.Null);
    }

    [Test]
    public void A_platform_primary_whose_span_can_not_be_switched_off_is_refused()
    {
        using var primary = new HttpClientHandler();

        Assert.That(
            () => PrimaryHardening.Apply(primary, InAddress("https://api.example/").Definition),
            Throws.TypeOf<AuthorizationException>().With.Message.Contains("SocketsHttpHandler"));
    }

    [Test]
    public void A_platform_primary_whose_credential_no_trace_would_show_keeps_its_span()
    {
        using var primary = new SocketsHttpHandler();

        PrimaryHardening.Apply(primary, new CountingProfile().Definition);

        Assert.That(primary.ActivityHeadersPropagator, Is.Not.Null);
    }

    [TestCase("GET", "GET", "GET", null)]
    [TestCase("HEAD", "HEAD", "HEAD", null)]
    [TestCase("POST", "POST", "POST", null)]
    [TestCase("PUT", "PUT", "PUT", null)]
    [TestCase("DELETE", "DELETE", "DELETE", null)]
    [TestCase("OPTIONS", "OPTIONS", "OPTIONS", null)]
    [TestCase("TRACE", "TRACE", "TRACE", null)]
    [TestCase("PATCH", "PATCH", "PATCH", null)]
    [TestCase("CONNECT", "CONNECT", "CONNECT", null)]
    [TestCase("QUERY", "QUERY", "QUERY", null)]
    [TestCase("PURGE", "HTTP", "_OTHER", "PURGE")]
    [TestCase("get", "HTTP", "_OTHER", "get", Description = "methods have a case")]
    public void A_span_has_the_method_and_the_address_by_the_conventions(string method, string name, string known, string? original)
    {
        using var listener = Listener(out var spans);
        using (var request = new HttpRequestMessage(new(method), "https://traced.example:8443/v/{pin}/x?mine=1"))
        using (new CallTracing(InAddress("https://traced.example:8443/").Definition).Start(request))
        {
        }

        var span = spans.Single();
        Assert.That((span.OperationName, span.Kind, span.DisplayName), Is.EqualTo(("HTTP", ActivityKind.Client, name)));
        Assert.That(Tags(span), Is.EquivalentTo(new Dictionary<string, object?>
        {
            ["http.request.method"] = known,
            ["http.request.method_original"] = original,
            ["server.address"] = "traced.example",
            ["server.port"] = 8443,
            ["url.full"] = "https://traced.example:8443/v/{pin}/x?*",
            ["url.template"] = "/v/{pin}/x",
        }.Where(static tag => tag.Value is not null)));
    }

    [TestCase("", null, "")]
    [TestCase("?mine=1", null, "?*")]
    [TestCase("", "pin", "?*")]
    public void A_span_says_that_there_is_a_query_where_the_caller_or_a_field_puts_one(string query, string? field, string shown)
    {
        using var listener = Listener(out var spans);
        var options = new CustomOptions { BaseUrl = "https://traced.example/" };
        options.AuthorizationFields.Add(AuthorizationField.PathParam("pin", "1"));
        if (field is not null)
        {
            options.AuthorizationFields.Add(AuthorizationField.QueryString(field, "1"));
        }

        using (var request = new HttpRequestMessage(HttpMethod.Get, "https://traced.example/x" + query))
        using (new CallTracing(new CustomProfile("bank", options).Definition).Start(request))
        {
        }

        Assert.That(spans.Single().GetTagItem("url.full"), Is.EqualTo("https://traced.example/x" + shown));
    }

    [Test]
    public void A_key_in_the_query_of_a_synchronous_send_is_shown_as_a_query_only()
    {
        using var listener = Listener(out var spans);
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, KeyInQuery(), new ManualClock());

        using var response = http.Send(new(HttpMethod.Get, "x"));

        Assert.That(primary.Sent.Single().Address.Query, Is.EqualTo("?key=canary"));
        Assert.That(spans.Single().GetTagItem("url.full"), Is.EqualTo("https://traced.example/x?*"));
        Assert.That(spans.Single().GetTagItem("http.response.status_code"), Is.EqualTo(200));
    }

    [Test]
    public async Task Every_call_has_a_span_that_tells_how_it_ended([Values] bool synchronous)
    {
        using var listener = Listener(out var spans);
        var answers = new Queue<Func<HttpResponseMessage>>([static () => new(HttpStatusCode.OK), static () => new(HttpStatusCode.NotFound), static () => throw new HttpRequestException(HttpRequestError.ConnectionError)]);
        using var primary = new StubPrimary(_ => answers.Dequeue()());
        using var http = Clients.Over(primary, KeyInQuery(), new ManualClock());
        Task<HttpResponseMessage> SendAsync() => synchronous ? Task.FromResult(http.Send(new(HttpMethod.Get, "x"))) : http.GetAsync("x");

        (await SendAsync()).Dispose();
        (await SendAsync()).Dispose();
        Assert.That(async () => await SendAsync(), Throws.TypeOf<HttpRequestException>());

        Assert.That(
            spans.Select(static span => (span.GetTagItem("http.response.status_code"), span.GetTagItem("error.type"), span.Status)),
            Is.EqualTo(new (object?, object?, ActivityStatusCode)[] { (200, null, ActivityStatusCode.Unset), (404, "404", ActivityStatusCode.Error), (null, "connection_error", ActivityStatusCode.Error) }));
    }

    [Test]
    public async Task A_call_whose_address_carries_nothing_has_no_span_of_ours()
    {
        using var listener = Listener(out var spans);
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, new CountingProfile(baseUrl: "https://traced.example/"), new ManualClock());

        (await http.GetAsync("x")).Dispose();
        (await http.GetAsync("x")).Dispose();

        Assert.That(spans, Is.Empty);
    }

    [TestCase(200, "1.1", "1.1", null)]
    [TestCase(399, "1.0", "1.0", null)]
    [TestCase(400, "2.0", "2", "400")]
    [TestCase(503, "3.0", "3", "503")]
    public void An_answer_is_told_with_its_status_and_its_protocol(int status, string version, string shown, string? error)
    {
        using var activity = new Activity("call").Start();
        using var request = new HttpRequestMessage();
        using var response = new HttpResponseMessage((HttpStatusCode)status) { Version = new(version) };
        using var call = new TracedCall(activity, request);

        call.End(response);

        Assert.That(activity.GetTagItem("http.response.status_code"), Is.EqualTo(status));
        Assert.That(activity.GetTagItem("network.protocol.version"), Is.EqualTo(shown));
        Assert.That(activity.GetTagItem("error.type"), Is.EqualTo(error));
        Assert.That(activity.Status, Is.EqualTo(error is null ? ActivityStatusCode.Unset : ActivityStatusCode.Error));
    }

    private static IEnumerable<TestCaseData> Errors =>
    [
        new(new OperationCanceledException(), "System.Threading.Tasks.TaskCanceledException"),
        new(new TaskCanceledException(), "System.Threading.Tasks.TaskCanceledException"),
        new(new HttpRequestException(HttpRequestError.NameResolutionError), "name_resolution_error"),
        new(new HttpRequestException(HttpRequestError.ConnectionError), "connection_error"),
        new(new HttpRequestException(HttpRequestError.SecureConnectionError), "secure_connection_error"),
        new(new HttpRequestException(HttpRequestError.ResponseEnded), "response_ended"),
        new(new HttpRequestException(HttpRequestError.InvalidResponse), "System.Net.Http.HttpRequestException"),
        new(new IOException("canary"), "System.IO.IOException"),
    ];

    [TestCaseSource(nameof(Errors))]
    public void An_error_is_told_by_its_kind_and_not_by_its_words(Exception error, string type)
    {
        using var activity = new Activity("call").Start();
        using var request = new HttpRequestMessage();
        using var call = new TracedCall(activity, request);

        call.End(error);

        Assert.That(Tags(activity), Is.EqualTo(new Dictionary<string, object?> { ["error.type"] = type }));
        Assert.That((activity.Status, activity.StatusDescription), Is.EqualTo((ActivityStatusCode.Error, default(string))));
    }

    [Test]
    public void A_request_carries_the_trace_of_its_span_or_else_of_its_caller_while_it_is_sent([Values] bool hasSpan)
    {
        using var callers = new Activity("caller").SetIdFormat(ActivityIdFormat.W3C).Start();
        using var span = new Activity("call").SetIdFormat(ActivityIdFormat.W3C).Start();
        Activity.Current = callers;
        using var request = new HttpRequestMessage();

        using (new TracedCall(hasSpan ? span : null, request))
        {
            Assert.That(request.Headers.GetValues("traceparent"), Is.EqualTo(new[] { hasSpan ? span.Id : callers.Id }));
        }

        Assert.That(request.Headers, Is.Empty);
    }

    [Test]
    public void A_trace_that_the_caller_has_set_stays()
    {
        using var span = new Activity("call").SetIdFormat(ActivityIdFormat.W3C).Start();
        using var request = new HttpRequestMessage { Headers = { { "traceparent", "mine" } } };

        using (new TracedCall(span, request))
        {
            Assert.That(request.Headers.GetValues("traceparent"), Is.EqualTo(new[] { "mine" }));
        }

        Assert.That(request.Headers.GetValues("traceparent"), Is.EqualTo(new[] { "mine" }));
    }

    [Test]
    [NonParallelizable]
    public void A_propagators_line_that_no_header_can_carry_is_left_out()
    {
        var platforms = DistributedContextPropagator.Current;
        try
        {
            DistributedContextPropagator.Current = new Odd();
            using var request = new HttpRequestMessage();

            using (new TracedCall(activity: null, request))
            {
                Assert.That(request.Headers.Select(static header => $"{header.Key}: {string.Join(", ", header.Value)}"), Is.EqualTo(new[] { "x-good: 1" }));
            }

            Assert.That(request.Headers, Is.Empty);
        }
        finally
        {
            DistributedContextPropagator.Current = platforms;
        }
    }

    private static ActivityListener Listener(out List<Activity> spans)
    {
        var stopped = new List<Activity>();
        var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "AuthProfiles",
            Sample = static (ref options) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (Equals(span.GetTagItem("server.address"), "traced.example"))
                {
                    stopped.Add(span);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        spans = stopped;
        return listener;
    }

    private static Dictionary<string, object?> Tags(Activity activity) => activity.TagObjects.ToDictionary(static tag => tag.Key, static tag => tag.Value);

    private static ApiKeyProfile KeyInQuery() => new("weather", new() { BaseUrl = "https://traced.example/", QueryString = "key", Key = "canary" });

    private sealed class Odd : DistributedContextPropagator
    {
        public override IReadOnlyCollection<string> Fields => [];

        public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
        {
            setter!(carrier, "x-good", "1");
            setter(carrier, "x-nothing", null!);
            setter(carrier, "x-forged", "1\r\nx-evil: 1");
            setter(carrier, "no name", "1");
        }

        public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) =>
            (traceId, traceState) = (null, null);

        public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
    }

    private static CustomProfile InAddress(string baseUrl)
    {
        var options = new CustomOptions { BaseUrl = baseUrl };
        options.AdditionalFields.Add(new("pin"));
        options.Inputs["pin"] = "canary";
        options.AuthorizationFields.Add(AuthorizationField.QueryString("pin", "{{pin}}"));
        options.AuthorizationFields.Add(AuthorizationField.PathParam("pin", "{{pin}}"));
        return new("bank", options);
    }
}
