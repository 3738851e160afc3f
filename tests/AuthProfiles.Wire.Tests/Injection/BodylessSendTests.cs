using System.Net;
using AuthProfiles.Infrastructure;

namespace AuthProfiles.Injection;

/// <summary>The platform sends a request without a body again by itself where its connection was closed without an answer.</summary>
[CancelAfter(60_000)]
public sealed class BodylessSendTests
{
    [TestCase("POST", false, 1)]
    [TestCase("PATCH", false, 1)]
    [TestCase("PUT", true, 1)]
    [TestCase("DELETE", true, 1)]
    public async Task What_is_not_idempotent_is_sent_once(string method, bool isDenied, int sent)
    {
        await using var service = new RawServer(static (_, _, _) => throw new IOException("Closed without an answer."));
        await using var app = new App(profiles => SecretPlace.All[1].Declare(profiles, service.Address.AbsoluteUri));
        using var request = new HttpRequestMessage(new(method), "items");
        _ = isDenied ? request.NotIdempotent() : request;

        await Assert.CatchAsync<HttpRequestException>(() => app.CreateClient().SendAsync(request));

        Assert.That(service.Requests, Has.Count.EqualTo(sent));
        Assert.That(service.Requests[0].Headers.Where(static line => line.StartsWith("Content", StringComparison.OrdinalIgnoreCase)), Is.EqualTo(new[] { "Content-Length: 0" }));
        Assert.That(request.Content, Is.Null, "the request is as it was");
    }

    [Test]
    public async Task An_answered_request_has_no_body_afterwards_either()
    {
        await using var service = new RawServer(static _ => RawServer.Ok);
        await using var app = new App(profiles => SecretPlace.All[1].Declare(profiles, service.Address.AbsoluteUri));
        using var request = new HttpRequestMessage(HttpMethod.Post, "items");

        using var response = await app.CreateClient().SendAsync(request);

        Assert.That((response.StatusCode, request.Content, response.RequestMessage!.Content), Is.EqualTo((HttpStatusCode.OK, (HttpContent?)null, (HttpContent?)null)));
        Assert.That(service.Requests.Single().Header("Content-Length"), Is.EqualTo("0"));
    }
}
