using System.Net;
using AuthProfiles.Zendesk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Zendesk.Tests;

/// <summary>Calls of nobody: two operations, and never a credential.</summary>
[TestFixture]
public sealed class ZendeskAnonymousClientTests
{
    [TestCase("POST", "api/v2/requests")]
    [TestCase("POST", "api/v2/requests.json")]
    [TestCase("GET", "api/v2/users/me?include=organizations")]
    public async Task What_Zendesk_answers_anybody_is_sent_without_a_credential(string method, string path)
    {
        using var service = StubService.Json("""{"request":{"id":1}}""", HttpStatusCode.Created);
        await using var services = Services(service);
        using var request = new HttpRequestMessage(new(method), path);

        using var answer = await services.GetRequiredService<ZendeskAnonymousClient>().SendAsync(request);

        Assert.That((answer.StatusCode, service.Only.Path), Is.EqualTo((HttpStatusCode.Created, path)));
        Assert.That(service.Only.Headers.Keys, Does.Not.Contain("Authorization").And.Contain("Accept"));
    }

    [TestCase("GET", "api/v2/requests")]
    [TestCase("POST", "api/v2/tickets")]
    [TestCase("GET", "api/v2/users/me/../1")]
    [TestCase("POST", "/api/v2/requests")]
    [TestCase("POST", "https://globex.zendesk.com/api/v2/requests")]
    public async Task Any_other_operation_is_refused_before_the_network(string method, string path)
    {
        using var service = StubService.Json("{}");
        await using var services = Services(service);
        using var request = new HttpRequestMessage(new(method), path);

        Assert.That(() => services.GetRequiredService<ZendeskAnonymousClient>().SendAsync(request), Throws.ArgumentException);
        Assert.That(service.Requests, Is.Empty);
    }

    [Test]
    public async Task A_credential_is_refused_wherever_it_stands()
    {
        using var service = StubService.Json("{}");
        await using var services = Services(service);
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/v2/users/me") { Headers = { Authorization = new("Bearer", "t") } };
        using var http = new HttpClient(service, disposeHandler: false) { BaseAddress = new("https://acme.zendesk.com/mounted/"), DefaultRequestHeaders = { Authorization = new("Bearer", "t") } };

        Assert.That(() => services.GetRequiredService<ZendeskAnonymousClient>().SendAsync(request), Throws.ArgumentException.With.Message.Contains("ZendeskClient"));
        Assert.That(() => new ZendeskAnonymousClient(http), Throws.ArgumentException);
        Assert.That(service.Requests, Is.Empty);
    }

    [TestCase(null)]
    [TestCase("https://acme.zendesk.com/mounted")]
    public void It_needs_an_address_that_paths_can_follow(string? address)
    {
        using var http = new HttpClient { BaseAddress = address is null ? null : new(address) };

        Assert.That(() => new ZendeskAnonymousClient(http), Throws.ArgumentException.With.Message.Contains("slash"));
    }

    [TestCase("acme")]
    [TestCase("https://ACME.zendesk.com/agent")]
    public async Task The_account_is_the_one_of_the_subdomain(string subdomain)
    {
        var services = new ServiceCollection();
        var http = services.AddAnonymousZendesk("public", subdomain);
        await using var provider = services.BuildServiceProvider();

        using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient(http.Name);

        Assert.That(client.BaseAddress, Is.EqualTo(new Uri("https://acme.zendesk.com/")));
        Assert.That(provider.GetKeyedService<ZendeskAnonymousClient>("public"), Is.Not.Null);
    }

    [Test]
    public void A_subdomain_that_is_none_is_refused() =>
        Assert.That(() => new ServiceCollection().AddAnonymousZendesk("public", "evil.example"), Throws.TypeOf<FormatException>().With.Message.Not.Contains("evil"));

    private static ServiceProvider Services(StubService service)
    {
        var services = new ServiceCollection();
        services.AddAnonymousZendesk("public", "acme")
            .ConfigureHttpClient(static http => http.BaseAddress = new("https://acme.zendesk.com/mounted/"))
            .ConfigurePrimaryHttpMessageHandler(() => service);
        return services.BuildServiceProvider();
    }
}
