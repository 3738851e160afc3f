using AuthProfiles.Acquisition;
using AuthProfiles.Injection;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace AuthProfiles.Tests.Injection;

[Category("I1")]
public sealed class ChainTests
{
    [Test]
    public void A_chain_without_the_credential_beside_the_primary_sends_nothing([Values] bool synchronous)
    {
        using var primary = new StubPrimary();
        using var source = new CredentialSource(new CountingProfile(), new(() => throw new InvalidOperationException("No token client here."), new ManualClock(), new InMemoryConnectionStore()));
        using var http = new HttpClient(new ConnectionHandler(source) { InnerHandler = new Witness { InnerHandler = primary } });
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.example/x");

        Assert.That(
            async () => synchronous ? http.Send(request) : await http.SendAsync(request),
            Throws.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(AuthorizationErrorKind.Configuration));
        Assert.That(primary.Sent, Is.Empty);
    }

    [Test]
    [Category("I2")]
    public async Task Nobodys_handler_stands_below_the_credential_wherever_it_is_registered()
    {
        using var primary = new StubPrimary();
        var (early, late, own) = (new Witness(), new Witness(), new Witness());
        var services = new ServiceCollection();
        services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new Adding(early));
        services.AddAuthProfiles().AddApiKey("weather", o => (o.BaseUrl, o.Header, o.Key) = ("https://api.example/", "x-api-key", "k-123"));
        services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new Adding(late));
        services.AddHttpClient("weather").AddAuthorizationProfile("weather").AddHttpMessageHandler(() => own).ConfigurePrimaryHttpMessageHandler(() => primary);
        await using var provider = services.BuildServiceProvider();

        using var response = await provider.GetRequiredService<IHttpClientFactory>().CreateClient("weather").GetAsync("x");

        Assert.That(primary.Sent.Single()["x-api-key"], Is.EqualTo("k-123"));
        foreach (var witness in new[] { early, late, own })
        {
            Assert.That(witness.Requests, Is.EqualTo(1));
            Assert.That(witness.SawKey, Is.False);
        }
    }

    private sealed class Adding(DelegatingHandler handler) : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
        {
            next(builder);
            if (builder.Name == "weather")
            {
                builder.AdditionalHandlers.Add(handler);
            }
        };
    }

    private sealed class Witness : DelegatingHandler
    {
        public int Requests { get; private set; }

        public bool SawKey { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            SawKey |= request.Headers.NonValidated.Contains("x-api-key");
            var response = await base.SendAsync(request, cancellationToken);
            SawKey |= response.RequestMessage!.Headers.NonValidated.Contains("x-api-key");
            return response;
        }
    }
}
