using AuthProfiles.Injection;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Injection;

/// <summary>A Host header of the caller's: the platform takes the receiver's name in TLS from it, and a server decides by it who answers.</summary>
[Category("I4")]
public sealed class HostHeaderTests
{
    private readonly ManualClock _clock = new();

    [Test]
    public async Task Another_host_in_the_header_gets_nothing([Values] Way way, [Values("other.example", "api.example:8443", "api.example.", "api.example:80")] string host)
    {
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, Weather(), _clock);
        if (way == Way.Warm)
        {
            (await http.GetAsync("x")).Dispose();
        }

        var before = primary.Sent.Count;
        using var request = new HttpRequestMessage(HttpMethod.Get, "x") { Headers = { Host = host } };

        var error = await Assert.CatchAsync<AuthorizationException>(async () => _ = way == Way.Synchronous ? http.Send(request) : await http.SendAsync(request));

        Assert.That(error!.Kind, Is.EqualTo(AuthorizationErrorKind.OriginRefused));
        Assert.That(error.Message, Is.EqualTo($"weather: the request's Host header names '{host}', and the credential is for https://api.example, https://cdn.example:8443. Leave the header out, or add its origin to AlsoAllow."));
        Assert.That(primary.Sent, Has.Count.EqualTo(before));
        Assert.That(request.Headers.NonValidated.Contains("x-api-key"), Is.False);
    }

    [TestCase("api.example")]
    [TestCase("API.example:443")]
    [TestCase("cdn.example:8443")]
    public async Task A_host_that_is_allowed_may_stand_there(string host)
    {
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, Weather(), _clock);
        using var request = new HttpRequestMessage(HttpMethod.Get, "x") { Headers = { Host = host } };

        using var response = await http.SendAsync(request);

        Assert.That((primary.Sent.Single()["Host"], primary.Sent.Single()["x-api-key"]), Is.EqualTo((host, "k")));
    }

    [TestCase("")]
    [TestCase("user@api.example")]
    [TestCase("api.example/path")]
    [TestCase("api.example?q")]
    [TestCase("api.example#f")]
    [TestCase("api.example\\x")]
    [TestCase("api%2eexample")]
    [TestCase(" api.example")]
    [TestCase("api.example other.example")]
    [TestCase("api.example:port")]
    public async Task A_header_that_is_no_host_is_refused(string host)
    {
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, Weather(), _clock);
        using var request = new HttpRequestMessage(HttpMethod.Get, "x");
        HeaderLine.TryWrite(request.Headers, "Host", host);

        await Assert.ThatAsync(() => http.SendAsync(request), Throws.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(AuthorizationErrorKind.OriginRefused));

        Assert.That(primary.Sent, Is.Empty);
    }

    [Test]
    public async Task Two_of_them_are_refused()
    {
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, Weather(), _clock);
        using var request = new HttpRequestMessage(HttpMethod.Get, "x");
        HeaderLine.TryWrite(request.Headers, "Host", "api.example");
        HeaderLine.TryWrite(request.Headers, "Host", "api.example");

        await Assert.ThatAsync(() => http.SendAsync(request), Throws.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(AuthorizationErrorKind.OriginRefused));

        Assert.That(primary.Sent, Is.Empty);
    }

    [TestCase("localhost:5000", true)]
    [TestCase("loopback:5000", false, Description = "the platform takes it for localhost, a resolver need not")]
    public async Task The_header_has_the_port_of_the_scheme_unless_it_says_another(string host, bool allowed)
    {
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, new ApiKeyProfile("weather", new() { BaseUrl = "http://localhost:5000/", Key = "k" }), _clock);
        using var request = new HttpRequestMessage(HttpMethod.Get, "x") { Headers = { Host = host } };

        await Assert.ThatAsync(() => http.SendAsync(request), allowed ? Throws.Nothing : Throws.TypeOf<AuthorizationException>());

        Assert.That(primary.Sent, Has.Count.EqualTo(allowed ? 1 : 0));
    }

    [Test]
    public async Task The_clients_own_address_is_allowed_there_too()
    {
        using var primary = new StubPrimary();
        using var http = OwnAddress.Over(primary);
        using var request = new HttpRequestMessage(HttpMethod.Get, "x") { Headers = { Host = "api.example" } };
        using var other = new HttpRequestMessage(HttpMethod.Get, "x") { Headers = { Host = "other.example" } };

        (await http.SendAsync(request)).Dispose();
        await Assert.ThatAsync(() => http.SendAsync(other), Throws.TypeOf<AuthorizationException>());

        Assert.That(primary.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_client_whose_requests_all_have_another_host_is_told_at_the_first()
    {
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, Weather(), _clock);
        http.DefaultRequestHeaders.Host = "other.example";

        await Assert.ThatAsync(() => http.GetAsync("x"), Throws.TypeOf<AuthorizationException>().With.Message.Contains("Host"));

        Assert.That(primary.Sent, Is.Empty);
    }

    private static ApiKeyProfile Weather() => new("weather", new() { BaseUrl = "https://api.example/", Key = "k", AlsoAllow = { "https://cdn.example:8443" } });

    /// <summary>How the credential comes to the request.</summary>
    public enum Way
    {
        /// <summary>It is made first.</summary>
        Cold,

        /// <summary>It is at hand.</summary>
        Warm,

        /// <summary>It is at hand, and nobody waits.</summary>
        Synchronous,
    }

    private static class OwnAddress
    {
        public static HttpClient Over(HttpMessageHandler primary)
        {
            var source = new AuthProfiles.Acquisition.CredentialSource(
                new ApiKeyProfile("weather", new() { Key = "k" }),
                new(static () => throw new InvalidOperationException("No token client here."), new ManualClock(), new InMemoryConnectionStore()));
            ConnectionHandler? chain = null;
            var binding = new ClientBinding(source, () => chain!);
            chain = new(source) { InnerHandler = new CredentialHandler(source, binding) { InnerHandler = primary } };
            var http = new HttpClient(chain) { BaseAddress = new("https://api.example/v1/") };
            binding.Prepare(http);
            return http;
        }
    }
}
