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

    [TestCase(true, null, ExpectedResult = "GET api/v2/users/me")]
    [TestCase(false, null, ExpectedResult = "GET api/v2/tickets/count")]
    [TestCase(true, "GET api/v2/views", ExpectedResult = "GET api/v2/views")]
    public string? Users_are_probed_by_what_each_of_them_may_call(bool signIn, string? probe)
    {
        var options = new ZendeskOptions();
        options.Probe = probe ?? options.Probe;
        options.UsersSignIn = signIn;

        return new ZendeskProfile("support", options).Definition.Probe;
    }

    [TestCaseSource(nameof(OtherPlaces))]
    public void A_credential_outside_of_headers_is_refused(AuthorizationField field)
    {
        var options = new ZendeskOptions();
        options.AuthorizationFields.Add(field);

        Assert.That(() => new ZendeskProfile("support", options), Throws.TypeOf<AuthorizationException>().With.Message.Contains("AuthorizationFields").And.Message.Contains("headers alone"));
    }

    [Test]
    public void A_further_header_is_not()
    {
        var options = new ZendeskOptions();
        options.AuthorizationFields.Add(AuthorizationField.Header("X-Purpose", "triage"));

        Assert.That(() => new ZendeskProfile("support", options), Throws.Nothing);
    }

    [Test]
    public void Fields_say_where_Zendesk_shows_their_values()
    {
        var fields = new ZendeskProfile("support", new()).Definition.AdditionalFields;

        Assert.That(fields.Select(field => field.Key), Is.EqualTo(new[] { "subdomain", "clientId", "clientSecret", "token", "email", "apiToken" }));
        Assert.That(fields, Has.All.Property("Title").Not.Null.And.All.Property("Hint").Not.Null);
        Assert.That(fields.Where(field => field.Secret).Select(field => field.Key), Is.EqualTo(new[] { "clientSecret", "token", "apiToken" }));
    }

    [TestCase("e@x")]
    [TestCase("e@x/token")]
    [TestCase("e@x/Token")]
    [TestCase("e@x/token/token")]
    public async Task The_mark_of_an_API_token_is_sent_once_however_often_it_is_typed(string email)
    {
        using var network = new MockHttpMessageHandler();
        network.Expect("*").WithHeaders("Authorization", "Basic " + Convert.ToBase64String("e@x/token:k"u8)).Respond("application/json", """{"ticket":{"id":1}}""");
        using var http = new ZendeskProfile("support", new() { Subdomain = "acme", Email = email, ApiToken = "k" }).CreateHttpClient(network);

        await new ZendeskClient(http).Tickets.GetAsync(1);

        network.VerifyNoOutstandingExpectation();
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

    private static IEnumerable<AuthorizationField> OtherPlaces() =>
        [AuthorizationField.QueryString("token", "{{token}}"), AuthorizationField.Payload("token", "{{token}}"), AuthorizationField.PathParam("token", "{{token}}")];

    [Test]
    public void A_client_without_a_profile_has_no_tenants()
    {
        using var service = StubService.Json("{}");

        Assert.That(() => service.Client().For("acme"), Throws.TypeOf<AuthorizationException>());
    }
}
