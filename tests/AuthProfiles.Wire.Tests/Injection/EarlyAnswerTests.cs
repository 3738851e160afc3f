using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AuthProfiles.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Injection;

/// <summary>Over HTTP/2 the answer may be there while the body is still on its way.</summary>
public sealed class EarlyAnswerTests
{
    [TestCaseSource(typeof(Bodies), nameof(Bodies.Resendable))]
    [CancelAfter(120_000)]
    public async Task An_early_401_leads_to_the_whole_body_again_or_back_to_the_caller(Func<HttpContent> body, CancellationToken cancellation)
    {
        var whole = new ConcurrentQueue<string>();
        await using var service = await StartAsync(whole);
        await using var app = Authorized(service, CredentialField.Header("Authorization", "Bearer t"));
        var expected = await Bodies.HashAsync(body());

        using var response = await Http2(app).PostAsync("items", body(), cancellation);

        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.AnyOf(HttpStatusCode.OK, HttpStatusCode.Unauthorized));
            Assert.That(whole, response.StatusCode == HttpStatusCode.OK ? Is.EqualTo(new[] { expected }) : Is.Empty);
        });
    }

    // The platform lets only contents of other types than its own be overtaken by their answer; a body with a secret in it is one.
    [TestCase(401)]
    [TestCase(503)]
    [CancelAfter(120_000)]
    public async Task A_stream_that_is_still_being_read_is_not_read_twice_at_once(int refusal, CancellationToken cancellation)
    {
        var whole = new ConcurrentQueue<string>();
        var bytes = Bodies.Bytes(1, 2_000_000);
        await using var stream = new PausingStream(bytes);
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var attempts = 0;
        await using var service = await WireServer.StartAsync(
            async context =>
            {
                if (Interlocked.Increment(ref attempts) == 1)
                {
                    await stream.Pauses.WaitAsync(cancellation);

                    // The answer is whole, and the body is still welcome.
                    context.Response.StatusCode = refusal;
                    await context.Response.CompleteAsync();
                    await over.Task.WaitAsync(cancellation);
                    return;
                }

                await stream.GoOnAsync(cancellation);
                whole.Enqueue(await Bodies.HashAsync(context.Request.Body, context.RequestAborted));
            },
            HttpProtocols.Http2);
        await using var app = Authorized(
            service,
            CredentialField.Payload("pin", "1234"),
            client => client.AddResilience(options => options.BaseDelay = TimeSpan.Zero));
        var expected = await Bodies.HashAsync(Parts(new StringContent("1234") { Headers = { ContentType = null } }, "pin", bytes));

        using var response = await Http2(app).PutAsync("items", new MultipartFormDataContent("b0undary") { { new StreamContent(stream), "a" } }, cancellation);
        over.SetResult();
        await stream.GoOnAsync(cancellation);

        Assert.Multiple(() =>
        {
            Assert.That((int)response.StatusCode, Is.AnyOf(200, refusal));
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

    // Refuses the first request before it has read anything, and reads the rest whole.
    private static Task<WireServer> StartAsync(ConcurrentQueue<string> whole)
    {
        var requests = 0;
        return WireServer.StartAsync(
            async context =>
            {
                if (Interlocked.Increment(ref requests) == 1)
                {
                    context.Response.StatusCode = 401;
                    return;
                }

                whole.Enqueue(await Bodies.HashAsync(context.Request.Body, context.RequestAborted));
            },
            HttpProtocols.Http2);
    }

    private static App Authorized(WireServer service, CredentialField field, Action<IHttpClientBuilder>? client = null) =>
        new(
            profiles => profiles.AddDelegate(App.Profile, options =>
            {
                options.BaseUrl = service.Address.AbsoluteUri;
                options.Acquire = (_, _) => new(new Credential([field]));
            }),
            client);

    private static HttpClient Http2(App app)
    {
        var client = app.CreateClient();
        client.DefaultRequestVersion = HttpVersion.Version20;
        client.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        return client;
    }

    private static MultipartFormDataContent Parts(HttpContent secret, string name, byte[] bytes)
    {
        secret.Headers.Add("Content-Disposition", $"form-data; name=\"{name}\"");
        return new("b0undary") { secret, { new ByteArrayContent(bytes), "a" } };
    }
}
