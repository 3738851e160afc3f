using System.Net;
using AuthProfiles.LiveTests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.LiveTests;

/// <summary>Addresses that the server tells about itself.</summary>
public sealed class DiscoveryTests : IdpTests
{
    private const string OpenId = "/.well-known/openid-configuration";
    private const string OAuth = "/.well-known/oauth-authorization-server";

    [TestCase(OpenId, OAuth)]
    [TestCase(OAuth, OpenId)]
    public async Task The_token_endpoint_is_found_by_either_document(string there, string missing)
    {
        await using var app = AppOf(Idp.Fixture.Issuer, missing);
        using var http = app.CreateClient();

        await CallAsync(http);
        await CallAsync(http);

        var stats = await Idp.StatsAsync();
        Assert.That((stats.Endpoints.GetValueOrDefault("GET " + there), stats.TokenRequests.Total), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task A_document_is_read_once_for_many_connections()
    {
        await using var app = AppOf(Idp.Fixture.Issuer);
        using var http = app.CreateClient();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => CallAsync(http.For($"t{number}"))));

        var stats = await Idp.StatsAsync();
        Assert.That(stats.Endpoints.Where(static pair => pair.Key.Contains(".well-known", StringComparison.Ordinal)).Sum(static pair => pair.Value), Is.EqualTo(1));
        Assert.That(stats.TokenRequests.Total, Is.EqualTo(20));
    }

    [Test]
    public async Task A_document_that_names_another_issuer_is_refused_before_any_secret_goes_out()
    {
        await using var app = AppOf($"http://localhost:{Idp.Issuer.Port}");

        var error = await Assert.CatchAsync<AuthorizationException>(() => CallAsync(app.CreateClient()));

        var stats = await Idp.StatsAsync();
        Assert.Multiple(() =>
        {
            Assert.That(error!.Message, Does.Contain("issuer"));
            Assert.That((stats.TokenRequests.Total, stats.Api.Total), Is.EqualTo((0, 0)));
        });
    }

    private LiveApp AppOf(string issuer, string? missing = null) => new(
        profiles => profiles.AddClientCredentials(LiveApp.Profile, options =>
        {
            LiveApp.Describe(options, Idp, "cc-basic");
            (options.TokenUrl, options.Issuer, options.AllowAnyTenant) = (null, issuer, true);
        }),
        more: services => services.AddHttpClient("AuthProfiles.TokenClient").ConfigurePrimaryHttpMessageHandler(() => new Without(missing)));

    /// <summary>A server that lacks one of the documents.</summary>
    private sealed class Without(string? path) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.RequestUri!.AbsolutePath == path
                ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound) { RequestMessage = request })
                : base.SendAsync(request, cancellationToken);
    }
}
