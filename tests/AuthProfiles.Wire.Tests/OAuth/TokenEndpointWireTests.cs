using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;
using AuthProfiles.Acquisition;
using AuthProfiles.Infrastructure;
using AuthProfiles.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.OAuth;

public sealed class TokenEndpointWireTests
{
    private const int Hundred = 100 * 1024 * 1024;

    [TestCase(300)]
    [TestCase(301)]
    [TestCase(302)]
    [TestCase(303)]
    [TestCase(307)]
    [TestCase(308)]
    [CancelAfter(60_000)]
    public async Task _9700_11_A_redirect_is_refused_and_the_clients_secret_goes_nowhere_else(int status, CancellationToken cancellation)
    {
        await using var foreign = new RawServer(_ => RawServer.Ok);
        await using var service = new RawServer(_ => $"HTTP/1.1 {status} Elsewhere\r\nLocation: {foreign.Address}token\r\nContent-Length: 0\r\n\r\n");

        var error = await FailureAsync(service.Address, cancellation);

        Assert.That((error.Kind, foreign.Connections, service.Requests.Count), Is.EqualTo((AuthorizationErrorKind.RedirectRefused, 0, 1)));
    }

    [TestCase(false)]
    [TestCase(true)]
    [CancelAfter(120_000)]
    public async Task An_endless_answer_is_read_no_further_than_its_limit(bool isAnnounced, CancellationToken cancellation)
    {
        var written = 0L;
        await using var service = new RawServer(async (_, stream, token) =>
        {
            // Without a length, the answer ends with the connection.
            var length = isAnnounced ? $"Content-Length: {Hundred}\r\n" : "Connection: close\r\n";
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n{length}\r\n"), token);
            var block = Encoding.ASCII.GetBytes(new string(' ', 64 * 1024));
            while (written < Hundred)
            {
                await stream.WriteAsync(block, token);
                Interlocked.Add(ref written, block.Length);
            }
        });

        var error = await FailureAsync(service.Address, cancellation);

        Assert.Multiple(() =>
        {
            Assert.That(error.Kind, Is.EqualTo(AuthorizationErrorKind.ResponseTooLarge));
            Assert.That(Interlocked.Read(ref written), Is.LessThan(Hundred / 2));
        });
    }

    [Test]
    [CancelAfter(120_000)]
    public async Task A_compressed_answer_is_unpacked_no_further_than_its_limit(CancellationToken cancellation)
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var block = new byte[1024 * 1024];
            for (var i = 0; i < 100; i++)
            {
                await gzip.WriteAsync(block, cancellation);
            }
        }

        await using var service = await WireServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.ContentEncoding = "gzip";
            context.Response.ContentLength = packed.Length;
            return context.Response.Body.WriteAsync(packed.GetBuffer(), 0, (int)packed.Length, context.RequestAborted);
        });

        var error = await FailureAsync(
            service.Address,
            cancellation,
            services => services.AddHttpClient(TokenClient.Name).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, AllowAutoRedirect = false }));

        Assert.That((error.Kind, packed.Length < 1024 * 1024), Is.EqualTo((AuthorizationErrorKind.ResponseTooLarge, true)));
    }

    [Test]
    [CancelAfter(120_000)]
    public async Task An_answer_that_drips_is_ended_by_the_deadline(CancellationToken cancellation)
    {
        var clock = new ManualClock();
        await using var service = new RawServer(async (_, stream, token) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"), token);
            while (true)
            {
                // A byte for each second of the test's own time.
                await stream.WriteAsync(Encoding.ASCII.GetBytes("1\r\n \r\n"), token);
                await Task.Delay(TimeSpan.FromSeconds(1), clock, token);
            }
        });
        await using var app = App.WithClientCredentials(service.Address, more: services => services.AddSingleton<TimeProvider>(clock));

        var call = app.CreateClient().GetAsync("items", cancellation);
        while (!call.IsCompleted)
        {
            cancellation.ThrowIfCancellationRequested();
            clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        var error = await Assert.ThrowsAsync<AuthorizationException>(() => call);
        Assert.Multiple(() =>
        {
            Assert.That(error!.Kind, Is.AnyOf(AuthorizationErrorKind.InDoubt, AuthorizationErrorKind.Transient), error.Message);
            Assert.That(error.IsTransient, Is.True);
            Assert.That(service.Requests.Select(request => request.Line), Has.All.StartsWith("POST /token"));
        });
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Handlers_for_all_clients_see_the_calls_without_credential_and_no_token_request(CancellationToken cancellation)
    {
        var seen = new ConcurrentQueue<string>();
        var tokens = new TokenService();
        await using var service = await WireServer.StartAsync(tokens.Beside(context =>
        {
            context.Response.StatusCode = context.Request.Headers.Authorization == "Bearer t1" ? 200 : 401;
            return Task.CompletedTask;
        }));
        await using var app = App.WithClientCredentials(
            service.Address,
            more: services => services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new Watcher(seen))));

        using var response = await app.CreateClient().GetAsync("items", cancellation);

        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(tokens.Requests, Is.EqualTo(1));
            Assert.That(seen, Is.EqualTo(new[] { "/items " }));
        });
    }

    private static async Task<AuthorizationException> FailureAsync(Uri service, CancellationToken cancellation, Action<IServiceCollection>? more = null)
    {
        await using var app = App.WithClientCredentials(service, more: more);
        var error = await Assert.ThrowsAsync<AuthorizationException>(() => app.CreateClient().GetAsync("items", cancellation));
        Assert.That(error!.ToString(), Does.Not.Contain(App.ClientSecret));
        return error;
    }

    private sealed class Watcher(ConcurrentQueue<string> seen) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            seen.Enqueue($"{request.RequestUri!.AbsolutePath} {request.Headers.Authorization}");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
