using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace AuthProfiles.Testing.Zendesk;

public sealed class ZendeskAuthenticationTests : ZendeskFixture
{
    [TestCase("agent@acme.example/token", "t0ken", ExpectedResult = HttpStatusCode.OK)]
    [TestCase("agent@acme.example/token", "wrong", ExpectedResult = HttpStatusCode.Unauthorized)]
    [TestCase("stranger@acme.example/token", "t0ken", ExpectedResult = HttpStatusCode.Unauthorized)]
    [TestCase("agent@acme.example", "t0ken", ExpectedResult = HttpStatusCode.Unauthorized)]
    [TestCase("agent@acme.example/token/token", "t0ken", ExpectedResult = HttpStatusCode.Unauthorized)]
    public async Task<HttpStatusCode> Only_a_known_api_token_of_a_user_is_accepted(string userName, string password)
    {
        Local.Zendesk.Account("acme").AddApiToken("agent@acme.example", "t0ken");
        Authorization = Wire.Basic(userName, password);

        using var response = await SendAsync(HttpMethod.Get, "tickets");

        return response.StatusCode;
    }

    [Test]
    public async Task A_bearer_token_of_the_account_is_accepted_until_it_expires()
    {
        Authorization = new AuthenticationHeaderValue("Bearer", await Local.TokenAsync(Wire.ZendeskTokenUrl, "read"));

        using var before = await SendAsync(HttpMethod.Get, "tickets");
        Local.Clock.Advance(TimeSpan.FromHours(1));
        using var after = await SendAsync(HttpMethod.Get, "tickets");

        Assert.That(before.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(after.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((string?)(await after.JsonAsync())["error"], Is.EqualTo("invalid_token"));
    }

    [TestCase("read impersonate", "mia@acme.example", ExpectedResult = "mia@acme.example")]
    [TestCase("read impersonate", "id", ExpectedResult = "mia@acme.example")]
    [TestCase("read impersonate", "nobody@acme.example", ExpectedResult = "invalid_token")]
    [TestCase("read impersonate", "admin@local.example", ExpectedResult = "invalid_token")]
    [TestCase("read", "mia@acme.example", ExpectedResult = "invalid_token")]
    public async Task<string?> An_administrators_token_acts_for_an_end_user_where_its_scope_says_so(string scope, string user)
    {
        var mia = Local.Zendesk.Users.Add("mia@acme.example");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Api}/users/me");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Local.TokenAsync(Wire.ZendeskTokenUrl, scope));
        request.Headers.Add("X-On-Behalf-Of", user == "id" ? $"{mia.Id}" : user);

        using var response = await Client.SendAsync(request);

        var answer = await response.JsonAsync();
        return (string?)(answer["user"]?["email"] ?? answer["error"]);
    }

    [Test]
    public async Task A_token_of_one_account_is_refused_by_another()
    {
        Authorization = new AuthenticationHeaderValue("Bearer", await Local.TokenAsync("https://globex.zendesk.com/oauth/tokens", "read"));

        using var response = await SendAsync(HttpMethod.Get, "tickets");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [TestCase("read", "GET", "tickets", ExpectedResult = HttpStatusCode.OK)]
    [TestCase("read", "DELETE", "tickets/1", ExpectedResult = HttpStatusCode.Forbidden)]
    [TestCase("tickets:write", "DELETE", "tickets/1", ExpectedResult = HttpStatusCode.NoContent)]
    [TestCase("tickets:write", "GET", "tickets/1", ExpectedResult = HttpStatusCode.Forbidden)]
    [TestCase("tickets:read", "GET", "search?query=x", ExpectedResult = HttpStatusCode.Forbidden)]
    [TestCase("made:up", "GET", "tickets", ExpectedResult = HttpStatusCode.Forbidden)]
    public async Task<HttpStatusCode> A_token_reaches_as_far_as_its_scope(string scope, string method, string path)
    {
        Local.Zendesk.Tickets.Add("x");
        Authorization = new AuthenticationHeaderValue("Bearer", await Local.TokenAsync(Wire.ZendeskTokenUrl, scope));

        using var response = await SendAsync(new HttpMethod(method), path);

        return response.StatusCode;
    }

    [Test]
    public async Task Nobody_is_refused_except_where_zendesk_answers_anybody()
    {
        Authorization = null;

        using var tickets = await SendAsync(HttpMethod.Get, "tickets");
        using var me = await SendAsync(HttpMethod.Get, "users/me.json");

        Assert.Multiple(async () =>
        {
            Assert.That(tickets.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That((string?)(await tickets.JsonAsync())["error"], Is.EqualTo("Couldn't authenticate you"));
            Assert.That(me.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await me.JsonAsync())["user"]!["id"], Is.Null);
        });
    }

    [Test]
    public async Task Me_is_the_user_of_the_api_token()
    {
        var me = (await GetAsync("users/me"))["user"]!;

        Assert.That((string?)me["email"], Is.EqualTo("agent@acme.example"));
        Assert.That((long)me["id"]!, Is.GreaterThan(int.MaxValue));
        Assert.That((string?)(await GetAsync($"users/{me["id"]}"))["user"]!["role"], Is.EqualTo("agent"));
    }

    [Test]
    public async Task The_administrator_is_whom_they_have_become()
    {
        Authorization = new AuthenticationHeaderValue("Bearer", await Local.TokenAsync(Wire.ZendeskTokenUrl, "read write"));
        using var changed = await SendAsync(HttpMethod.Put, $"users/{Local.Zendesk.Users.First().Id}", new JsonObject { ["user"] = new JsonObject { ["name"] = "Noa" } });

        Assert.That(changed.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((string?)(await GetAsync("users/me"))["user"]!["name"], Is.EqualTo("Noa"));
    }

    [Test]
    public async Task The_current_token_can_be_looked_at_and_revoked()
    {
        var token = await Local.TokenAsync(Wire.ZendeskTokenUrl, "read");
        Authorization = new AuthenticationHeaderValue("Bearer", token);

        var current = (await GetAsync("oauth/tokens/current"))["token"]!;
        using var revoked = await SendAsync(HttpMethod.Delete, "oauth/tokens/current");
        using var after = await SendAsync(HttpMethod.Get, "tickets");

        Assert.Multiple(() =>
        {
            Assert.That((string?)current["token"], Is.EqualTo(token[..10]));
            Assert.That(((JsonArray)current["scopes"]!).Select(scope => (string?)scope), Is.EqualTo(new[] { "read" }));
            Assert.That(revoked.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
            Assert.That(after.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        });
    }

    [TestCase("oauth/tokens/current")]
    public async Task An_api_token_is_no_current_token(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Accounts_do_not_share_tickets_and_unknown_ones_do_not_exist()
    {
        Local.Zendesk.Account("acme").Tickets.Add("acme's");
        Local.Zendesk.Account("globex").Tickets.Add("globex's");

        var acme = await GetAsync("tickets/1");
        var globex = await GetAsync("https://globex.zendesk.com/api/v2/tickets/1");
        using var unknown = await SendAsync(HttpMethod.Get, "https://initech.zendesk.com/api/v2/tickets/1");
        using var tokens = Local.TokenClient();
        using var token = await tokens.SendAsync(Wire.ClientCredentials("https://initech.zendesk.com/oauth/tokens", "read"));

        Assert.Multiple(async () =>
        {
            Assert.That((string?)acme["ticket"]!["subject"], Is.EqualTo("acme's"));
            Assert.That((string?)globex["ticket"]!["subject"], Is.EqualTo("globex's"));
            Assert.That(unknown.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((string?)(await unknown.JsonAsync())["error"]!["title"], Does.StartWith("No help desk"));
            Assert.That(token.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(Local.AuthorizationServer.TokenRequests, Is.Zero);
        });
    }

    [TestCase("oauth/tokens")]
    [TestCase("api/v2/tickets")]
    public async Task A_token_request_that_went_astray_shows_no_secret(string path)
    {
        Local.Zendesk.Account("acme");
        using var form = await Client.SendAsync(Wire.ClientCredentials("https://initech.zendesk.com/" + path, "read", "hidden"));

        Assert.That(Local.Zendesk.Requests.Single().Body, Does.Contain("[redacted]").And.Not.Contain("hidden"));
    }

    [TestCase("oauth/tokens")]
    [TestCase("api/v2/tickets")]
    public async Task A_token_request_in_JSON_that_went_astray_shows_none_either(string path)
    {
        Local.Zendesk.Account("acme");
        using var answer = await Client.PostAsync("https://initech.zendesk.com/" + path, new StringContent("""{"grant_type":"client_credentials","client_secret":"hidden"}""", System.Text.Encoding.UTF8, "application/json"));

        Assert.That(Local.Zendesk.Requests.Single().Body, Does.Contain("[redacted]").And.Not.Contain("hidden"));
    }

    [Test]
    public async Task Token_requests_are_counted_by_the_authorization_server_only()
    {
        await Local.TokenAsync(Wire.ZendeskTokenUrl, "read");

        Assert.That(Local.AuthorizationServer.TokenRequests, Is.EqualTo(1));
        Assert.That(Local.Zendesk.RequestCount, Is.Zero);
    }

    [Test]
    public async Task A_throttled_request_is_told_how_long_to_wait()
    {
        Local.Zendesk.ThrottleNext(TimeSpan.FromSeconds(41));

        using var throttled = await SendAsync(HttpMethod.Get, "tickets");
        using var next = await SendAsync(HttpMethod.Get, "tickets");

        Assert.Multiple(async () =>
        {
            Assert.That(throttled.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
            Assert.That(throttled.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(41)));
            Assert.That(throttled.Headers.GetValues("X-Rate-Limit-Remaining").Single(), Is.EqualTo("0"));
            Assert.That((string?)(await throttled.JsonAsync())["error"], Is.EqualTo("APIRateLimitExceeded"));
            Assert.That(next.Headers.GetValues("X-Rate-Limit").Single(), Is.EqualTo("700"));
        });
    }
}
