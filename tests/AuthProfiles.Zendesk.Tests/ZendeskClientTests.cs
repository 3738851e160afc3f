using System.Net;
using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests;

[TestFixture]
public sealed class ZendeskClientTests
{
    [TestCase(null)]
    [TestCase("https://acme.zendesk.com/mounted")]
    [TestCase("https://acme.zendesk.com/?x=1")]
    public void A_base_address_that_would_lose_its_path_is_refused(string? address)
    {
        using var http = new HttpClient { BaseAddress = address is null ? null : new(address) };

        Assert.That(() => new ZendeskClient(http), Throws.ArgumentException.With.Message.Contains("BaseAddress"));
    }

    [Test]
    public void A_body_idle_timeout_is_positive_or_infinite()
    {
        using var http = new HttpClient { BaseAddress = new("https://acme.zendesk.com/") };

        Assert.That(() => new ZendeskClient(http, TimeSpan.Zero), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new ZendeskClient(http, Timeout.InfiniteTimeSpan), Throws.Nothing);
    }

    [Test]
    public async Task A_raw_request_goes_below_the_account_and_its_answer_comes_as_it_is()
    {
        using var service = StubService.Json("""{"error":"x"}""", HttpStatusCode.Forbidden);
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/v2/users/me");

        using var response = await service.Client().SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(service.Only.Path, Is.EqualTo("api/v2/users/me"));
        Assert.That(service.Only.Headers["Accept"], Is.EqualTo("application/json"));
    }

    [Test]
    public async Task A_raw_request_keeps_its_own_accept()
    {
        using var service = StubService.Json("{}");
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/v2/x") { Headers = { { "Accept", "text/csv" } } };

        using var response = await service.Client().SendAsync(request);

        Assert.That(service.Only.Headers["Accept"], Is.EqualTo("text/csv"));
    }

    [Test]
    public void A_raw_request_with_a_slash_in_front_is_refused()
    {
        using var service = StubService.Json("{}");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v2/users/me");

        Assert.That(() => service.Client().SendAsync(request), Throws.ArgumentException);
        Assert.That(service.Requests, Is.Empty);
    }
}
