using System.Net;
using AuthProfiles.Infrastructure;
using Microsoft.AspNetCore.Http;

namespace AuthProfiles.Injection;

public sealed class SynchronousSendTests
{
    [TestCaseSource(nameof(Places))]
    [CancelAfter(60_000)]
    public async Task A_key_goes_with_a_synchronous_send(object kind, CancellationToken cancellation)
    {
        var place = (SecretPlace)kind;
        await using var service = new RawServer(_ => RawServer.Ok);
        await using var app = new App(profiles => place.Declare(profiles, service.Address.AbsoluteUri));

        using var response = app.CreateClient().Send(place.Request(), cancellation);

        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(service.Requests.Single().Text, Does.Contain(SecretPlace.Secret));
            Assert.That(response.RequestMessage!.RequestUri!.AbsoluteUri, Does.Not.Contain(SecretPlace.Secret));
        });
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Without_a_token_at_hand_nothing_is_sent_and_with_one_it_is(CancellationToken cancellation)
    {
        var calls = 0;
        var tokens = new TokenService();
        await using var service = await WireServer.StartAsync(tokens.Beside(context =>
        {
            Interlocked.Increment(ref calls);
            context.Response.StatusCode = context.Request.Headers.Authorization == "Bearer t1" ? 200 : 401;
            return Task.CompletedTask;
        }));
        await using var app = App.WithClientCredentials(service.Address);
        var client = app.CreateClient();

        Assert.Throws<NotSupportedException>(() => client.Send(new(HttpMethod.Get, "items"), cancellation));
        Assert.That((tokens.Requests, calls), Is.EqualTo((0, 0)));

        (await client.GetAsync("items", cancellation)).Dispose();
        using var warm = client.Send(new(HttpMethod.Get, "items"), cancellation);

        Assert.That((warm.StatusCode, tokens.Requests, calls), Is.EqualTo((HttpStatusCode.OK, 1, 2)));
    }

    private static IEnumerable<TestCaseData> Places() => SecretPlace.All.Select(place => new TestCaseData(place) { TestName = $"{{m}}({place})" });
}
