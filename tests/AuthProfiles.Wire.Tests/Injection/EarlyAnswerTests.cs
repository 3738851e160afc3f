using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AuthProfiles.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace AuthProfiles.Injection;

/// <summary>Over HTTP/2 the answer may be there while the body is still on its way.</summary>
public sealed class EarlyAnswerTests
{
    [TestCaseSource(typeof(Bodies), nameof(Bodies.Resendable))]
    [CancelAfter(120_000)]
    public async Task An_early_401_leads_to_the_whole_body_again_or_back_to_the_caller(Func<HttpContent> body, CancellationToken cancellation)
    {
        var whole = new ConcurrentQueue<string>();
        await using var service = await StartAsync(whole, () => { });
        await using var app = Authorized(service);
        var expected = await Bodies.HashAsync(body());

        using var response = await Http2(app).PostAsync("items", body(), cancellation);

        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.AnyOf(HttpStatusCode.OK, HttpStatusCode.Unauthorized));
            Assert.That(whole, response.StatusCode == HttpStatusCode.OK ? Is.EqualTo(new[] { expected }) : Is.Empty);
        });
    }

    [TestCase(false)]
    [TestCase(true)]
    [CancelAfter(120_000)]
    public async Task A_stream_that_is_still_being_read_is_not_read_twice_at_once(bool isPart, CancellationToken cancellation)
    {
        var whole = new ConcurrentQueue<string>();
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var service = await StartAsync(whole, () => goOn.TrySetResult());
        await using var app = Authorized(service);
        var bytes = Bodies.Bytes(1);
        var expected = await Bodies.HashAsync(Content(new MemoryStream(bytes), isPart));

        using var response = await Http2(app).PostAsync("items", Content(new PausingStream(bytes, goOn.Task), isPart), cancellation);
        goOn.TrySetResult();

        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.AnyOf(HttpStatusCode.OK, HttpStatusCode.Unauthorized));
            Assert.That(whole, response.StatusCode == HttpStatusCode.OK ? Is.EqualTo(new[] { expected }) : Is.Empty);
        });
    }

    [TestCase(false)]
    [TestCase(true)]
    [CancelAfter(120_000)]
    public async Task A_retry_does_not_read_a_stream_that_is_still_being_read(bool isPart, CancellationToken cancellation)
    {
        var whole = new ConcurrentQueue<string>();
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var attempts = 0;
        await using var service = await WireServer.StartAsync(
            async context =>
            {
                if (Interlocked.Increment(ref attempts) == 1)
                {
                    context.Response.StatusCode = 503;
                    return;
                }

                goOn.TrySetResult();
                whole.Enqueue(await Bodies.HashAsync(context.Request.Body, context.RequestAborted));
            },
            HttpProtocols.Http2);
        await using var app = new App(
            profiles => SecretPlace.All[0].Declare(profiles, service.Address.AbsoluteUri),
            client => client.AddResilience(options => options.BaseDelay = TimeSpan.Zero));
        var bytes = Bodies.Bytes(1);
        var expected = await Bodies.HashAsync(Content(new MemoryStream(bytes), isPart));

        using var response = await Http2(app).PutAsync("items", Content(new PausingStream(bytes, goOn.Task), isPart), cancellation);
        goOn.TrySetResult();

        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.AnyOf(HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable));
            Assert.That(whole, response.StatusCode == HttpStatusCode.OK ? Is.EqualTo(new[] { expected }) : Is.Empty);
        });
    }

    [TestCase(16)]
    [TestCase(3_000_000)]
    [CancelAfter(120_000)]
    public async Task A_body_that_carries_the_secret_comes_whole_after_an_early_401(int length, CancellationToken cancellation)
    {
        var whole = new ConcurrentQueue<(int Length, string? Pin)>();
        var requests = 0;
        await using var service = await WireServer.StartAsync(
            async context =>
            {
                if (Interlocked.Increment(ref requests) == 1)
                {
                    context.Response.StatusCode = 401;
                    return;
                }

                var body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
                whole.Enqueue((((string)body!["a"]!).Length, (string?)body["pin"]));
            },
            HttpProtocols.Http2);
        var acquired = 0;
        await using var app = new App(profiles => profiles.AddDelegate(App.Profile, options =>
        {
            options.BaseUrl = service.Address.AbsoluteUri;
            options.Acquire = (_, _) => new(new Credential([CredentialField.Payload("pin", $"p{Interlocked.Increment(ref acquired)}")]));
        }));
        var filler = new string('x', length);

        using var response = await Http2(app).PostAsync("items", new StringContent($$"""{"a":"{{filler}}"}""", Encoding.UTF8, "application/json"), cancellation);

        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.AnyOf(HttpStatusCode.OK, HttpStatusCode.Unauthorized));
            Assert.That(whole, response.StatusCode == HttpStatusCode.OK ? Is.EqualTo(new[] { (length, "p2") }) : Is.Empty);
        });
    }

    // Refuses the first token before it has read anything, and reads the rest whole.
    private static Task<WireServer> StartAsync(ConcurrentQueue<string> whole, Action secondCame) =>
        WireServer.StartAsync(
            async context =>
            {
                if (context.Request.Headers.Authorization == "Bearer t1")
                {
                    context.Response.StatusCode = 401;
                    return;
                }

                secondCame();
                whole.Enqueue(await Bodies.HashAsync(context.Request.Body, context.RequestAborted));
            },
            HttpProtocols.Http2);

    private static App Authorized(WireServer service)
    {
        var acquired = 0;
        return new(profiles => profiles.AddDelegate(App.Profile, options =>
        {
            options.BaseUrl = service.Address.AbsoluteUri;
            options.Acquire = (_, _) => new(Credential.Bearer($"t{Interlocked.Increment(ref acquired)}"));
        }));
    }

    private static HttpClient Http2(App app)
    {
        var client = app.CreateClient();
        client.DefaultRequestVersion = HttpVersion.Version20;
        client.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        return client;
    }

    private static HttpContent Content(Stream stream, bool isPart) =>
        isPart ? new MultipartFormDataContent("b0undary") { { new StreamContent(stream), "a" } } : new StreamContent(stream);
}
