using System.Net;
using System.Text;
using AuthProfiles.Infrastructure;

namespace AuthProfiles.Resilience;

public sealed class RetryTests
{
    [TestCaseSource(nameof(Places))]
    [CancelAfter(60_000)]
    public async Task Each_attempt_carries_the_secret_once(object kind, CancellationToken cancellation)
    {
        var place = (SecretPlace)kind;
        var attempts = 0;
        await using var service = new RawServer(_ => ++attempts < 4 ? "HTTP/1.1 503 Later\r\nContent-Length: 0\r\n\r\n" : RawServer.Ok);
        await using var app = new App(
            profiles => place.Declare(profiles, service.Address.AbsoluteUri),
            client => client.AddResilience(options => options.BaseDelay = TimeSpan.Zero));

        using var response = await app.CreateClient().SendAsync(place.Request(HttpMethod.Put), cancellation);

        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(service.Requests, Has.Count.EqualTo(4));
            Assert.That(service.Requests.Select(request => request.Text.Split(SecretPlace.Secret).Length - 1), Has.All.EqualTo(1));
            Assert.That(service.Requests.Select(request => request.Text).Distinct(), Has.Exactly(1).Items);
        });
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task After_a_401_between_two_failures_the_attempts_carry_the_renewed_token_alone(CancellationToken cancellation)
    {
        string[] answers = ["503", "401", "503", "200"];
        var issued = 0;
        var calls = 0;
        await using var service = new RawServer(request =>
        {
            if (request.Line.Contains("/token ", StringComparison.Ordinal))
            {
                var answer = $$"""{"access_token":"t{{++issued}}","token_type":"Bearer","expires_in":3600}""";
                return $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {answer.Length}\r\n\r\n{answer}";
            }

            return $"HTTP/1.1 {answers[calls++]} Answer\r\nContent-Length: 0\r\n\r\n";
        });
        await using var app = App.WithClientCredentials(service.Address, client => client.AddResilience(options => options.BaseDelay = TimeSpan.Zero));
        const string Body = """{"a":1}""";

        using var response = await app.CreateClient().PutAsync("items", new StringContent(Body, Encoding.UTF8, "application/json"), cancellation);

        var sent = service.Requests.Where(request => request.Line.StartsWith("PUT", StringComparison.Ordinal)).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(sent.Select(request => string.Join('|', request.HeaderLines("Authorization"))), Is.EqualTo(new[]
            {
                "Authorization: Bearer t1", "Authorization: Bearer t1", "Authorization: Bearer t2", "Authorization: Bearer t2",
            }));
            Assert.That(sent.Select(request => Encoding.UTF8.GetString(request.Body)), Has.All.EqualTo(Body));
        });
    }

    [TestCaseSource(typeof(Bodies), nameof(Bodies.Resendable))]
    [CancelAfter(60_000)]
    public async Task A_body_comes_whole_with_each_attempt(Func<HttpContent> body, CancellationToken cancellation)
    {
        var attempts = 0;
        await using var service = new RawServer(_ => ++attempts == 1 ? "HTTP/1.1 503 Later\r\nContent-Length: 0\r\n\r\n" : RawServer.Ok);
        await using var app = new App(
            profiles => SecretPlace.All[0].Declare(profiles, service.Address.AbsoluteUri),
            client => client.AddResilience(options => options.BaseDelay = TimeSpan.Zero));
        var expected = await Bodies.HashAsync(body());

        using var response = await app.CreateClient().PutAsync("items", body(), cancellation);

        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(service.Requests.Select(request => Bodies.Hash(request.Body)), Is.EqualTo(new[] { expected, expected }));
        });
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task A_broken_connection_is_tried_again_with_the_secret_once(CancellationToken cancellation)
    {
        var attempts = 0;
        await using var service = new RawServer((_, stream, token) =>
        {
            if (++attempts == 1)
            {
                throw new IOException("The connection breaks.");
            }

            return stream.WriteAsync(Encoding.ASCII.GetBytes(RawServer.Ok), token).AsTask();
        });
        await using var app = new App(
            profiles => SecretPlace.All[1].Declare(profiles, service.Address.AbsoluteUri),
            client => client.AddResilience(options => options.BaseDelay = TimeSpan.Zero));

        using var response = await app.CreateClient().GetAsync("items", cancellation);

        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(service.Requests.Select(request => string.Join('|', request.HeaderLines("api-key"))), Has.All.EqualTo($"api-key: {SecretPlace.Secret}"));
        });
    }

    private static IEnumerable<TestCaseData> Places() => SecretPlace.All.Select(place => new TestCaseData(place) { TestName = $"{{m}}({place})" });
}
