using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AuthProfiles.Infrastructure;
using Microsoft.AspNetCore.Http;

namespace AuthProfiles.Injection;

public sealed class ResendTests
{
    [TestCaseSource(typeof(Bodies), nameof(Bodies.Resendable))]
    [CancelAfter(60_000)]
    public async Task After_a_401_the_whole_body_goes_again_with_a_new_token(Func<HttpContent> body, CancellationToken cancellation)
    {
        var received = new ConcurrentQueue<(string Authorization, string Body)>();
        var tokens = new TokenService();
        await using var service = await WireServer.StartAsync(tokens.Beside(async context =>
        {
            var authorization = context.Request.Headers.Authorization.ToString();
            received.Enqueue((authorization, await Bodies.HashAsync(context.Request.Body, context.RequestAborted)));
            context.Response.StatusCode = authorization == "Bearer t1" ? 401 : 200;
        }));
        await using var app = App.WithClientCredentials(service.Address);
        var expected = await Bodies.HashAsync(body());

        using var response = await app.CreateClient().PostAsync("items", body(), cancellation);

        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(received, Is.EqualTo(new[] { ("Bearer t1", expected), ("Bearer t2", expected) }));
            Assert.That(response.RequestMessage!.Headers.Authorization, Is.Null);
        });
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task A_stream_that_can_be_read_once_gets_its_401_back_and_the_next_request_a_new_token(CancellationToken cancellation)
    {
        var received = new ConcurrentQueue<string>();
        var tokens = new TokenService();
        await using var service = await WireServer.StartAsync(tokens.Beside(async context =>
        {
            var authorization = context.Request.Headers.Authorization.ToString();
            received.Enqueue($"{authorization} {await Bodies.HashAsync(context.Request.Body, context.RequestAborted)}");
            context.Response.StatusCode = authorization == "Bearer t1" ? 401 : 200;
        }));
        await using var app = App.WithClientCredentials(service.Address);
        var bytes = Bodies.Bytes(1);

        using var refused = await app.CreateClient().PostAsync("items", new StreamContent(new OneShotStream(bytes)), cancellation);
        using var next = await app.CreateClient().PostAsync("items", new StreamContent(new OneShotStream(bytes)), cancellation);

        Assert.Multiple(() =>
        {
            Assert.That((refused.StatusCode, next.StatusCode), Is.EqualTo((HttpStatusCode.Unauthorized, HttpStatusCode.OK)));
            Assert.That(received, Is.EqualTo(new[] { $"Bearer t1 {Bodies.Hash(bytes)}", $"Bearer t2 {Bodies.Hash(bytes)}" }));
            Assert.That(tokens.Requests, Is.EqualTo(2));
        });
    }

    [TestCase("json")]
    [TestCase("stream")]
    [TestCase("form")]
    [TestCase("multipart")]
    [CancelAfter(60_000)]
    public async Task A_renewed_secret_in_the_body_takes_the_place_of_the_refused_one(string kind, CancellationToken cancellation)
    {
        var received = new ConcurrentQueue<string>();
        var acquired = 0;
        await using var service = new RawServer(request =>
        {
            received.Enqueue(Encoding.UTF8.GetString(request.Body));
            return received.Count == 1 ? "HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n" : RawServer.Ok;
        });
        await using var app = new App(profiles => profiles.AddDelegate(App.Profile, options =>
        {
            options.BaseUrl = service.Address.AbsoluteUri;
            options.Acquire = (_, _) => new(new Credential([CredentialField.Payload("pin", $"pin-{Interlocked.Increment(ref acquired)}")]));
        }));
        const string Filler = "0123456789";
        HttpContent content = kind switch
        {
            "json" => new StringContent($$"""{"a":"{{Filler}}"}""", Encoding.UTF8, "application/json"),
            "stream" => new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes($$"""{"a":"{{Filler}}"}"""))) { Headers = { ContentType = new("application/json") } },
            "form" => new FormUrlEncodedContent([new("a", Filler)]),
            _ => new MultipartFormDataContent("b0undary") { { new StringContent(Filler), "a" } },
        };

        using var response = await app.CreateClient().PostAsync("items", content, cancellation);

        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(received.Select(body => (body.Contains(Filler), body.Contains("pin-1"), body.Contains("pin-2"))), Is.EqualTo(new[] { (true, true, false), (true, false, true) }));
            Assert.That(service.Requests.Select(request => request.Header("Content-Length")), Is.EqualTo(received.Select(body => $"{Encoding.UTF8.GetByteCount(body)}")));
            Assert.That(kind is "json" or "stream" ? (string?)JsonNode.Parse(received.Last())!["pin"] : "pin-2", Is.EqualTo("pin-2"));
        });
    }
}
