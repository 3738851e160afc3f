using System.Globalization;
using System.Net;
using AuthProfiles.Resilience;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Resilience;

[CancelAfter(30_000)]
internal sealed class ResilienceHandlerTests
{
    private static readonly string[] Idempotent = ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"];
    private static readonly string[] Others = ["POST", "PATCH", "CONNECT", "QUERY"];

    private static readonly string[] AnyMethodFailures =
        ["no-name", "no-connection", "no-proxy", "429 1", "429 60", "429 ms:1500", "503 1", "503 0", "503 Mon, 04 May 2026 12:00:30 GMT"];

    private static readonly string[] IdempotentFailures =
        ["408", "500", "502", "503", "504", "500 2", "ended", "protocol", "reset", "unknown", "body-ended", "connect-timeout", "hang", "503 soon"];

    private static readonly string[] NeverFailures =
    [
        "200", "204", "301", "400", "401", "403", "404", "409", "413", "422", "501", "505", "302 1", "413 1",
        "429", "429 61", "429 86400", "429 99999999999", "429 ms:60001", "503 61", "503 99999999999", "500 61", "503 Mon, 04 May 2026 12:01:01 GMT",
        "tls", "refused-content", "judged", "authorization", "program", "foreign-cancel",
    ];

    public static IEnumerable<object[]> Table()
    {
        foreach (var method in Idempotent.Concat(Others))
        {
            foreach (var failure in AnyMethodFailures)
            {
                yield return [method, failure, 4];
            }

            foreach (var failure in IdempotentFailures)
            {
                yield return [method, failure, Idempotent.Contains(method) ? 4 : 1];
            }

            foreach (var failure in NeverFailures)
            {
                yield return [method, failure, 1];
            }
        }
    }

    [TestCaseSource(nameof(Table))]
    public async Task A_failure_is_sent_again_as_often_as_method_and_kind_allow(string method, string failure, int sent)
    {
        var time = new ManualTime();
        var stub = new Stub(time, failure);

        await SendAsync(time, stub, new(new(method), "https://api.example/"));

        Assert.That(stub.Calls, Has.Count.EqualTo(sent));
    }

    [TestCase("no-name")]
    [TestCase("503 1")]
    [TestCase("500")]
    public async Task What_succeeds_on_the_second_attempt_is_a_success(string failure)
    {
        var time = new ManualTime();
        var stub = new Stub(time, failure, "200");

        var (response, error) = await SendAsync(time, stub, new(HttpMethod.Get, "https://api.example/"));

        Assert.That(error, Is.Null);
        Assert.That(response!.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(stub.Calls, Has.Count.EqualTo(2));
    }

    [TestCase(0, 1)]
    [TestCase(1, 2)]
    [TestCase(10, 11)]
    public async Task The_number_of_retries_is_an_option(int retries, int sent)
    {
        var time = new ManualTime();
        var stub = new Stub(time, "503");

        await SendAsync(time, stub, new(HttpMethod.Get, "https://api.example/"), new() { MaxRetries = retries });

        Assert.That(stub.Calls, Has.Count.EqualTo(sent));
    }

    [Test]
    public async Task The_last_answer_goes_back_alive_and_those_before_it_are_disposed()
    {
        var time = new ManualTime();
        var stub = new Stub(time, "503");

        var (response, _) = await SendAsync(time, stub, new(HttpMethod.Get, "https://api.example/"));

        Assert.That(response, Is.SameAs(stub.Responses[^1]));
        Assert.That(
            stub.Responses.Select(static answer => ((Stub.DisposalContent)answer.Content).IsDisposed),
            Is.EqualTo(new[] { true, true, true, false }));
    }

    [Test]
    public async Task An_answer_is_disposed_before_the_next_attempt_waits()
    {
        var time = new ManualTime();
        var stub = new Stub(time, "503 10", "200");
        using var invoker = Invoker(time, stub);

        var sending = invoker.SendAsync(new(HttpMethod.Get, "https://api.example/"), default);

        Assert.That(sending.IsCompleted, Is.False);
        Assert.That(((Stub.DisposalContent)stub.Responses[0].Content).IsDisposed, Is.True);
        await time.RunAsync(sending);
    }

    [Test]
    public async Task A_wait_is_random_below_a_bound_that_doubles()
    {
        var time = new ManualTime();
        var stub = new Stub(time, "500");
        var random = new Queue<double>([0.5, 0.25, 0.999]);

        await SendAsync(time, stub, new(HttpMethod.Get, "https://api.example/"), random: random.Dequeue);

        Assert.That(Waits(stub), Is.EqualTo(new[] { 0.5, 0.5, 3.996 }));
    }

    [Test]
    public async Task A_wait_never_exceeds_30_seconds_unless_the_service_asks_for_more()
    {
        var time = new ManualTime();
        var stub = new Stub(time, "500", "500", "500", "503 45", "500");

        await SendAsync(time, stub, new(HttpMethod.Get, "https://api.example/"), new() { MaxRetries = 4, BaseDelay = TimeSpan.FromSeconds(20) }, static () => 1);

        Assert.That(Waits(stub), Is.EqualTo(new[] { 20d, 30, 30, 45 }));
    }

    [TestCase("503 7", 7)]
    [TestCase("429 60", 60)]
    [TestCase("429 ms:1500", 1.5)]
    [TestCase("503 Mon, 04 May 2026 12:00:30 GMT", 30)]
    [TestCase("503 Mon, 04 May 2026 11:00:00 GMT", 0.1)]
    [TestCase("503 0", 0.1)]
    [TestCase("500 3", 3)]
    public async Task The_service_says_how_long_to_wait_and_never_less(string failure, double seconds)
    {
        var time = new ManualTime();
        var stub = new Stub(time, failure, "200");

        await SendAsync(time, stub, new(HttpMethod.Get, "https://api.example/"), random: static () => 0.1);

        Assert.That(Waits(stub), Is.EqualTo(new[] { seconds }));
    }

    [Test]
    public void Milliseconds_go_before_seconds()
    {
        var time = new ManualTime();
        var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        response.Headers.Add("Retry-After", "2");
        response.Headers.Add("x-ms-retry-after-ms", "1700");

        Assert.That(RetryAfter.Of(response, time), Is.EqualTo(TimeSpan.FromMilliseconds(1700)));
        response.Headers.Add("retry-after-ms", "1600");
        Assert.That(RetryAfter.Of(response, time), Is.EqualTo(TimeSpan.FromMilliseconds(1600)));
    }

    [TestCase("GET", 4)]
    [TestCase("POST", 1)]
    public async Task An_attempt_that_takes_too_long_ends_as_a_network_error_with_a_timeout_inside(string method, int sent)
    {
        var time = new ManualTime();
        var stub = new Stub(time, "hang");

        var (_, error) = await SendAsync(time, stub, new(new(method), "https://api.example/"), new() { AttemptTimeout = TimeSpan.FromSeconds(5), BaseDelay = TimeSpan.Zero });

        Assert.That(error, Is.TypeOf<HttpRequestException>().With.InnerException.TypeOf<TimeoutException>());
        Assert.That(error!.ToString(), Does.Not.Contain("Polly."));
        Assert.That(stub.Calls, Has.Count.EqualTo(sent));
        Assert.That(time.GetUtcNow() - ManualTime.Start, Is.EqualTo(TimeSpan.FromSeconds(5 * sent)));
    }

    [TestCase(90)]
    [TestCase(2)]
    public async Task One_request_may_have_another_time_for_its_attempts(int seconds)
    {
        var time = new ManualTime();
        var stub = new Stub(time, "hang");
        var request = new HttpRequestMessage(HttpMethod.Post, "https://api.example/").WithAttemptTimeout(TimeSpan.FromSeconds(seconds));

        var (_, error) = await SendAsync(time, stub, request);

        Assert.That(error, Is.TypeOf<HttpRequestException>().With.Message.Contains(TimeSpan.FromSeconds(seconds).ToString()));
        Assert.That(time.GetUtcNow() - ManualTime.Start, Is.EqualTo(TimeSpan.FromSeconds(seconds)));
    }

    [TestCase(0.05)]
    [TestCase(3601)]
    public void A_time_for_attempts_that_is_none_is_refused(double seconds)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.example/");

        Assert.That(() => request.WithAttemptTimeout(TimeSpan.FromSeconds(seconds)), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public async Task A_timeout_below_us_ends_as_ours_does()
    {
        var time = new ManualTime();

        var (_, error) = await SendAsync(time, new Stub(time, "connect-timeout"), new(HttpMethod.Post, "https://api.example/"));

        Assert.That(error, Is.TypeOf<HttpRequestException>().With.InnerException.TypeOf<TimeoutException>());
    }

    [Test]
    public async Task A_failure_that_stays_comes_back_as_it_was()
    {
        var time = new ManualTime();

        var (_, error) = await SendAsync(time, new Stub(time, "no-name"), new(HttpMethod.Get, "https://api.example/"));

        Assert.That(((HttpRequestException)error!).HttpRequestError, Is.EqualTo(HttpRequestError.NameResolutionError));
    }

    [Test]
    public async Task The_callers_cancellation_during_an_attempt_stays_theirs()
    {
        var time = new ManualTime();
        var stub = new Stub(time, "hang");
        using var cancellation = new CancellationTokenSource();
        using var invoker = Invoker(time, stub);

        var sending = invoker.SendAsync(new(HttpMethod.Get, "https://api.example/"), cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThatAsync(() => sending, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(stub.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_callers_cancellation_during_a_wait_ends_it()
    {
        var time = new ManualTime();
        var stub = new Stub(time, "503 30");
        using var cancellation = new CancellationTokenSource();
        using var invoker = Invoker(time, stub);

        var sending = invoker.SendAsync(new(HttpMethod.Get, "https://api.example/"), cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThatAsync(() => sending, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(stub.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_caller_who_has_gone_gets_no_second_attempt()
    {
        var time = new ManualTime();
        using var cancellation = new CancellationTokenSource();
        var stub = new Stub(time, "ended") { OnCall = cancellation.Cancel };
        using var invoker = Invoker(time, stub);

        await Assert.ThatAsync(
            () => invoker.SendAsync(new(HttpMethod.Get, "https://api.example/"), cancellation.Token), Throws.InstanceOf<HttpRequestException>());
        Assert.That(stub.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_body_is_the_same_each_time()
    {
        var time = new ManualTime();
        var stub = new Stub(time, "503 1");
        var request = new HttpRequestMessage(HttpMethod.Post, "https://api.example/") { Content = new StreamContent(new MemoryStream("payload"u8.ToArray())) };

        await SendAsync(time, stub, request);

        Assert.That(stub.Bodies, Is.EqualTo(Enumerable.Repeat("payload", 4)));
    }

    [TestCase("503 1")]
    [TestCase("no-name")]
    [TestCase("reset")]
    public async Task A_body_that_can_not_be_sent_again_is_sent_once(string failure)
    {
        var time = new ManualTime();
        var stub = new Stub(time, failure);
        var request = new HttpRequestMessage(HttpMethod.Put, "https://api.example/") { Content = new StreamContent(new ForwardStream("payload"u8.ToArray())) };

        await SendAsync(time, stub, request);

        Assert.That(stub.Bodies, Is.EqualTo(new[] { "payload" }));
    }

    [Test]
    public void A_synchronous_send_is_not_repeated()
    {
        var time = new ManualTime();
        var stub = new Stub(time, "503");
        using var invoker = Invoker(time, stub);

        using var response = invoker.Send(new(HttpMethod.Get, "https://api.example/"), default);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(stub.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_second_one_on_the_same_client_is_refused_and_nothing_is_sent()
    {
        var time = new ManualTime();
        var stub = new Stub(time, "200");
        var inner = new ResilienceHandler("weather", new(), time) { InnerHandler = stub };
        using var invoker = new HttpMessageInvoker(new ResilienceHandler("weather", new(), time) { InnerHandler = new PassThrough { InnerHandler = inner } });

        await Assert.ThatAsync(
            () => invoker.SendAsync(new(HttpMethod.Get, "https://api.example/"), default),
            Throws.TypeOf<AuthorizationException>().With.Message.Contains("'weather'").And.Property("Kind").EqualTo(AuthorizationErrorKind.Configuration));
        Assert.That(stub.Calls, Is.Empty);
    }

    [Test]
    public async Task A_warm_success_allocates_no_more_than_216_bytes()
    {
        using var answer = new HttpResponseMessage();
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.example/");
        using var bare = new HttpMessageInvoker(new PassThrough { InnerHandler = new Fixed(answer) });
        using var resilient = new HttpMessageInvoker(new ResilienceHandler("p", new(), TimeProvider.System) { InnerHandler = new Fixed(answer) });

        var without = await BytesAsync(bare, request);
        var with = await BytesAsync(resilient, request);

        Assert.That(with - without, Is.LessThanOrEqualTo(216));
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"+{with - without} bytes"));
    }

    private static async Task<long> BytesAsync(HttpMessageInvoker invoker, HttpRequestMessage request)
    {
        const int Calls = 1000;
        for (var i = 0; i < 200; i++)
        {
            await invoker.SendAsync(request, default);
        }

        // The least of some rounds: tiered compilation may allocate on this thread meanwhile.
        var least = long.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < Calls; i++)
            {
                // As HttpClient does, a source for each call, to which the limit on the attempt is linked.
                using var cancellation = new CancellationTokenSource();
                var sending = invoker.SendAsync(request, cancellation.Token);
                if (!sending.IsCompletedSuccessfully)
                {
                    throw new InvalidOperationException("The stub answers at once.");
                }
            }

            least = Math.Min(least, (GC.GetAllocatedBytesForCurrentThread() - before) / Calls);
        }

        return least;
    }

    private static double[] Waits(Stub stub) => [.. stub.Calls.Zip(stub.Calls.Skip(1), static (first, second) => (second - first).TotalSeconds)];

    private static HttpMessageInvoker Invoker(ManualTime time, Stub stub, ResilienceOptions? options = null, Func<double>? random = null) =>
        new(new ResilienceHandler("p", options ?? new(), time, random ?? new Random(7).NextDouble) { InnerHandler = stub });

    private static async Task<(HttpResponseMessage? Response, Exception? Error)> SendAsync(
        ManualTime time, Stub stub, HttpRequestMessage request, ResilienceOptions? options = null, Func<double>? random = null)
    {
        using var invoker = Invoker(time, stub, options, random);
        var sending = invoker.SendAsync(request, default);
        await time.RunAsync(sending);
        try
        {
            return (await sending, null);
        }
        catch (Exception exception)
        {
            return (null, exception);
        }
    }

    private sealed class PassThrough : DelegatingHandler;

    private sealed class Fixed(HttpResponseMessage answer) : HttpMessageHandler
    {
        private readonly Task<HttpResponseMessage> _answer = Task.FromResult(answer);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => _answer;
    }
}
