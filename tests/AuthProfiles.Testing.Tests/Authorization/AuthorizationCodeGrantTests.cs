namespace AuthProfiles.Testing.Authorization;

public sealed class AuthorizationCodeGrantTests : AuthorizationFixture
{
    [Test]
    public async Task A_code_brings_the_tokens_of_the_user_who_consented()
    {
        Server.SignIn("mia");
        var code = await CodeAsync(changes: ("resource", "https://api.orders.example/"));
        Server.SignIn("noah");

        var answer = await GrantedAsync(Redemption(code));

        var token = TokenOf(answer)!;
        Assert.Multiple(() =>
        {
            Assert.That(token.UserName, Is.EqualTo("mia"));
            Assert.That(token.ClientId, Is.EqualTo("app"));
            Assert.That(token.Scopes, Is.EqualTo(["orders.read"]));
            Assert.That(token.Resources, Is.EqualTo(["https://api.orders.example/"]));
            Assert.That((string?)answer["scope"], Is.EqualTo("orders.read"));
            Assert.That((string?)answer["refresh_token"], Is.Not.Empty);
            Assert.That(answer.ContainsKey("id_token"), Is.False);
            Assert.That(Server.CountTokenRequests("authorization_code"), Is.EqualTo(1));
        });
    }

    [TestCase("code", null, ExpectedResult = "400 invalid_request")]
    [TestCase("code", "other", ExpectedResult = "400 invalid_grant")]
    [TestCase("client_id", "other", ExpectedResult = "400 invalid_grant")]
    [TestCase("redirect_uri", null, ExpectedResult = "400 invalid_grant")]
    [TestCase("redirect_uri", "https://app.example/other", ExpectedResult = "400 invalid_grant")]
    [TestCase("code_verifier", null, ExpectedResult = "400 invalid_grant")]
    [TestCase("code_verifier", Challenge, ExpectedResult = "400 invalid_grant")]
    [TestCase("code_verifier", "short", ExpectedResult = "400 invalid_grant")]
    public async Task<string> A_code_is_good_only_with_what_it_was_asked_for(string name, string? value) =>
        await RefusalAsync(Redemption(await CodeAsync(), changes: (name, value)));

    [Test]
    public async Task A_second_use_ends_what_the_first_one_brought()
    {
        var code = await CodeAsync();
        var answer = await GrantedAsync(Redemption(code));

        Assert.That(await RefusalAsync(Redemption(code)), Is.EqualTo("400 invalid_grant"));

        Assert.That(TokenOf(answer), Is.Null);
        Assert.That(await RefusalAsync(Renewal((string)answer["refresh_token"]!)), Is.EqualTo("400 invalid_grant"));
    }

    [Test]
    public async Task A_stolen_code_ends_nothing()
    {
        var code = await CodeAsync();
        var answer = await GrantedAsync(Redemption(code));

        await RefusalAsync(Redemption(code, changes: ("client_id", "thief")));

        Assert.That(TokenOf(answer), Is.Not.Null);
    }

    [Test]
    public async Task A_code_expires_by_the_clock()
    {
        var early = await CodeAsync();
        var late = await CodeAsync();

        Clock.Advance(TimeSpan.FromMinutes(2) - TimeSpan.FromTicks(1));
        Assert.That(await RefusalAsync(Redemption(early)), Is.EqualTo("200"));
        Clock.Advance(TimeSpan.FromTicks(1));

        Assert.That(await RefusalAsync(Redemption(late)), Is.EqualTo("400 invalid_grant"));
    }

    [Test]
    public async Task A_confidential_client_proves_itself_too()
    {
        Server.AddClient("app", "s3cret");
        var code = await CodeAsync();

        Assert.That(await RefusalAsync(Redemption(code)), Is.EqualTo("401 invalid_client"));
        Assert.That(await RefusalAsync(Redemption(code, changes: ("client_secret", "s3cret"))), Is.EqualTo("200"));
    }
}
