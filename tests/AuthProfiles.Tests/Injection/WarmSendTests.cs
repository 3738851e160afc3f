using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Injection;

/// <summary>The credential is at hand: the way that costs nothing leaves nothing behind either.</summary>
[Category("I2")]
[Category("I3")]
public sealed class WarmSendTests
{
    [Test]
    public async Task A_request_is_clean_when_its_answer_is_there([Values] bool atOnce)
    {
        using var primary = new StubPrimary { Before = atOnce ? null : static async () => await Task.Yield() };
        using var http = await WarmAsync(primary);
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.example/x");

        using var response = await http.SendAsync(request);

        Assert.That(primary.Sent[^1]["Authorization"], Is.EqualTo("Bearer token-1"));
        Assert.That(request.Headers, Is.Empty);
        Assert.That(response.RequestMessage, Is.SameAs(request));
    }

    [Test]
    public async Task A_request_is_clean_when_its_send_fails([Values] bool atOnce)
    {
        using var primary = new Failing(atOnce);
        using var http = await WarmAsync(primary);
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.example/x");
        primary.Fails = true;

        Assert.That(async () => await http.SendAsync(request), Throws.TypeOf<HttpRequestException>());
        Assert.That(primary.SawCredential, Is.True);
        Assert.That(request.Headers, Is.Empty);
    }

    [Test]
    public async Task A_request_is_clean_after_a_synchronous_send([Values] bool fails)
    {
        using var primary = new Failing(atOnce: true);
        using var http = await WarmAsync(primary);
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.example/x");
        primary.Fails = fails;

        Assert.That(() => http.Send(request).Dispose(), fails ? Throws.TypeOf<HttpRequestException>() : Throws.Nothing);
        Assert.That(primary.SawCredential, Is.True);
        Assert.That(request.Headers, Is.Empty);
    }

    private static async Task<HttpClient> WarmAsync(HttpMessageHandler primary)
    {
        var http = Clients.Over(primary, new CountingProfile(), new ManualClock());
        using var first = await http.GetAsync("first");
        return http;
    }

    private sealed class Failing(bool atOnce) : HttpMessageHandler
    {
        public bool Fails { get; set; }

        public bool SawCredential { get; private set; }

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            SawCredential = request.Headers.NonValidated.Contains("Authorization");
            return Fails ? throw new HttpRequestException("cut") : new HttpResponseMessage { RequestMessage = request };
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            atOnce ? Task.FromResult(Send(request, cancellationToken)) : LaterAsync(request, cancellationToken);

        private async Task<HttpResponseMessage> LaterAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return Send(request, cancellationToken);
        }
    }
}
