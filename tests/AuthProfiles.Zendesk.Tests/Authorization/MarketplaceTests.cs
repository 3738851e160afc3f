using AuthProfiles.Zendesk.Tests.Support;
using RichardSzalay.MockHttp;

namespace AuthProfiles.Zendesk.Tests.Authorization;

/// <summary>The headers by which an integration of the Marketplace says who it is.</summary>
[TestFixture]
public sealed class MarketplaceTests
{
    private static readonly (string Key, string Value)[] Account = [("Subdomain", "acme"), ("ClientId", "zdg-triage"), ("ClientSecret", "s")];

    [Test]
    public async Task An_integration_says_who_it_is_with_every_call()
    {
        await using var app = ZendeskApp.WithSupport([.. Account, ("Marketplace:Name", "Triage for All"), ("Marketplace:OrganizationId", "4711"), ("Marketplace:AppId", "815")]);
        app.ExpectToken("https://acme.zendesk.com/", "t");
        app.Network.Expect("https://acme.zendesk.com/api/v2/tickets/1")
            .WithHeaders("Authorization", "Bearer t")
            .WithHeaders("X-Zendesk-Marketplace-Name", "Triage for All")
            .WithHeaders("X-Zendesk-Marketplace-Organization-Id", "4711")
            .WithHeaders("X-Zendesk-Marketplace-App-Id", "815")
            .Respond("application/json", """{"ticket":{"id":1}}""");

        await app.Zendesk.Tickets.GetAsync(1);

        app.Network.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task Who_is_none_says_nothing()
    {
        await using var app = ZendeskApp.WithSupport(Account);
        app.ExpectToken("https://acme.zendesk.com/", "t");
        app.Network.Expect("https://acme.zendesk.com/api/v2/tickets/1").With(static request => !request.Headers.Any(static header => header.Key.StartsWith("X-Zendesk", StringComparison.OrdinalIgnoreCase)))
            .Respond("application/json", """{"ticket":{"id":1}}""");

        await app.Zendesk.Tickets.GetAsync(1);

        app.Network.VerifyNoOutstandingExpectation();
    }

    [TestCase(null, "4711", "815", "Marketplace:Name")]
    [TestCase("Triage", null, "815", "Marketplace:OrganizationId")]
    [TestCase("Triage", "4711", "", "Marketplace:AppId")]
    [TestCase("Triäge", "4711", "815", "Marketplace:Name")]
    [TestCase("Triage\r\nX-Other: 1", "4711", "815", "Marketplace:Name")]
    [TestCase(" Triage", "4711", "815", "Marketplace:Name")]
    public void The_three_are_given_together_and_fit_a_header(string? name, string? organization, string? app, string setting)
    {
        var options = new ZendeskOptions { Marketplace = { Name = name, OrganizationId = organization, AppId = app } };

        Assert.That(() => new ZendeskProfile("support", options), Throws.TypeOf<AuthorizationException>().With.Message.Contains(setting).And.Message.Not.Contains("X-Other"));
    }
}
