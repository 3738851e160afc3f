namespace AuthProfiles.Testing.Authorization;

public sealed class RefreshTokenGrantTests : AuthorizationFixture
{
    [Test]
    public async Task A_renewal_brings_new_tokens_for_the_same_user()
    {
        Server.SignIn("mia");
        var first = await TokensAsync();
        Server.SignIn("noah");

        var second = await GrantedAsync(Renewal(RefreshTokenOf(first)));

        Assert.Multiple(() =>
        {
            Assert.That(TokenOf(second)!.UserName, Is.EqualTo("mia"));
            Assert.That(TokenOf(second)!.Scopes, Is.EqualTo(["orders.read"]));
            Assert.That(RefreshTokenOf(second), Is.Not.EqualTo(RefreshTokenOf(first)));
            Assert.That(TokenOf(first), Is.Not.Null, "By the standard the old access token lives on.");
            Assert.That(Server.CountTokenRequests("refresh_token"), Is.EqualTo(1));
            Assert.That(Server.TokenRequests, Is.EqualTo(2));
        });
    }

    [Test]
    public async Task A_second_use_ends_the_family()
    {
        var first = await TokensAsync();
        var other = await TokensAsync();
        var second = await GrantedAsync(Renewal(RefreshTokenOf(first)));

        Assert.That(await RefusalAsync(Renewal(RefreshTokenOf(first))), Is.EqualTo("400 invalid_grant"));

        Assert.That(TokenOf(second), Is.Null);
        Assert.That(await RefusalAsync(Renewal(RefreshTokenOf(second))), Is.EqualTo("400 invalid_grant"));
        Assert.That(await RefusalAsync(Renewal(RefreshTokenOf(other))), Is.EqualTo("200"), "Another consent is another family.");
    }

    [Test]
    public async Task Without_rotation_a_refresh_token_stays()
    {
        Server.RotatesRefreshTokens = false;
        var first = await TokensAsync();

        var second = await GrantedAsync(Renewal(RefreshTokenOf(first)));

        Assert.That(second.ContainsKey("refresh_token"), Is.False);
        Assert.That(await RefusalAsync(Renewal(RefreshTokenOf(first))), Is.EqualTo("200"));
    }

    [TestCase("orders.read", ExpectedResult = "200")]
    [TestCase("orders.read orders.write", ExpectedResult = "200")]
    [TestCase("orders.read admin", ExpectedResult = "400 invalid_scope")]
    public async Task<string> A_renewal_asks_for_no_more_than_was_granted(string scope) =>
        await RefusalAsync(Renewal(RefreshTokenOf(await TokensAsync("orders.read orders.write")), more: ("scope", scope)));

    [Test]
    public async Task A_narrower_token_narrows_no_later_one()
    {
        var first = await TokensAsync("orders.read orders.write");

        var narrow = await GrantedAsync(Renewal(RefreshTokenOf(first), more: ("scope", "orders.read")));
        var wide = await GrantedAsync(Renewal(RefreshTokenOf(narrow)));

        Assert.That(TokenOf(narrow)!.Scopes, Is.EqualTo(["orders.read"]));
        Assert.That(TokenOf(wide)!.Scopes, Is.EqualTo(["orders.read", "orders.write"]));
    }

    [Test]
    public async Task It_is_the_clients_own()
    {
        var answer = await TokensAsync();

        Assert.That(await RefusalAsync(Renewal(RefreshTokenOf(answer), client: "other")), Is.EqualTo("400 invalid_grant"));
        Assert.That(await RefusalAsync(Renewal(RefreshTokenOf(answer))), Is.EqualTo("200"), "The other client has ended nothing.");
    }

    [TestCase("https://login.orders.example/acme/oauth/token", ExpectedResult = "200")]
    [TestCase("https://login.orders.example/acme/v2/refresh", ExpectedResult = "200")]
    [TestCase("https://login.orders.example/globex/oauth/token", ExpectedResult = "400 invalid_grant")]
    [TestCase("https://renewals.orders.example/refresh", ExpectedResult = "200")]
    public async Task<string> It_is_good_at_the_server_that_issued_it(string address) =>
        await RefusalAsync(Renewal(RefreshTokenOf(await TokensAsync()), address: address));

    [Test]
    public async Task It_expires_by_the_clock()
    {
        Server.RefreshTokenLifetime = TimeSpan.FromDays(1);
        var answer = await TokensAsync();

        Clock.Advance(TimeSpan.FromDays(1));

        Assert.That(await RefusalAsync(Renewal(RefreshTokenOf(answer))), Is.EqualTo("400 invalid_grant"));
    }

    [Test]
    public async Task Ended_access_tokens_can_be_renewed_and_ended_grants_can_not()
    {
        var answer = await TokensAsync();

        Server.RevokeAccessTokens();
        Assert.That(TokenOf(answer), Is.Null);
        var renewed = await GrantedAsync(Renewal(RefreshTokenOf(answer)));
        Assert.That(TokenOf(renewed), Is.Not.Null);
        Server.RevokeAll();

        Assert.That(TokenOf(renewed), Is.Null);
        Assert.That(await RefusalAsync(Renewal(RefreshTokenOf(renewed))), Is.EqualTo("400 invalid_grant"));
    }

    [Test]
    public async Task One_of_elsewhere_is_taken_until_one_is_declared()
    {
        Server.SignIn("mia");
        Assert.That(TokenOf(await GrantedAsync(Renewal("r-1")))!.UserName, Is.EqualTo("mia"));
        Server.AddRefreshToken("r-2", "noah");

        var declared = await GrantedAsync(Renewal("r-2", more: ("scope", "orders.read")));

        Assert.Multiple(async () =>
        {
            Assert.That(TokenOf(declared)!.UserName, Is.EqualTo("noah"));
            Assert.That(TokenOf(declared)!.ClientId, Is.EqualTo("app"));
            Assert.That(await RefusalAsync(Renewal("r-3")), Is.EqualTo("400 invalid_grant"));
            Assert.That(await RefusalAsync(Renewal(RefreshTokenOf(declared))), Is.EqualTo("200"));
            Assert.That(await RefusalAsync(Renewal("r-2")), Is.EqualTo("400 invalid_grant"), "It was used.");
        });
    }

    [Test]
    public async Task A_request_without_one_is_refused() =>
        Assert.That(await RefusalAsync(Renewal(string.Empty)), Is.EqualTo("400 invalid_request"));

    private static string RefreshTokenOf(System.Text.Json.Nodes.JsonObject answer) => (string)answer["refresh_token"]!;
}
