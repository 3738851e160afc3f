using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace AuthProfiles.Testing.Authorization;

public sealed class LocalAuthorizationServerTests
{
    private const string TokenUrl = "https://login.orders.example/acme/oauth/token";

    private readonly ManualClock _clock = new();
    private LocalAuthorizationServer _server = null!;

    [SetUp]
    public void Start() => _server = new LocalAuthorizationServer(_clock);

    [Test]
    public async Task A_client_gets_an_opaque_bearer_token_for_its_scope()
    {
        using var response = await _server.AnswerAsync(Wire.ClientCredentials(TokenUrl, "orders.read"));
        var answer = await response.JsonAsync();

        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((string?)answer["token_type"], Is.EqualTo("Bearer"));
            Assert.That((int)answer["expires_in"]!, Is.EqualTo(3600));
            Assert.That((string?)answer["scope"], Is.EqualTo("orders.read"));
            Assert.That(_server.TryValidate((string)answer["access_token"]!, out var token), Is.True);
            Assert.That(token!.ClientId, Is.EqualTo("app"));
            Assert.That(token.TokenEndpoint.AbsoluteUri, Is.EqualTo(TokenUrl));
            Assert.That(_server.Issued, Is.EqualTo(1));
            Assert.That(_server.TokenRequests, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task A_token_expires_by_the_clock()
    {
        _server.TokenLifetime = TimeSpan.FromMinutes(5);
        var token = await IssueAsync();

        _clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        Assert.That(_server.TryValidate(token, out _), Is.True);
        _clock.Advance(TimeSpan.FromTicks(1));

        Assert.That(_server.TryValidate(token, out _), Is.False);
    }

    [Test]
    public async Task A_revoked_token_is_dead_and_another_lives()
    {
        var first = await IssueAsync();
        var second = await IssueAsync();

        _server.Revoke(first);

        Assert.That(_server.TryValidate(first, out _), Is.False);
        Assert.That(_server.TryValidate(second, out _), Is.True);
        _server.RevokeAll();
        Assert.That(_server.TryValidate(second, out _), Is.False);
    }

    [Test]
    public async Task Basic_client_authentication_is_form_decoded()
    {
        _server.AddClient("my app", "s:c+r%t");
        var request = Wire.Form(TokenUrl, ("grant_type", "client_credentials"));
        request.Headers.Authorization = Wire.Basic("my+app", "s%3Ac%2Br%25t");

        using var response = await _server.AnswerAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Json_bodies_are_read_as_forms_are()
    {
        var body = new JsonObject { ["grant_type"] = "client_credentials", ["client_id"] = "app", ["client_secret"] = "s3cret", ["expires_in"] = 1800 };

        using var response = await _server.AnswerAsync(new(HttpMethod.Post, TokenUrl) { Content = JsonContent.Create(body) });

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("app", "s3cret", ExpectedResult = HttpStatusCode.OK)]
    [TestCase("app", "wrong", ExpectedResult = HttpStatusCode.Unauthorized)]
    [TestCase("other", "s3cret", ExpectedResult = HttpStatusCode.Unauthorized)]
    public async Task<HttpStatusCode> Once_a_client_is_added_only_it_is_accepted(string id, string secret)
    {
        _server.AddClient("app", "s3cret");

        using var response = await _server.AnswerAsync(Wire.Form(TokenUrl, ("grant_type", "client_credentials"), ("client_id", id), ("client_secret", secret)));

        return response.StatusCode;
    }

    [TestCase("https://login.orders.example/acme/oauth/token", ExpectedResult = HttpStatusCode.OK)]
    [TestCase("https://acme.orders.example/oauth/token", ExpectedResult = HttpStatusCode.OK)]
    [TestCase("https://login.orders.example/globex/oauth/token", ExpectedResult = HttpStatusCode.Unauthorized)]
    public async Task<HttpStatusCode> A_client_of_one_tenant_is_unknown_to_another(string address)
    {
        _server.AddClient("app", "s3cret", tenant: "acme");

        using var response = await _server.AnswerAsync(Wire.ClientCredentials(address, "x"));

        return response.StatusCode;
    }

    [Test]
    public async Task A_second_secret_replaces_the_first()
    {
        _server.AddClient("app", "old");
        _server.AddClient("app", "s3cret");

        using var rotated = await _server.AnswerAsync(Wire.ClientCredentials(TokenUrl, "x"));
        using var old = await _server.AnswerAsync(Wire.ClientCredentials(TokenUrl, "x", "old"));

        Assert.That(rotated.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(old.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_basic_client_that_is_refused_is_told_how_to_authenticate()
    {
        _server.AddClient("app", "s3cret");
        var request = Wire.Form(TokenUrl, ("grant_type", "client_credentials"));
        request.Headers.Authorization = Wire.Basic("app", "wrong");

        using var response = await _server.AnswerAsync(request);

        Assert.That((string?)(await response.JsonAsync())["error"], Is.EqualTo("invalid_client"));
        Assert.That(response.Headers.WwwAuthenticate.Single().Scheme, Is.EqualTo("Basic"));
    }

    [TestCase("client_id=app&client_secret=s", ExpectedResult = "400 invalid_request")]
    [TestCase("grant_type=&client_id=app&client_secret=s", ExpectedResult = "400 invalid_request")]
    [TestCase("grant_type=magic&client_id=app&client_secret=s", ExpectedResult = "400 unsupported_grant_type")]
    [TestCase("grant_type=client_credentials&scope=a&scope=b&client_id=app&client_secret=s", ExpectedResult = "400 invalid_request")]
    [TestCase("grant_type=client_credentials&client_id=app", ExpectedResult = "401 invalid_client")]
    [TestCase("grant_type=client_credentials&client_id=app&client_secret=s&scope=orders.write", ExpectedResult = "400 invalid_scope")]
    public async Task<string> A_bad_request_is_refused_by_the_book(string form)
    {
        _server.AddClient("app", "s", allowedScopes: ["orders.read"]);

        using var response = await _server.AnswerAsync(new(HttpMethod.Post, TokenUrl) { Content = new StringContent(form, null, "application/x-www-form-urlencoded") });

        return $"{(int)response.StatusCode} {(await response.JsonAsync())["error"]}";
    }

    [Test]
    public async Task Two_ways_of_authenticating_at_once_are_refused()
    {
        var request = Wire.ClientCredentials(TokenUrl, "x");
        request.Headers.Authorization = Wire.Basic("app", "s3cret");

        using var response = await _server.AnswerAsync(request);

        Assert.That((string?)(await response.JsonAsync())["error"], Is.EqualTo("invalid_request"));
    }

    [Test]
    public async Task A_get_is_refused()
    {
        using var response = await _server.AnswerAsync(new(HttpMethod.Get, TokenUrl));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
    }

    [TestCase("?grant_type=password&client_id=app&username=mia&password=pw", ExpectedResult = HttpStatusCode.OK)]
    [TestCase("?grant_type=client_credentials&client_id=app&client_secret=s", ExpectedResult = HttpStatusCode.BadRequest)]
    public async Task<HttpStatusCode> A_query_is_read_where_it_holds_no_secret_of_the_client(string query)
    {
        using var response = await _server.AnswerAsync(new(HttpMethod.Get, TokenUrl + query));

        Assert.That(_server.TokenRequests, Is.EqualTo(1));
        Assert.That(_server.Requests[0].Uri.Query, Does.Contain("grant_type=").And.Not.Contain("pw"));
        return response.StatusCode;
    }

    [Test]
    public async Task Zendesk_tells_a_lifetime_only_if_asked()
    {
        using var silent = await _server.AnswerAsync(Wire.ClientCredentials(Wire.ZendeskTokenUrl, "read"));
        using var asked = await _server.AnswerAsync(Wire.ClientCredentials(Wire.ZendeskTokenUrl, "read", more: ("expires_in", "600")));
        var token = await asked.JsonAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(silent.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That((await silent.JsonAsync()).ContainsKey("expires_in"), Is.False);
            Assert.That((int)token["expires_in"]!, Is.EqualTo(600));
        });
        _clock.Advance(TimeSpan.FromSeconds(600));
        Assert.That(_server.TryValidate((string)token["access_token"]!, out _), Is.False);
    }

    [TestCase("299")]
    [TestCase("172801")]
    [TestCase("soon")]
    public async Task Zendesk_refuses_a_lifetime_out_of_range(string seconds)
    {
        using var response = await _server.AnswerAsync(Wire.ClientCredentials(Wire.ZendeskTokenUrl, "read", more: ("expires_in", seconds)));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase("contoso.example", "https://cognitiveservices.azure.com/.default", ExpectedResult = HttpStatusCode.OK)]
    [TestCase("contoso.example", "https://cognitiveservices.azure.com/user_impersonation", ExpectedResult = HttpStatusCode.BadRequest)]
    [TestCase("organizations", "https://cognitiveservices.azure.com/.default", ExpectedResult = HttpStatusCode.BadRequest)]
    public async Task<HttpStatusCode> Entra_wants_one_directory_and_one_resource(string directory, string scope)
    {
        using var response = await _server.AnswerAsync(Wire.ClientCredentials($"https://login.microsoftonline.com/{directory}/oauth2/v2.0/token", scope));

        return response.StatusCode;
    }

    [Test]
    public async Task What_is_recorded_holds_no_secret()
    {
        var basic = Wire.Form(TokenUrl + "?key=hidden", ("grant_type", "client_credentials"), ("scope", "orders.read"), ("refresh_token", "hidden"));
        basic.Headers.Authorization = Wire.Basic("app", "hidden");
        using var first = await _server.AnswerAsync(basic);
        using var second = await _server.AnswerAsync(Wire.ClientCredentials(TokenUrl, "orders.read", "hidden"));

        Assert.Multiple(() =>
        {
            foreach (var request in _server.Requests)
            {
                Assert.That($"{request} {request.Uri} {request.Body} {string.Join(' ', request.HeaderNames)}", Does.Not.Contain("hidden"));
                Assert.That(request.Body, Does.Contain("grant_type=client_credentials").And.Contain("scope=orders.read"));
            }

            Assert.That(_server.Requests[0].HasBasic("app", "hidden"), Is.True);
            Assert.That(_server.Requests[0].HasBasic("app", "other"), Is.False);
            Assert.That(_server.Requests[0].HasQuery("key", "hidden"), Is.True);
            Assert.That(_server.Requests[1].HeaderNames, Does.Not.Contain("Authorization"));
        });
    }

    [Test]
    public async Task A_planned_failure_answers_once()
    {
        _server.FailNext(HttpStatusCode.ServiceUnavailable, "{\"error\":\"server_error\"}", [new("Retry-After", "7")]);

        using var failed = await _server.AnswerAsync(Wire.ClientCredentials(TokenUrl, "x"));
        using var next = await _server.AnswerAsync(Wire.ClientCredentials(TokenUrl, "x"));

        Assert.Multiple(() =>
        {
            Assert.That(failed.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(failed.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(7)));
            Assert.That(next.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(_server.TokenRequests, Is.EqualTo(2));
            Assert.That(_server.Issued, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Concurrent_requests_get_tokens_of_their_own()
    {
        var tokens = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(IssueAsync)));

        Assert.That(tokens, Is.Unique);
        Assert.That(_server.Issued, Is.EqualTo(100));
    }

    private async Task<string> IssueAsync()
    {
        using var response = await _server.AnswerAsync(Wire.ClientCredentials(TokenUrl, "x"));
        return (string)(await response.JsonAsync())["access_token"]!;
    }
}
