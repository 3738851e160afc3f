using System.Net;
using System.Net.Sockets;
using AuthProfiles.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Injection;

public sealed class RedirectTests
{
    private static readonly (string Name, Func<HttpMessageHandler?> Create)[] Primaries =
    [
        ("the default primary", static () => null),
        ("SocketsHttpHandler", static () => new SocketsHttpHandler { AllowAutoRedirect = true }),
        ("HttpClientHandler", static () => new HttpClientHandler { AllowAutoRedirect = true }),
    ];

    [TestCaseSource(nameof(Redirects))]
    [CancelAfter(60_000)]
    public async Task _6750_07_A_redirect_to_another_origin_goes_back_to_the_caller_and_nothing_goes_there(object kind, int status, object handler, CancellationToken cancellation)
    {
        var place = (SecretPlace)kind;
        await using var foreign = new RawServer(_ => RawServer.Ok);
        await using var service = new RawServer(_ => $"HTTP/1.1 {status} Elsewhere\r\nLocation: {foreign.Address}landing\r\nContent-Length: 0\r\n\r\n");
        await using var app = new App(profiles => place.Declare(profiles, service.Address.AbsoluteUri), client => SetPrimary(client, ((Func<HttpMessageHandler?>)handler)()));

        using var response = await app.CreateClient().SendAsync(place.Request(), cancellation);

        Assert.Multiple(() =>
        {
            Assert.That((int)response.StatusCode, Is.EqualTo(status));
            Assert.That(response.Headers.Location, Is.EqualTo(new Uri(foreign.Address, "landing")));
            Assert.That(service.Requests.Single().Text, Does.Contain(SecretPlace.Secret));
            Assert.That(foreign.Connections, Is.Zero);
        });
    }

    [TestCase("query")]
    [TestCase("path")]
    [CancelAfter(60_000)]
    public async Task A_credential_in_the_address_is_not_sent_over_a_primary_that_traces_it(string name, CancellationToken cancellation)
    {
        var place = SecretPlace.All.Single(place => place.Name == name);
        await using var service = new RawServer(_ => RawServer.Ok);
        await using var app = new App(profiles => place.Declare(profiles, service.Address.AbsoluteUri), client => SetPrimary(client, new HttpClientHandler()));

        var error = await Assert.ThrowsAsync<AuthorizationException>(() => app.CreateClient().SendAsync(place.Request(), cancellation));

        Assert.That((error!.Kind, service.Connections), Is.EqualTo((AuthorizationErrorKind.Configuration, 0)));
    }

    [TestCaseSource(nameof(Places))]
    [CancelAfter(60_000)]
    public async Task _6750_07_The_answer_of_a_primary_that_followed_by_itself_is_not_passed_on(object kind, CancellationToken cancellation)
    {
        var place = (SecretPlace)kind;
        await using var foreign = new RawServer(_ => RawServer.Ok);
        await using var service = new RawServer(_ => $"HTTP/1.1 302 Found\r\nLocation: {foreign.Address}landing\r\nContent-Length: 0\r\n\r\n");
        await using var app = new App(profiles => place.Declare(profiles, service.Address.AbsoluteUri), client => SetPrimary(client, new FollowingPrimary()));

        var error = await Assert.ThrowsAsync<AuthorizationException>(() => app.CreateClient().SendAsync(place.Request(), cancellation));

        Assert.Multiple(() =>
        {
            Assert.That(error!.Kind, Is.EqualTo(AuthorizationErrorKind.OriginRefused));
            Assert.That(error.Message, Does.Contain(foreign.Address.Authority));
            Assert.That(error.ToString(), Does.Not.Contain(SecretPlace.Secret));
            Assert.That(foreign.Requests.Single().Text, Does.Not.Contain(SecretPlace.Secret));
        });
    }

    [TestCaseSource(nameof(Places))]
    [CancelAfter(60_000)]
    public async Task _6750_07_Nothing_goes_by_plain_http_to_another_machine(object kind, CancellationToken cancellation)
    {
        var place = (SecretPlace)kind;
        await using var service = new RawServer(_ => RawServer.Ok);
        await using var app = new App(profiles => place.Declare(profiles, service.Address.AbsoluteUri), client => client.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            // Whatever the name, it would end here.
            ConnectCallback = async (_, token) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(service.Address.Host, service.Address.Port, token);
                return new NetworkStream(socket, ownsSocket: true);
            },
        }));
        using var request = place.Request();
        request.RequestUri = new($"http://orders.example:{service.Address.Port}/{place.Path}");

        var error = await Assert.ThrowsAsync<AuthorizationException>(() => app.CreateClient().SendAsync(request, cancellation));

        Assert.That((error!.Kind, service.Connections), Is.EqualTo((AuthorizationErrorKind.OriginRefused, 0)));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task A_primary_that_follows_redirects_and_was_used_before_is_refused(CancellationToken cancellation)
    {
        await using var service = new RawServer(_ => RawServer.Ok);
        using var used = new SocketsHttpHandler();
        using var before = new HttpClient(used, disposeHandler: false);
        (await before.GetAsync(service.Address, cancellation)).Dispose();
        using var client = new ApiKeyProfile("orders", new() { BaseUrl = service.Address.AbsoluteUri, Key = SecretPlace.Secret }).CreateHttpClient(used);

        var error = await Assert.ThrowsAsync<AuthorizationException>(() => client.GetAsync("items", cancellation));

        Assert.That((error!.Kind, service.Requests.Count), Is.EqualTo((AuthorizationErrorKind.Configuration, 1)));
    }

    [TestCaseSource(nameof(PrimaryNames))]
    [CancelAfter(60_000)]
    public async Task A_cookie_that_one_caller_was_given_goes_with_nobody_elses_request(int primary, CancellationToken cancellation)
    {
        await using var service = new RawServer(_ => "HTTP/1.1 200 OK\r\nSet-Cookie: session=of-acme; Path=/\r\nContent-Length: 0\r\n\r\n");
        await using var app = new App(
            profiles => profiles.AddApiKey(App.Profile, options =>
            {
                options.BaseUrl = service.Address.AbsoluteUri;
                options.Connections["acme"] = new Dictionary<string, SecretValue> { ["key"] = "key-of-acme" };
                options.Connections["globex"] = new Dictionary<string, SecretValue> { ["key"] = "key-of-globex" };
            }),
            client => SetPrimary(client, Primaries[primary].Create()));
        var client = app.CreateClient();

        using var acme = await client.For("acme").GetAsync("items", cancellation);
        using var globex = await client.For("globex").GetAsync("items", cancellation);

        Assert.Multiple(() =>
        {
            Assert.That(acme.Headers.GetValues("Set-Cookie"), Is.EqualTo(new[] { "session=of-acme; Path=/" }));
            Assert.That(service.Requests.Select(request => request.Header("x-api-key")), Is.EqualTo(new[] { "key-of-acme", "key-of-globex" }));
            Assert.That(service.Requests.SelectMany(request => request.HeaderLines("Cookie")), Is.Empty);
        });
    }

    private static IEnumerable<TestCaseData> Redirects() =>
        from place in SecretPlace.All
        from status in new[] { 300, 301, 302, 303, 307, 308 }
        from primary in Primaries
        where !(place.InAddress && primary.Name == nameof(HttpClientHandler))
        select new TestCaseData(place, status, primary.Create) { TestName = $"{{m}}({place}, {status}, {primary.Name})" };

    private static IEnumerable<TestCaseData> Places() => SecretPlace.All.Select(place => new TestCaseData(place) { TestName = $"{{m}}({place})" });

    private static IEnumerable<TestCaseData> PrimaryNames() => Primaries.Select((primary, index) => new TestCaseData(index) { TestName = $"{{m}}({primary.Name})" });

    private static void SetPrimary(IHttpClientBuilder client, HttpMessageHandler? primary)
    {
        if (primary is not null)
        {
            client.ConfigurePrimaryHttpMessageHandler(() => primary);
        }
    }

    private sealed class FollowingPrimary : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _wire = new(new SocketsHttpHandler { AllowAutoRedirect = false });

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var redirect = await _wire.SendAsync(request, cancellationToken);
            Assert.That(redirect.StatusCode, Is.EqualTo(HttpStatusCode.Found));
            return await _wire.SendAsync(new(HttpMethod.Get, redirect.Headers.Location), cancellationToken);
        }

        protected override void Dispose(bool disposing)
        {
            _wire.Dispose();
            base.Dispose(disposing);
        }
    }
}
