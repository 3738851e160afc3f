using System.Net;
using AuthProfiles.Zendesk.Tests.Support;
using RichardSzalay.MockHttp;

namespace AuthProfiles.Zendesk.Tests;

/// <summary>Calls that act for an end user.</summary>
[TestFixture]
public sealed class OnBehalfOfTests
{
    private const string Header = "X-On-Behalf-Of";

    [Test]
    public async Task A_view_acts_for_the_user_and_the_client_it_came_from_does_not()
    {
        using var service = StubService.Json("""{"ticket":{"id":1}}""");
        var client = service.Client();

        await client.OnBehalfOf("mia@acme.example").Tickets.GetAsync(1);
        await client.OnBehalfOf("9000000000001").Tickets.GetAsync(1);
        await client.Tickets.GetAsync(1);

        Assert.That(service.Requests.Select(static request => request.Headers.GetValueOrDefault(Header)), Is.EqualTo(new[] { "mia@acme.example", "9000000000001", null }));
    }

    [Test]
    public async Task Requests_of_the_callers_own_making_act_for_the_user_too()
    {
        using var service = StubService.Json("{}");
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/v2/users/me");

        using var response = await service.Client().OnBehalfOf("mia@x").SendAsync(request);

        Assert.That(service.Only.Headers[Header], Is.EqualTo("mia@x"));
    }

    [TestCase("")]
    [TestCase(" ")]
    [TestCase("mia x")]
    [TestCase("mia@x\r\nX-Other: 1")]
    [TestCase("müller@x")]
    public void A_user_that_a_header_cant_carry_is_refused(string user)
    {
        using var service = StubService.Json("{}");

        Assert.That(() => service.Client().OnBehalfOf(user), Throws.ArgumentException);
    }

    [Test]
    public async Task A_refused_user_renews_nothing_and_the_next_call_goes_on()
    {
        await using var app = ZendeskApp.WithSupport(("Subdomain", "acme"), ("ClientId", "c"), ("ClientSecret", "s"));
        app.ExpectToken("https://acme.zendesk.com/", "t-1");
        app.Network.Expect("https://acme.zendesk.com/api/v2/tickets/1").WithHeaders(Header, "nobody@x").Respond(HttpStatusCode.Unauthorized, "application/json", """{"error":"invalid_token"}""");
        app.ExpectTicket("https://acme.zendesk.com/", 2, "Bearer t-1");

        var error = await Assert.CatchAsync<ZendeskException>(() => app.Zendesk.OnBehalfOf("nobody@x").Tickets.GetAsync(1));
        await app.Zendesk.Tickets.GetAsync(2);

        Assert.That(error!.Refusal, Is.EqualTo(ZendeskRefusal.OnBehalfOfRefused));
        app.Network.VerifyNoOutstandingExpectation();
        Assert.That(app.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Any_other_refusal_renews()
    {
        await using var app = ZendeskApp.WithSupport(("Subdomain", "acme"), ("ClientId", "c"), ("ClientSecret", "s"));
        app.ExpectToken("https://acme.zendesk.com/", "t-1");
        app.Network.Expect("https://acme.zendesk.com/api/v2/tickets/1").Respond(HttpStatusCode.Unauthorized, "application/json", """{"error":"invalid_token"}""");
        app.ExpectToken("https://acme.zendesk.com/", "t-2");
        app.ExpectTicket("https://acme.zendesk.com/", 1, "Bearer t-2");

        await app.Zendesk.Tickets.GetAsync(1);

        app.Network.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task The_view_of_another_account_acts_for_nobody()
    {
        await using var app = ZendeskApp.WithSupport(("Connections:acme:Token", "t-acme"));
        app.Network.Expect("https://acme.zendesk.com/api/v2/tickets/1").With(static request => !request.Headers.Contains(Header)).Respond("application/json", """{"ticket":{"id":1}}""");

        await app.Zendesk.OnBehalfOf("mia@x").For("acme").Tickets.GetAsync(1);

        app.Network.VerifyNoOutstandingExpectation();
    }
}
