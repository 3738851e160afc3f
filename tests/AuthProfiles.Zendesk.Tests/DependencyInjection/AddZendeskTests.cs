using System.Net;
using System.Text.Json;
using AuthProfiles.Zendesk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace AuthProfiles.Zendesk.Tests.DependencyInjection;

/// <summary>What a program has to write, and what then goes over the network.</summary>
[TestFixture]
public sealed class AddZendeskTests
{
    private static readonly (string Key, string Value)[] TwoTenants =
    [
        ("Connections:acme:Subdomain", "https://acme-help.zendesk.com/"),
        ("Connections:acme:Email", "mia@acme.example"),
        ("Connections:acme:ApiToken", "token-of-acme"),
        ("Connections:globex:ClientId", "triage"),
        ("Connections:globex:ClientSecret", "secret-of-globex"),
    ];

    [Test]
    public async Task Open_tickets_get_a_comment_in_two_statements()
    {
        await using var app = ZendeskApp.WithSupport(TwoTenants);
        app.Network.Expect(HttpMethod.Get, "https://acme-help.zendesk.com/api/v2/search").WithQueryString("query", "type:ticket status:open printer")
            .Respond("application/json", """{"results":[{"id":7,"result_type":"ticket"}],"count":1,"next_page":null}""");
        app.Network.Expect(HttpMethod.Put, "https://acme-help.zendesk.com/api/v2/tickets/7").WithPartialContent("Looking into it.")
            .Respond("application/json", """{"ticket":{"id":7}}""");
        var zendesk = app.Zendesk;

#pragma warning disable IDE0011 // As short as the README has it.
        await foreach (var ticket in zendesk.For("acme").Tickets.SearchAsync("status:open printer"))
            await zendesk.For("acme").Tickets.UpdateAsync(ticket.Id, new() { Comment = Comment.Internal("Looking into it.") });
#pragma warning restore IDE0011

        app.Network.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task One_registration_serves_a_tenant_with_a_client_and_one_with_an_api_token()
    {
        await using var app = ZendeskApp.WithSupport(TwoTenants);
        app.ExpectTicket("https://acme-help.zendesk.com/", 1, "Basic " + Convert.ToBase64String("mia@acme.example/token:token-of-acme"u8));
        app.ExpectToken("https://globex.zendesk.com/", "t-globex");
        app.ExpectTicket("https://globex.zendesk.com/", 2, "Bearer t-globex");
        app.ExpectTicket("https://globex.zendesk.com/", 3, "Bearer t-globex");

        await app.Zendesk.For("acme").Tickets.GetAsync(1);
        await app.Zendesk.For("globex").Tickets.GetAsync(2);
        await app.Zendesk.For("globex").Tickets.GetAsync(3);

        app.Network.VerifyNoOutstandingExpectation();
        Assert.That(app.Requests, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task A_tenant_may_give_a_token_that_does_not_change()
    {
        await using var app = ZendeskApp.WithSupport(("ClientId", "zdg-ours"), ("ClientSecret", "s"), ("Connections:acme:Token", "t-acme"));
        app.ExpectTicket("https://acme.zendesk.com/", 1, "Bearer t-acme");

        await app.Zendesk.For("acme").Tickets.GetAsync(1);

        Assert.That(app.Requests, Is.EqualTo(new[] { "GET https://acme.zendesk.com/api/v2/tickets/1" }));
    }

    [Test]
    public async Task A_token_is_asked_for_in_json_with_scope_and_lifetime()
    {
        await using var app = ZendeskApp.WithSupport(TwoTenants);
        var bodies = app.ExpectToken("https://globex.zendesk.com/", "t");
        app.ExpectTicket("https://globex.zendesk.com/", 1, "Bearer t");

        await app.Zendesk.For("globex").Tickets.GetAsync(1);

        var sent = JsonSerializer.Deserialize<Dictionary<string, string>>(bodies.Single());
        Assert.That(sent, Is.EquivalentTo(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "triage",
            ["client_secret"] = "secret-of-globex",
            ["scope"] = "read write",
            ["expires_in"] = "1800",
            ["refresh_token_expires_in"] = "2592000",
        }));
    }

    [Test]
    public async Task The_developers_own_account_needs_no_tenant()
    {
        await using var app = ZendeskApp.WithSupport(("Subdomain", "Contoso.zendesk.com"), ("ClientId", "triage"), ("ClientSecret", "s"));
        app.ExpectToken("https://contoso.zendesk.com/", "t");
        app.ExpectTicket("https://contoso.zendesk.com/", 1, "Bearer t");

        var ticket = await app.Zendesk.Tickets.GetAsync(1);

        Assert.That(ticket.Id, Is.EqualTo(1));
        app.Network.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task A_tenant_is_never_served_at_the_developers_own_account()
    {
        await using var app = ZendeskApp.WithSupport(("Subdomain", "contoso"), ("Connections:acme:ClientId", "a"), ("Connections:acme:ClientSecret", "s-a"));
        app.ExpectToken("https://acme.zendesk.com/", "t-acme");
        app.ExpectTicket("https://acme.zendesk.com/", 1, "Bearer t-acme");

        await app.Zendesk.For("acme").Tickets.GetAsync(1);

        app.Network.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task One_client_for_all_accounts_needs_no_connections()
    {
        await using var app = ZendeskApp.WithSupport(("ClientId", "global"), ("ClientSecret", "s"));
        app.ExpectToken("https://initech.zendesk.com/", "t-initech");
        app.ExpectTicket("https://initech.zendesk.com/", 1, "Bearer t-initech");

        await app.Zendesk.For("initech").Tickets.GetAsync(1);

        app.Network.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task A_local_service_answers_for_tokens_too()
    {
        await using var app = ZendeskApp.WithSupport([.. TwoTenants, ("BaseUrl", "http://127.0.0.1:5000/{subdomain}/")]);
        app.ExpectToken("http://127.0.0.1:5000/globex/", "t");
        app.ExpectTicket("http://127.0.0.1:5000/globex/", 1, "Bearer t");

        await app.Zendesk.For("globex").Tickets.GetAsync(1);

        app.Network.VerifyNoOutstandingExpectation();
    }

    [TestCase("evil.example/")]
    [TestCase("evil.example")]
    [TestCase("acme@evil.example")]
    [TestCase("acme#")]
    [TestCase("..")]
    [TestCase("xn--acme-9ta")]
    [TestCase("аcme")]
    public async Task A_hostile_tenant_is_refused_before_the_network(string tenant)
    {
        await using var app = ZendeskApp.WithSupport(("ClientId", "global"), ("ClientSecret", "s"));

        await Assert.ThrowsAsync<AuthorizationException>(() => app.Zendesk.For(tenant).Tickets.GetAsync(1));

        Assert.That(app.Requests, Is.Empty);
    }

    [TestCase("https://evil.example/")]
    [TestCase("acme.evil.example")]
    [TestCase("acme.zendesk.com.evil.example")]
    public async Task A_hostile_subdomain_is_refused_before_the_network_and_not_repeated(string subdomain)
    {
        await using var app = ZendeskApp.WithSupport(("Connections:acme:Subdomain", subdomain), ("Connections:acme:ClientId", "a"), ("Connections:acme:ClientSecret", "s"));

        var error = await Assert.ThrowsAsync<AuthorizationException>(() => app.Zendesk.For("acme").Tickets.GetAsync(1));

        Assert.That(error!.Message, Does.Contain("Subdomain").And.Contain("'acme.zendesk.com'").And.Not.Contain("evil"));
        Assert.That(app.Requests, Is.Empty);
    }

    [Test]
    public async Task A_tenant_that_nobody_knows_is_refused_before_the_network()
    {
        await using var app = ZendeskApp.WithSupport(TwoTenants);

        var error = await Assert.ThrowsAsync<AuthorizationException>(() => app.Zendesk.For("initech").Tickets.GetAsync(1));

        Assert.That(error!.Kind, Is.EqualTo(AuthorizationErrorKind.UnknownConnection));
        Assert.That(error.Message, Does.Contain("AuthProfiles:Zendesk:support:Connections"));
        Assert.That(app.Requests, Is.Empty);
    }

    [Test]
    public async Task A_user_is_refused_before_the_network()
    {
        await using var app = ZendeskApp.WithSupport(TwoTenants);

        await Assert.ThrowsAsync<AuthorizationException>(() => app.Zendesk.For("acme", user: "mia").Tickets.GetAsync(1));

        Assert.That(app.Requests, Is.Empty);
    }

    [Test]
    public async Task Without_a_tenant_and_a_subdomain_the_error_names_both_cures()
    {
        await using var app = ZendeskApp.WithSupport();

        var error = await Assert.ThrowsAsync<AuthorizationException>(() => app.Zendesk.Tickets.GetAsync(1));

        Assert.That(error!.Message, Does.Contain("For(tenant)").And.Contain("set AuthProfiles:Zendesk:support:Subdomain"));
        Assert.That(app.Requests, Is.Empty);
    }

    [Test]
    public async Task Missing_credentials_are_one_sentence_that_names_the_setting()
    {
        await using var app = ZendeskApp.WithSupport(("Subdomain", "contoso"));

        var error = await Assert.ThrowsAsync<AuthorizationException>(() => app.Zendesk.Tickets.GetAsync(1));

        Assert.That(error!.Message, Is.EqualTo("Zendesk 'support': ClientId is missing. Set AuthProfiles:Zendesk:support:ClientId (environment: AuthProfiles__Zendesk__support__ClientId)."));
        Assert.That(app.Requests, Is.Empty);
    }

    [Test]
    public async Task Half_an_api_token_is_not_taken_for_a_whole_one()
    {
        await using var app = ZendeskApp.WithSupport(("Connections:acme:Email", "mia@acme.example"));

        await Assert.ThrowsAsync<AuthorizationException>(() => app.Zendesk.For("acme").Tickets.GetAsync(1));

        Assert.That(app.Requests, Is.Empty);
    }

    [Test]
    public async Task A_refused_client_names_the_setting_that_holds_its_secret()
    {
        await using var app = ZendeskApp.WithSupport(TwoTenants);
        app.Network.Expect(HttpMethod.Post, "https://globex.zendesk.com/oauth/tokens").Respond(HttpStatusCode.Unauthorized, "application/json", """{"error":"invalid_client"}""");

        var error = await Assert.ThrowsAsync<AuthorizationException>(() => app.Zendesk.For("globex").Tickets.GetAsync(1));

        Assert.That(error!.Message, Does.Contain("check AuthProfiles:Zendesk:support:Connections:globex:ClientSecret").And.Contain("the client's Identifier, not its name").And.Not.Contain("secret-of-globex"));
        Assert.That((error.Kind, error.Tenant, error.ErrorCode, error.StatusCode), Is.EqualTo((AuthorizationErrorKind.ClientRefused, "globex", "invalid_client", 401)));
    }

    [Test]
    public async Task A_delegate_has_the_last_word()
    {
        await using var app = new ZendeskApp(
            services => services.AddZendesk("support", o => (o.Subdomain, o.Scope) = ("fabrikam", "tickets:read")),
            ("AuthProfiles:Zendesk:support:Subdomain", "contoso"),
            ("AuthProfiles:Zendesk:support:ClientId", "triage"),
            ("AuthProfiles:Zendesk:support:ClientSecret", "s"));
        var bodies = app.ExpectToken("https://fabrikam.zendesk.com/", "t");
        app.ExpectTicket("https://fabrikam.zendesk.com/", 1, "Bearer t");

        await app.Zendesk.Tickets.GetAsync(1);

        Assert.That(bodies.Single(), Does.Contain("tickets:read"));
    }

    [Test]
    public async Task A_section_of_ones_own_is_read_in_place_of_the_usual_one()
    {
        var settings = ZendeskApp.SettingsOf(("Helpdesk:Subdomain", "contoso"), ("Helpdesk:Email", "mia@contoso.example/token"), ("Helpdesk:ApiToken", "k"));
        await using var app = new ZendeskApp(services => services.AddZendesk("support", settings.GetSection("Helpdesk")), settings);
        app.ExpectTicket("https://contoso.zendesk.com/", 1, "Basic " + Convert.ToBase64String("mia@contoso.example/token:k"u8));

        await app.Zendesk.Tickets.GetAsync(1);

        app.Network.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task Each_client_has_its_name_and_the_first_is_the_one_without()
    {
        await using var app = new ZendeskApp(
            services =>
            {
                services.AddZendesk("support", o => (o.Subdomain, o.Email, o.ApiToken) = ("one", "e@x", "k"));
                services.AddZendesk("sales", o => (o.Subdomain, o.Email, o.ApiToken) = ("two", "e@x", "k"));
            });
        app.Network.When("*").Respond("application/json", """{"ticket":{"id":1}}""");

        await app.Services.GetRequiredKeyedService<ZendeskClient>("support").Tickets.GetAsync(1);
        await app.Services.GetRequiredKeyedService<ZendeskClient>("sales").Tickets.GetAsync(1);
        await app.Zendesk.Tickets.GetAsync(1);

        Assert.That(app.Requests, Is.EqualTo(new[]
        {
            "GET https://one.zendesk.com/api/v2/tickets/1",
            "GET https://two.zendesk.com/api/v2/tickets/1",
            "GET https://one.zendesk.com/api/v2/tickets/1",
        }));
    }

    [Test]
    public async Task A_second_declaration_of_a_name_adds_its_delegate()
    {
        await using var app = new ZendeskApp(
            services =>
            {
                services.AddZendesk("support", o => (o.Subdomain, o.Email) = ("one", "e@x"));
                services.AddZendesk("support", o => o.ApiToken = "k");
            });
        app.ExpectTicket("https://one.zendesk.com/", 1, "Basic " + Convert.ToBase64String("e@x/token:k"u8));

        await app.Zendesk.Tickets.GetAsync(1);

        app.Network.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task A_ticket_is_created_again_under_the_same_key_and_the_next_one_under_another()
    {
        await using var app = ZendeskApp.WithSupport(TwoTenants);
        var keys = new List<string>();
        var statuses = new Queue<HttpStatusCode>([HttpStatusCode.BadGateway, HttpStatusCode.Created, HttpStatusCode.Created]);
        app.Network.When(HttpMethod.Post, "https://acme-help.zendesk.com/api/v2/tickets").Respond(request =>
        {
            keys.Add(request.Headers.GetValues("Idempotency-Key").Single());
            return StubService.JsonAnswer("""{"ticket":{"id":7}}""", statuses.Dequeue());
        });

        await app.Zendesk.For("acme").Tickets.CreateAsync(new() { Comment = Comment.Public("Broken.") });
        await app.Zendesk.For("acme").Tickets.CreateAsync(new() { Comment = Comment.Public("Broken.") });

        Assert.That((keys.Count, keys.Take(2).Distinct().Count(), keys.Distinct().Count()), Is.EqualTo((3, 1, 2)));
    }

    [Test]
    public async Task A_comment_is_not_written_again_where_it_may_have_been_written()
    {
        await using var app = ZendeskApp.WithSupport(TwoTenants);
        app.Network.When("*").Respond(HttpStatusCode.BadGateway);

        await Assert.ThrowsAsync<ZendeskException>(() => app.Zendesk.For("acme").Tickets.UpdateAsync(7, new() { Comment = Comment.Public("Done.") }));

        Assert.That(app.Requests, Is.EqualTo(new[] { "PUT https://acme-help.zendesk.com/api/v2/tickets/7" }));
    }

    [Test]
    public async Task A_change_without_a_comment_is_made_again_where_it_failed()
    {
        await using var app = ZendeskApp.WithSupport(TwoTenants);
        app.Network.Expect(HttpMethod.Put, "*").Respond(HttpStatusCode.BadGateway);
        app.Network.Expect(HttpMethod.Put, "*").Respond("application/json", """{"ticket":{"id":7}}""");

        await app.Zendesk.For("acme").Tickets.UpdateAsync(7, new() { Subject = "Printer" });

        Assert.That(app.Requests, Has.Count.EqualTo(2));
    }
}
