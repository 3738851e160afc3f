using System.Net;
using System.Text;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.AzureOpenAI.Tests.DependencyInjection;

/// <summary>A completion costs money: what is sent again, and after which wait, counted where the requests arrive.</summary>
internal sealed class RepetitionTests
{
    private const string InTwoSeconds = "Tue, 01 Jan 2030 00:00:02 GMT";
    private const string InTwoMinutes = "Tue, 01 Jan 2030 00:02:00 GMT";

    [TestCase(429, "retry-after-ms", "700", 700)]
    [TestCase(429, "x-ms-retry-after-ms", "700", 700)]
    [TestCase(429, "Retry-After", "2", 2000)]
    [TestCase(429, "Retry-After", InTwoSeconds, 2000)]
    [TestCase(429, "Retry-After", "60", 60_000)]
    [TestCase(503, "retry-after-ms", "700", 700)]
    [TestCase(503, "x-ms-retry-after-ms", "700", 700)]
    [TestCase(503, "Retry-After", "2", 2000)]
    [TestCase(503, "Retry-After", InTwoSeconds, 2000)]
    public async Task What_the_service_asks_to_send_later_is_sent_once_more_and_not_before(int status, string header, string value, int milliseconds)
    {
        using var run = new Run(Refusal(status, (header, value)), Success());
        await run.WarmAsync();
        var chat = run.Client.CompleteChatAsync(new ChatRequest("x"));
        run.Clock.Advance(TimeSpan.FromMilliseconds(milliseconds - 1));
        Assert.That(run.Sent, Is.EqualTo(1));
        await run.AdvanceUntilAsync(chat);
        Assert.That(((await chat).Text, run.Sent), Is.EqualTo(("Hi", 2)));
    }

    [TestCase(429, "Retry-After", "61", 61)]
    [TestCase(429, "Retry-After", "86400", 86400)]
    [TestCase(429, "Retry-After", "99999999999999", 86400)]
    [TestCase(429, "Retry-After", InTwoMinutes, 120)]
    [TestCase(429, "retry-after-ms", "60001", 60.001)]
    [TestCase(429, "x-ms-retry-after-ms", "60001", 60.001)]
    [TestCase(503, "Retry-After", "61", 61)]
    [TestCase(503, "retry-after-ms", "60001", 60.001)]
    public async Task A_wait_beyond_a_minute_fails_at_once_and_tells_the_wait(int status, string header, string value, double seconds)
    {
        var error = await FailAsync(Refusal(status, (header, value)));
        Assert.That(error.RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(seconds)));
    }

    [Test]
    public async Task The_finest_header_decides_whether_and_when()
    {
        using var run = new Run(Refusal(429, ("Retry-After", "86400"), ("x-ms-retry-after-ms", "90000"), ("retry-after-ms", "500")), Success());
        await run.WarmAsync();
        var chat = run.Client.CompleteChatAsync(new ChatRequest("x"));
        await run.AdvanceUntilAsync(chat);
        Assert.That(((await chat).Text, run.Sent), Is.EqualTo(("Hi", 2)));

        var error = await FailAsync(Refusal(429, ("Retry-After", "1"), ("x-ms-retry-after-ms", "90000")));
        Assert.That(error.RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(90)));
    }

    [TestCase(400)]
    [TestCase(403)]
    [TestCase(404)]
    [TestCase(408)]
    [TestCase(409)]
    [TestCase(429)]
    [TestCase(500)]
    [TestCase(502)]
    [TestCase(503)]
    [TestCase(504)]
    public async Task Without_a_wait_nothing_is_sent_again(int status) => Assert.That((await FailAsync(Refusal(status))).StatusCode, Is.EqualTo(status));

    [TestCase(408)]
    [TestCase(409)]
    [TestCase(500)]
    [TestCase(502)]
    [TestCase(504)]
    public async Task A_wait_does_not_make_another_status_safe(int status) =>
        Assert.That((await FailAsync(Refusal(status, ("Retry-After", "1"), ("retry-after-ms", "10")))).RetryAfter, Is.EqualTo(TimeSpan.FromMilliseconds(10)));

    [TestCase("soon")]
    [TestCase("-1")]
    [TestCase("NaN")]
    public async Task A_wait_that_nobody_can_read_is_none(string value) => Assert.That((await FailAsync(Refusal(429, ("Retry-After", value)))).RetryAfter, Is.Null);

    [TestCase("Retry-After", "1", "2")]
    [TestCase("Retry-After", "1", "1")]
    [TestCase("retry-after-ms", "10", "20")]
    public async Task A_wait_that_is_told_twice_is_none(string header, string first, string second) =>
        Assert.That((await FailAsync(Refusal(429, (header, first), (header, second)))).RetryAfter, Is.Null);

    [Test]
    public async Task Of_two_dates_the_first_decides_and_is_told() =>
        Assert.That((await FailAsync(Refusal(429, ("Retry-After", InTwoMinutes), ("Retry-After", InTwoSeconds)))).RetryAfter, Is.EqualTo(TimeSpan.FromMinutes(2)));

    [Test]
    public async Task A_connection_never_made_is_tried_again()
    {
        using var run = new Run(() => throw new HttpRequestException(HttpRequestError.ConnectionError), Success());
        await run.WarmAsync();
        var chat = run.Client.CompleteChatAsync(new ChatRequest("x"));
        await run.AdvanceUntilAsync(chat);
        Assert.That(((await chat).Text, run.Sent), Is.EqualTo(("Hi", 2)));
    }

    [Test]
    public async Task A_connection_that_broke_may_have_cost_money_already()
    {
        using var run = new Run(() => throw new HttpRequestException(HttpRequestError.ResponseEnded), Success());
        await run.WarmAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => run.Client.CompleteChatAsync(new ChatRequest("x")));
        Assert.That(run.Sent, Is.EqualTo(1));
    }

    [Test]
    public async Task It_is_sent_4_times_at_most()
    {
        using var run = new Run([.. Enumerable.Repeat(Refusal(429, ("retry-after-ms", "10")), 9)]);
        await run.WarmAsync();
        var chat = run.Client.CompleteChatAsync(new ChatRequest("x"));
        await run.AdvanceUntilAsync(chat);
        var error = await Assert.ThrowsAsync<AzureOpenAIException>(() => chat);
        Assert.That((error!.Kind, run.Sent), Is.EqualTo((AzureOpenAIErrorKind.RateLimited, 4)));
    }

    [Test]
    public async Task Every_attempt_sends_the_whole_body()
    {
        using var run = new Run(Refusal(429, ("retry-after-ms", "10")), Success());
        await run.WarmAsync();
        var chat = run.Client.CompleteChatAsync(new ChatRequest("once more"));
        await run.AdvanceUntilAsync(chat);
        Assert.That(run.Bodies.Distinct().Single(), Does.Contain("once more"));
    }

    [Test]
    public async Task Every_attempt_of_a_call_has_its_id_and_the_next_call_another()
    {
        using var run = new Run(Refusal(429, ("retry-after-ms", "10")), Refusal(503, ("retry-after-ms", "10")), Success(), Success());
        await run.WarmAsync();
        var chat = run.Client.CompleteChatAsync(new ChatRequest("x"));
        await run.AdvanceUntilAsync(chat);
        var first = (await chat).ClientRequestId;
        var second = (await run.Client.CompleteChatAsync(new ChatRequest("x"))).ClientRequestId;
        Assert.That(run.Ids, Is.EqualTo(new[] { first, first, first, second }));
        Assert.That((Guid.TryParseExact(first, "D", out _), first == second), Is.EqualTo((true, false)));
    }

    private static async Task<AzureOpenAIException> FailAsync(Func<HttpResponseMessage> answer)
    {
        using var run = new Run(answer, Success());
        await run.WarmAsync();
        var chat = run.Client.CompleteChatAsync(new ChatRequest("x"));
        await run.AdvanceUntilAsync(chat);
        var error = await Assert.ThrowsAsync<AzureOpenAIException>(() => chat);
        Assert.That(run.Sent, Is.EqualTo(1));
        return error!;
    }

    private static Func<HttpResponseMessage> Success() => () => new(HttpStatusCode.OK) { Content = new StringContent(ServiceStub.Chat, Encoding.UTF8, "application/json") };

    private static Func<HttpResponseMessage> Refusal(int status, params (string Name, string Value)[] headers) => () =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent("{}") };
        foreach (var (name, value) in headers)
        {
#pragma warning disable RS0030 // A service may answer with a header that the platform would not write.
            response.Headers.TryAddWithoutValidation(name, value);
#pragma warning restore RS0030
        }

        return response;
    };

    /// <summary>An application on a clock that stands still, and a service that answers by turns.</summary>
    private sealed class Run : IDisposable
    {
        private readonly Application _application = new(("Endpoint", "contoso.openai.azure.com"), ("ApiKey", "k"), ("ChatDeployment", "gpt-4o-mini"));

        public Run(params Func<HttpResponseMessage>[] answers)
        {
            _application.Services.AddSingleton<TimeProvider>(Clock);
            _application.Services.AddAzureOpenAI("assistant").HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => new Turns(this, answers));
        }

        public TestClock Clock { get; } = new();

        public List<string> Bodies { get; } = [];

        public List<string> Ids { get; } = [];

        public int Sent => Bodies.Count;

        public AzureOpenAIClient Client => _application.Client;

        /// <summary>Sends something else first, so that the key is there and nothing but the repetition makes a call wait.</summary>
        public async Task WarmAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "openai/v1/models");
            using var response = await Client.SendAsync(request);
        }

        /// <summary>Lets time pass in small steps, two minutes at most, until the call has ended.</summary>
        public async Task AdvanceUntilAsync(Task call)
        {
            for (var step = 0; step < 1_000_000 && !call.IsCompleted; step++)
            {
                if (step < 1200)
                {
                    Clock.Advance(TimeSpan.FromMilliseconds(100));
                }

                await Task.Yield();
            }
        }

        public void Dispose() => _application.Dispose();

        private sealed class Turns(Run run, Func<HttpResponseMessage>[] answers) : HttpMessageHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                if (request.Method == HttpMethod.Get)
                {
                    return new(HttpStatusCode.OK) { RequestMessage = request };
                }

                run.Ids.AddRange(request.Headers.GetValues("x-ms-client-request-id"));
                run.Bodies.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
                var response = answers[run.Bodies.Count - 1]();
                response.RequestMessage = request;
                return response;
            }
        }
    }
}
