using System.Net;
using AuthProfiles.Injection;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Injection;

/// <summary>A request that must not go twice has a body that the platform counts as begun.</summary>
public sealed class EmptyBodyTests
{
    [TestCase("POST", "")]
    [TestCase("PATCH", "")]
    [TestCase("GET", null)]
    [TestCase("PUT", null)]
    [TestCase("DELETE", null)]
    public async Task Only_what_is_not_as_good_twice_as_once_gets_it_and_the_caller_never_sees_it(string method, string? body)
    {
        using var primary = new StubPrimary(new Answers(HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.OK).Next);
        using var http = Clients.Over(primary, new CountingProfile(), new ManualClock());
        var ways = new Func<HttpRequestMessage, Task<HttpResponseMessage>>[]
        {
            http.SendAsync, http.SendAsync, request => Task.FromResult(http.Send(request)), http.SendAsync,
        };

        foreach (var send in ways)
        {
            using var request = new HttpRequestMessage(new(method), "https://api.example/x");
            using var response = await send(request);
            Assert.That((response.StatusCode, request.Content), Is.EqualTo((HttpStatusCode.OK, default(HttpContent))));
        }

        // Cold, warm, synchronously, and twice for one that was refused.
        Assert.That(primary.Sent.Select(static sent => sent.Body), Is.EqualTo(Enumerable.Repeat(body, 5)));
    }

    [Test]
    public async Task The_callers_word_that_a_request_goes_twice_as_well_leaves_it_as_it_is()
    {
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, new CountingProfile(), new ManualClock());
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.example/x") { Headers = { { "Idempotency-Key", "1" } } };

        using var response = await http.SendAsync(request);

        Assert.That(primary.Sent.Single().Body, Is.Null);
    }

    [Test]
    public void Another_body_is_neither_replaced_nor_taken_off()
    {
        using var callers = new ByteArrayContent([]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.example/x") { Content = callers };

        EmptyBody.Put(request);
        Assert.That(request.Content, Is.SameAs(callers));
        EmptyBody.TakeOff(request);
        Assert.That(request.Content, Is.SameAs(callers));
    }

    private sealed class Answers(params HttpStatusCode[] statuses)
    {
        private int _next;

        public HttpResponseMessage Next(HttpRequestMessage request) => new(statuses[_next++]);
    }
}
