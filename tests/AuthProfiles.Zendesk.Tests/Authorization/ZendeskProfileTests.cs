using AuthProfiles.Zendesk.Tests.Support;
using RichardSzalay.MockHttp;

namespace AuthProfiles.Zendesk.Tests.Authorization;

[TestFixture]
public sealed class ZendeskProfileTests
{
    [TestCase(null)]
    [TestCase("https://{subdomain}.zendesk.com")]
    [TestCase("https://{subdomain}.zendesk.com/?x=/a")]
    public void A_base_address_that_tokens_could_not_follow_is_refused(string? address)
    {
        Assert.That(
            () => new ZendeskProfile("support", new() { BaseUrl = address }),
            Throws.TypeOf<AuthorizationException>().With.Message.Contains("BaseUrl"));
    }

    [TestCase("http://{subdomain}.zendesk.com/")]
    [TestCase("https://{subdomian}.zendesk.com/")]
    public void A_wrong_base_address_is_said_of_the_setting_that_there_is(string address)
    {
        Assert.That(
            () => new ZendeskProfile("support", new() { BaseUrl = address }),
            Throws.TypeOf<AuthorizationException>().With.Message.Contains("BaseUrl").And.Message.Not.Contains("TokenUrl"));
    }

    [Test]
    public void The_probe_is_one_that_anonymous_requests_fail()
    {
        var profile = new ZendeskProfile("support", new());

        Assert.That(profile.Definition.Probe, Is.EqualTo("GET api/v2/tickets/count"));
    }

    [Test]
    public void Fields_say_where_Zendesk_shows_their_values()
    {
        var fields = new ZendeskProfile("support", new()).Definition.AdditionalFields;

        Assert.That(fields.Select(field => field.Key), Is.EqualTo(new[] { "subdomain", "clientId", "clientSecret", "email", "apiToken" }));
        Assert.That(fields, Has.All.Property("Title").Not.Null.And.All.Property("Hint").Not.Null);
        Assert.That(fields.Where(field => field.Secret).Select(field => field.Key), Is.EqualTo(new[] { "clientSecret", "apiToken" }));
    }

    [Test]
    public async Task A_profile_serves_without_a_container()
    {
        using var network = new MockHttpMessageHandler();
        network.Expect("https://acme.zendesk.com/api/v2/tickets/1").WithHeaders("Authorization", "Basic " + Convert.ToBase64String("e@x/token:k"u8))
            .Respond("application/json", """{"ticket":{"id":1}}""");
        using var http = new ZendeskProfile("support", new() { Subdomain = "acme", Email = "e@x", ApiToken = "k" }).CreateHttpClient(network);

        var ticket = await new ZendeskClient(http).Tickets.GetAsync(1);

        Assert.That(ticket.Id, Is.EqualTo(1));
    }

    [Test]
    public void A_client_without_a_profile_has_no_tenants()
    {
        using var service = StubService.Json("{}");

        Assert.That(() => service.Client().For("acme"), Throws.TypeOf<AuthorizationException>());
    }
}
