using System.Net;

namespace AuthProfiles.Testing.Authorization;

public sealed class AuthorizationEndpointTests : AuthorizationFixture
{
    [Test]
    public async Task The_browser_comes_back_with_code_state_and_issuer()
    {
        var callback = await Server.ConsentAsync(Authorize(changes: ("state", "a b&c")));

        Assert.Multiple(() =>
        {
            Assert.That(callback.GetLeftPart(UriPartial.Path), Is.EqualTo(Callback));
            Assert.That(QueryOf(callback).Keys, Is.EquivalentTo(["code", "state", "iss"]));
            Assert.That(QueryOf(callback)["state"], Is.EqualTo("a b&c"));
            Assert.That(QueryOf(callback)["iss"], Is.EqualTo("https://login.orders.example/acme"));
            Assert.That(Server.Requests.Single().Status, Is.EqualTo(HttpStatusCode.Redirect));
            Assert.That(Server.TokenRequests, Is.Zero);
        });
    }

    [Test]
    public async Task The_query_of_a_callback_stays()
    {
        var callback = await Server.ConsentAsync(Authorize(changes: ("redirect_uri", Callback + "?from=login")));

        Assert.That(callback.AbsoluteUri, Does.StartWith(Callback + "?from=login&code="));
    }

    [Test]
    public async Task A_user_who_refuses_is_sent_back_without_a_code()
    {
        Server.Deny();

        var refused = QueryOf(await Server.ConsentAsync(Authorize()));
        Server.SignIn("mia");
        var given = QueryOf(await Server.ConsentAsync(Authorize()));

        Assert.That(refused.Keys, Is.EquivalentTo(["error", "error_description", "state", "iss"]));
        Assert.That(refused["error"], Is.EqualTo("access_denied"));
        Assert.That(given.Keys, Does.Contain("code"));
    }

    [TestCase("response_type", null, ExpectedResult = "invalid_request")]
    [TestCase("response_type", "token", ExpectedResult = "unsupported_response_type")]
    [TestCase("state", null, ExpectedResult = "invalid_request")]
    [TestCase("code_challenge", null, ExpectedResult = "invalid_request")]
    [TestCase("code_challenge", "short", ExpectedResult = "invalid_request")]
    [TestCase("code_challenge_method", null, ExpectedResult = "invalid_request")]
    [TestCase("code_challenge_method", "plain", ExpectedResult = "invalid_request")]
    [TestCase("scope", "orders.write", ExpectedResult = "invalid_scope")]
    [TestCase("resource", "orders", ExpectedResult = "invalid_target")]
    public async Task<string> What_is_wrong_is_told_to_the_callback(string name, string? value)
    {
        Server.AddClient(new LocalClient("app") { AllowedScopes = ["orders.read"] });

        var answer = QueryOf(await Server.ConsentAsync(Authorize(changes: (name, value))));

        Assert.That(answer.Keys, Does.Not.Contain("code"));
        return answer["error"];
    }

    [TestCase("client_id", null)]
    [TestCase("client_id", "other")]
    [TestCase("redirect_uri", null)]
    [TestCase("redirect_uri", "https://app.example/callback/")]
    [TestCase("redirect_uri", "https://app.example/Callback")]
    [TestCase("redirect_uri", "https://app.example/callback?x=1")]
    [TestCase("redirect_uri", "https://app.example/callback#x")]
    [TestCase("redirect_uri", "/callback")]
    public async Task Nobody_is_sent_to_an_address_that_is_not_the_clients(string name, string? value)
    {
        Server.AddClient(new LocalClient("app") { RedirectUris = [Callback] });

        var error = await Assert.CatchAsync<InvalidOperationException>(() => Server.ConsentAsync(Authorize(changes: (name, value))));

        Assert.That(error!.Message, Does.Contain("400").And.Contain(name));
        Assert.That(error.Message, Does.Not.Contain("s-1"));
    }

    [Test]
    public async Task A_parameter_that_is_there_twice_sends_nobody_back()
    {
        var address = new Uri(Authorize().AbsoluteUri + "&state=s-2");

        Assert.That((await Assert.CatchAsync<InvalidOperationException>(() => Server.ConsentAsync(address)))!.Message, Does.Contain("twice"));
    }

    [TestCase("http://127.0.0.1:41234/cb", ExpectedResult = true)]
    [TestCase("http://127.0.0.1/cb", ExpectedResult = true)]
    [TestCase("http://127.0.0.1:41234/other", ExpectedResult = false)]
    [TestCase("http://localhost:41234/cb", ExpectedResult = false)]
    [TestCase("http://[::1]:41234/cb", ExpectedResult = false)]
    [TestCase("https://127.0.0.1:41234/cb", ExpectedResult = false)]
    [TestCase("http://127.0.0.1.example/cb", ExpectedResult = false)]
    [TestCase("http://127.0.0.1@app.example/cb", ExpectedResult = false)]
    public Task<bool> The_port_of_a_loopback_callback_is_free(string address)
    {
        Server.AddClient(new LocalClient("app") { RedirectUris = ["http://127.0.0.1:1/cb"] });

        return IsSentBackAsync(address);
    }

    [TestCase("https://app.example/cb", ExpectedResult = true)]
    [TestCase("http://localhost:5000/cb", ExpectedResult = true)]
    [TestCase("com.example.app:/cb", ExpectedResult = true)]
    [TestCase("http://app.example/cb", ExpectedResult = false)]
    [TestCase("javascript:alert(1)", ExpectedResult = false)]
    public Task<bool> Without_a_registered_callback_anything_safe_is_one(string address) => IsSentBackAsync(address);

    [Test]
    public async Task A_provider_that_fails_on_pkce_can_be_stood_in_for()
    {
        Server.RequiresPkce = false;
        var code = await CodeAsync(changes: [("code_challenge", null), ("code_challenge_method", null)]);

        Assert.That(await RefusalAsync(Redemption(code)), Is.EqualTo("400 invalid_grant"), "A verifier where no challenge was.");
        Assert.That(TokenOf(await GrantedAsync(Redemption(code, changes: ("code_verifier", null)))), Is.Not.Null);
    }

    [Test]
    public async Task What_is_recorded_holds_neither_state_nor_challenge()
    {
        await Server.ConsentAsync(Authorize(changes: [("state", "hidden-1"), ("nonce", "hidden-2")]));

        var recorded = Server.Requests.Single();

        Assert.That($"{recorded} {recorded.Uri.AbsoluteUri}", Does.Contain("client_id=app").And.Contain("scope=orders.read"));
        Assert.That($"{recorded} {recorded.Uri.AbsoluteUri} {recorded.Body}", Does.Not.Contain("hidden").And.Not.Contain(Challenge));
    }

    [Test]
    public async Task A_planned_failure_is_told_without_its_body()
    {
        Server.FailNext(HttpStatusCode.ServiceUnavailable, "hidden");

        Assert.That((await Assert.CatchAsync<InvalidOperationException>(() => Server.ConsentAsync(Authorize())))!.Message, Does.Contain("503").And.Not.Contain("hidden"));
    }

    private async Task<bool> IsSentBackAsync(string address)
    {
        using var response = await Server.AnswerAsync(new(HttpMethod.Get, Authorize(changes: ("redirect_uri", address))));
        return response.StatusCode == HttpStatusCode.Redirect;
    }
}
