using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using AuthProfiles.Infrastructure;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.DependencyInjection;

/// <summary>What the primary handler of a client is for: a real proxy, a real client certificate.</summary>
public sealed class PrimaryHandlerTests
{
    private const string Corporate = "corp";

    [Test]
    public async Task Token_request_and_call_pass_the_proxy_and_a_profile_without_it_does_not()
    {
        await using var proxy = new LoopbackProxy();
        var tokens = new TokenService();
        await using var service = await WireServer.StartAsync(tokens.Beside(static context => context.Response.WriteAsync(context.Request.Headers.Authorization.ToString())));
        await using var app = AppOf(service, Corporate, () => new SocketsHttpHandler { Proxy = new WebProxy(proxy.Address) });
        await using var direct = AppOf(service, primary: null, () => new SocketsHttpHandler { Proxy = new WebProxy(proxy.Address) });

        var answer = await app.CreateClient().GetStringAsync("items");
        var seen = proxy.Passed;
        var straight = await direct.CreateClient().GetStringAsync("items");

        Assert.Multiple(() =>
        {
            Assert.That(answer, Is.EqualTo("Bearer t1"));
            Assert.That(seen, Is.EqualTo([$"POST {service.Address}token HTTP/1.1", $"GET {service.Address}items HTTP/1.1"]));
            Assert.That(straight, Is.EqualTo("Bearer t2"));
            Assert.That(proxy.Passed, Has.Count.EqualTo(2), "the profile without the option went by the proxy");
        });
    }

    [Test]
    public async Task The_token_endpoint_sees_the_client_certificate()
    {
        using var ofServer = OwnCertificate.OfServer();
        using var ofClient = OwnCertificate.OfClient();
        var seen = new ConcurrentDictionary<string, string?>(StringComparer.Ordinal);
        var tokens = new TokenService();
        var answer = tokens.Beside(static _ => Task.CompletedTask);
        await using var service = await WireServer.StartAsync(
            context =>
            {
                seen[context.Request.Path] = context.Connection.ClientCertificate?.Thumbprint;
                return answer(context);
            },
            listen: listen => listen.UseHttps(ofServer, static https =>
            {
                https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
                https.AllowAnyClientCertificate();
            }));
        await using var app = AppOf(service, Corporate, () => new SocketsHttpHandler { SslOptions = Trusting(ofServer, ofClient) });
        await using var without = AppOf(service, primary: null, () => new SocketsHttpHandler { SslOptions = Trusting(ofServer, ofClient) });

        using var response = await app.CreateClient().GetAsync("items");
        var refusal = await Assert.CatchAsync<AuthorizationException>(() => without.CreateClient().GetAsync("items"));

        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(seen, Is.EquivalentTo(new Dictionary<string, string?> { ["/token"] = ofClient.Thumbprint, ["/items"] = ofClient.Thumbprint }));
            Assert.That(refusal!.Kind, Is.EqualTo(AuthorizationErrorKind.TlsFailure));
        });
    }

    private static App AppOf(WireServer service, string? primary, Func<HttpMessageHandler> corporate) => new(
        profiles => profiles.AddClientCredentials(App.Profile, options =>
        {
            App.Describe(options, service.Address.AbsoluteUri, service.Address + "token");
            options.PrimaryHandler = primary;
        }),
        more: services => services.AddHttpClient(Corporate).ConfigurePrimaryHttpMessageHandler(corporate));

    /// <summary>Trusts one server's certificate and no other, as a company's own authority would be.</summary>
    private static SslClientAuthenticationOptions Trusting(X509Certificate2 server, X509Certificate2 own) => new()
    {
        ClientCertificates = [own],
        RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null && certificate.GetRawCertData().AsSpan().SequenceEqual(server.RawData),
    };
}
