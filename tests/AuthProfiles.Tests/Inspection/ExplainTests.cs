using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Tests.Inspection;

/// <summary>An explanation says how a request would be authorized, sends nothing and shows no secret.</summary>
[TestFixture]
public sealed class ExplainTests
{
    [Test]
    public async Task A_tenants_token_is_explained_down_to_the_request_that_acquires_it()
    {
        await using var profiles = Orders();
        using var request = new HttpRequestMessage(HttpMethod.Get, "orders/7?page=secret-page");

        var explanation = profiles.Client("orders-client").For("acme").Explain(request);

        Assert.That(explanation.ToString().ReplaceLineEndings("\n"), Is.EqualTo("""
            GET https://acme.orders.example/api/orders/7?*
            Profile: orders for acme (ClientCredentials)
            Connection: AuthProfiles:Profiles:orders:Connections:acme
            Origins: https://acme.orders.example
            Credential: Header Authorization; not held; acquired by POST https://login.orders.example/acme/oauth/token
            """.ReplaceLineEndings("\n")));
        Assert.That(request.RequestUri!.OriginalString, Is.EqualTo("orders/7?page=secret-page"));
    }

    [Test]
    public async Task A_held_token_is_said_to_be_held_and_until_when()
    {
        await using var profiles = Orders();
        profiles.Token = static () => new(HttpStatusCode.OK) { Content = new StringContent("""{"access_token":"c4nary-secret","token_type":"Bearer","expires_in":3600}""", Encoding.UTF8, "application/json") };
        using var client = profiles.Client("orders-client");
        using var response = await client.For("acme").GetAsync(new Uri("orders", UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Post, "orders");

        var explanation = client.For("acme").Explain(request);

        Assert.That(explanation.IsHeld);
        Assert.That(explanation.ExpiresAt, Is.EqualTo(profiles.Time.GetUtcNow().AddHours(1)));
        Assert.That(explanation.AcquiredBy, Is.Null);
        Assert.That(explanation.Fields, Is.EqualTo(new[] { new InjectedField(AuthorizationFieldType.Header, "Authorization") }));
        Assert.That(explanation.ToString(), Does.Not.Contain(InspectedProfiles.Secret));
    }

    [Test]
    public async Task Everything_that_is_missing_is_told_at_once()
    {
        await using var profiles = Orders();

        var explanation = profiles.Explain("orders", "orders/7", "initech");

        Assert.That(explanation.Missing, Has.Count.EqualTo(2));
        Assert.That(explanation.Missing[0], Does.Contain("Set AuthProfiles:Profiles:orders:Connections:initech:ClientId"));
        Assert.That(explanation.Missing[1], Does.Contain("Set AuthProfiles:Profiles:orders:Connections:initech:ClientSecret"));
    }

    [TestCase("ApiKey", "Key")]
    [TestCase("Basic", "Username")]
    [TestCase("Bearer", "Token")]
    public async Task What_a_profile_lacks_that_answers_at_once_is_told_too(string type, string setting)
    {
        await using var profiles = new InspectedProfiles(static _ => { }, ("weather:Type", type), ("weather:BaseUrl", "https://weather.example/"));

        var explanation = profiles.Explain("weather", "today");

        Assert.That(explanation.Missing[0], Does.Contain($"Set AuthProfiles:Profiles:weather:{setting} "));
        Assert.That(profiles.ExplainAll("https://weather.example/today").Single().Missing, Is.EqualTo(explanation.Missing));
    }

    [Test]
    public async Task A_forgotten_tenant_and_an_unknown_one_are_told()
    {
        await using var profiles = Orders();

        Assert.That(profiles.Explain("orders", "orders/7").Missing.Single(), Does.Contain("Name one: http.For(tenant)"));
        Assert.That(profiles.Explain("orders", "orders/7", "nobody").Missing.Single(), Does.Contain("nobody knows this tenant"));
        Assert.That(profiles.Explain("orders", "orders/7", "nobody").Address, Is.Null);
    }

    [Test]
    public async Task An_origin_that_is_not_allowed_is_told()
    {
        await using var profiles = Orders();

        var explanation = profiles.Explain("orders", "https://evil.example/orders", "acme");

        Assert.That(explanation.Missing.Single(), Does.Contain("must not go to https://evil.example"));
    }

    [TestCase("evil.example", 1)]
    [TestCase("acme.orders.example", 0)]
    public async Task A_Host_header_that_names_another_origin_is_told(string host, int faults)
    {
        await using var profiles = Orders();
        using var request = new HttpRequestMessage(HttpMethod.Get, "orders/7") { Headers = { Host = host } };

        var explanation = profiles.Inspector.Explain("orders", request, "acme");

        Assert.That(explanation.Missing.Count(static fault => fault.Contains("Host header names 'evil.example'", StringComparison.Ordinal)), Is.EqualTo(faults));
        Assert.That(explanation.Missing, Has.Count.EqualTo(faults));
    }

    [Test]
    public async Task A_key_is_never_shown_and_its_place_is()
    {
        await using var profiles = new InspectedProfiles(
            static builder => builder.AddApiKey("weather", static o =>
            {
                o.BaseUrl = "https://weather.example/v1/";
                o.QueryString = "appid";
                o.Key = InspectedProfiles.Secret;
            }));

        var explanation = profiles.Explain("weather", "today");

        Assert.That(explanation.Fields, Does.Contain(new InjectedField(AuthorizationFieldType.QueryString, "appid")));
        Assert.That(explanation.Connection, Is.EqualTo("AuthProfiles:Profiles:weather"));
        Assert.That(explanation.Missing, Is.Empty);
        Assert.That(explanation.ToString(), Does.Not.Contain(InspectedProfiles.Secret));
    }

    [Test]
    public async Task A_user_who_has_not_connected_is_told_so_and_one_who_has_is_found()
    {
        await using var profiles = new InspectedProfiles(static builder => builder.AddApiKey("weather", static o =>
        {
            o.BaseUrl = "https://weather.example/v1/";
            o.Header = "x-api-key";
        }));
        await profiles.Connections.ConnectAsync("weather", user: "mia", inputs: new Dictionary<string, string>(StringComparer.Ordinal) { ["key"] = InspectedProfiles.Secret });

        Assert.That(profiles.Explain("weather", "today", user: "leo").Missing.Single(), Does.Contain("the user has not connected yet"));
        Assert.That(profiles.Explain("weather", "today", user: "mia").Connection, Is.EqualTo("the connection store, version 1"));
        Assert.That(profiles.Explain("weather", "today", user: "mia").Fields.Single().Key, Is.EqualTo("x-api-key"));
    }

    [Test]
    public async Task A_delegate_is_not_called()
    {
        await using var profiles = new InspectedProfiles(static builder => builder.AddDelegate("other", static o =>
        {
            o.BaseUrl = "https://other.example/";
            o.Acquire = static (_, _) => throw new AssertionException("An explanation has called the delegate.");
        }));

        Assert.That(profiles.Explain("other", "x").ToString(), Does.Contain("places known when it is there; not held"));
    }

    [Test]
    public async Task A_key_that_is_missing_or_not_fit_is_in_the_explanation()
    {
        await using var profiles = new InspectedProfiles(static builder => builder
            .AddApiKey("bare", static o => o.BaseUrl = "https://bare.example/")
            .AddApiKey("unfit", static o => (o.BaseUrl, o.Key) = ("https://unfit.example/", "two\nlines")));

        Assert.That(profiles.Explain("bare", "x").Missing.Single(), Does.Contain("Set AuthProfiles:Profiles:bare:Key"));
        Assert.That(profiles.Explain("unfit", "x").Missing.Single(), Does.Contain("Check AuthProfiles:Profiles:unfit:Key").And.Not.Contain("lines"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_function_that_gives_a_token_to_exchange_is_not_called(bool isOfSubject)
    {
        static ValueTask<SecretValue> Called(CredentialRequest request, CancellationToken cancellationToken) => throw new AssertionException("An explanation has called the function.");
        await using var profiles = new InspectedProfiles(builder => builder.AddTokenExchange("behind", o =>
        {
            (o.BaseUrl, o.TokenUrl, o.ClientId, o.ClientSecret) = ("https://behind.example/", "https://login.example/token", "app", InspectedProfiles.Secret);
            o.Inputs["subjectToken"] = "subject";
            o.SubjectToken = isOfSubject ? Called : null;
            o.ActorToken = isOfSubject ? null : Called;
        }));

        Assert.That(profiles.Explain("behind", "x").ToString(), Does.Contain("Credential: Header Authorization; not held").And.Not.Contain("Missing"));
    }

    [Test]
    public async Task An_issuer_that_is_asked_first_is_said_to_be_and_is_not_asked()
    {
        await using var profiles = new InspectedProfiles(static builder => builder.AddClientCredentials("orders", static o =>
            (o.BaseUrl, o.Issuer, o.ClientId, o.ClientSecret) = ("https://orders.example/", "https://login.orders.example", "app", InspectedProfiles.Secret)));

        var explanation = profiles.Explain("orders", "x");

        Assert.That(explanation.AcquiredBy, Is.EqualTo("GET https://login.orders.example/.well-known/openid-configuration"));
        Assert.That(explanation.Fields.Single().Key, Is.EqualTo("Authorization"));
        Assert.That(explanation.Missing, Is.Empty);
    }

    [Test]
    public async Task An_address_finds_its_profiles_the_nearest_first()
    {
        await using var profiles = new InspectedProfiles(
            static builder => builder
                .AddApiKey("all", static o => { o.BaseUrl = "https://api.example/"; o.Key = InspectedProfiles.Secret; })
                .AddApiKey("reports", static o => { o.BaseUrl = "https://api.example/reports/"; o.Key = InspectedProfiles.Secret; })
                .AddApiKey("broken", static o => o.BaseUrl = "no address"),
            ("tenants:Type", "ApiKey"),
            ("tenants:BaseUrl", "https://{tenant}.example/"),
            ("tenants:Connections:api:Key", InspectedProfiles.Secret),
            ("tenants:Connections:other:Key", InspectedProfiles.Secret));

        var explanations = profiles.ExplainAll("https://api.example/reports/2026");

        Assert.That(explanations.Select(static explanation => $"{explanation.Profile} {explanation.Tenant}"), Is.EqualTo(new[] { "reports ", "all ", "tenants api" }));
        Assert.That(profiles.ExplainAll("https://elsewhere.example/"), Is.Empty);
    }

    [Test]
    public void A_client_without_a_profile_is_refused()
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage();

        Assert.That(() => client.Explain(request), Throws.TypeOf<AuthorizationException>().With.Message.Contains("has no authorization profile"));
    }

    private static InspectedProfiles Orders() => new(
        static builder =>
        {
            builder.AddClientCredentials("orders", static o =>
            {
                o.BaseUrl = "https://{tenant}.orders.example/api/";
                o.TokenUrl = "https://login.orders.example/{tenant}/oauth/token";
            });
            builder.Services.AddHttpClient("orders-client").AddAuthorizationProfile("orders");
        },
        ("orders:Connections:acme:ClientId", "acme-client"),
        ("orders:Connections:acme:ClientSecret", InspectedProfiles.Secret),
        ("orders:Connections:initech:ClientId", string.Empty));
}
