using System.Net;
using AuthProfiles.Zendesk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Zendesk.Tests;

/// <summary>Calls of nobody: two operations, and never a credential.</summary>
[TestFixture]
public sealed class ZendeskAnonymousClientTests
{
    private static readonly NewRequest Fire = new() { Subject = "Fire", Comment = Comment.Public("It burns."), Requester = new("Mia", "mia@acme.example") };

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
    public async Task It_may_be_registered_twice()
    {
        using var service = StubService.Json("""{"user":{"id":null}}""");
        var services = new ServiceCollection();
        services.AddAnonymousZendesk("public", "acme");
        services.AddAnonymousZendesk("public", "acme")
            .ConfigureHttpClient(static http => http.BaseAddress = new("https://acme.zendesk.com/mounted/"))
            .ConfigurePrimaryHttpMessageHandler(() => service);
        await using var provider = services.BuildServiceProvider();

        Assert.That((await provider.GetRequiredService<ZendeskAnonymousClient>().GetCallerAsync()).IsAnonymous, Is.True);
        Assert.That(provider.GetKeyedServices<ZendeskAnonymousClient>("public").Count(), Is.EqualTo(1));
    }

    [Test]
    public void A_subdomain_that_is_none_is_refused() =>
        Assert.That(() => new ServiceCollection().AddAnonymousZendesk("public", "evil.example"), Throws.TypeOf<FormatException>().With.Message.Not.Contains("evil"));

    [Test]
    public async Task A_request_is_made_in_somebodys_name()
    {
        using var service = StubService.Json("""{"request":{"id":33,"status":"new"}}""", HttpStatusCode.Created);
        await using var services = Services(service);

        var request = await services.GetRequiredService<ZendeskAnonymousClient>().CreateRequestAsync(Fire);

        Assert.That((request.Id, request.Status), Is.EqualTo((33L, (TicketStatus?)TicketStatus.New)));
        Assert.That((service.Only.Method, service.Only.Path), Is.EqualTo(("POST", "api/v2/requests")));
        Assert.That(service.Only.Body, Is.EqualTo("""{"request":{"subject":"Fire","comment":{"body":"It burns."},"requester":{"name":"Mia","email":"mia@acme.example"}}}"""));
        Assert.That(service.Only.Headers.Keys, Does.Not.Contain("Authorization"));
    }

    [Test]
    public async Task A_request_of_nobody_is_refused_before_the_network()
    {
        using var service = StubService.Json("{}");
        await using var services = Services(service);
        var client = services.GetRequiredService<ZendeskAnonymousClient>();

        foreach (var request in new[] { Fire with { Requester = null }, Fire with { Requester = new(" ", "mia@acme.example") }, Fire with { Requester = new("Mia", "") }, Fire with { Comment = Comment.Internal("x") } })
        {
            Assert.That(() => client.CreateRequestAsync(request), Throws.ArgumentException);
        }

        Assert.That(service.Requests, Is.Empty);
    }

    [Test]
    public async Task A_request_is_made_once_whatever_becomes_of_it()
    {
        using var service = StubService.Json("{}", HttpStatusCode.BadGateway);
        await using var services = Services(service);

        Assert.That(() => services.GetRequiredService<ZendeskAnonymousClient>().CreateRequestAsync(Fire), Throws.TypeOf<ZendeskException>());
        Assert.That(service.Requests, Has.Count.EqualTo(1));
    }

    [TestCase("{}", HttpStatusCode.Unauthorized)]
    [TestCase("{}", HttpStatusCode.Forbidden)]
    public async Task An_account_that_is_closed_to_anybody_says_so(string body, HttpStatusCode status)
    {
        using var service = StubService.Json(body, status);
        await using var services = Services(service);

        var error = await Assert.CatchAsync<ZendeskException>(() => services.GetRequiredService<ZendeskAnonymousClient>().CreateRequestAsync(Fire));

        Assert.That(error!.Refusal, Is.EqualTo(ZendeskRefusal.AnonymousRefused));
        Assert.That(error.Message, Does.Contain("anonymous").And.Not.Contain("ClientId"));
    }

    [Test]
    public async Task Whoever_has_no_credential_is_nobody_and_the_answer_proves_no_more()
    {
        using var service = StubService.Json("""{"user":{"id":null,"name":"Anonymous user","email":"invalid@example.com","role":"end-user","locale":"en-US","authenticity_token":"s3cret"}}""");
        await using var services = Services(service);

        var caller = await services.GetRequiredService<ZendeskAnonymousClient>().GetCallerAsync();

        Assert.That((caller.IsAnonymous, caller.Id, caller.Name, caller.Email, caller.Role, caller.Locale), Is.EqualTo((true, (long?)null, "Anonymous user", "invalid@example.com", (UserRole?)UserRole.EndUser, "en-US")));
        Assert.That((service.Only.Method, service.Only.Path), Is.EqualTo(("GET", "api/v2/users/me")));
        Assert.That($"{caller}", Does.Not.Contain("s3cret"));
        Assert.That((caller with { Id = 7 }).IsAnonymous, Is.False);
    }

    private static ServiceProvider Services(StubService service)
    {
        var services = new ServiceCollection();
        services.AddAnonymousZendesk("public", "acme")
            .ConfigureHttpClient(static http => http.BaseAddress = new("https://acme.zendesk.com/mounted/"))
            .ConfigurePrimaryHttpMessageHandler(() => service);
        return services.BuildServiceProvider();
    }
}
