using System.Net;
using System.Text.Json.Nodes;

namespace AuthProfiles.Testing.Authorization;

public sealed class DeviceCodeGrantTests : AuthorizationFixture
{
    private const string DeviceUrl = "https://login.orders.example/acme/oauth/device/code";

    [Test]
    public async Task A_device_waits_until_its_user_consents()
    {
        var device = await BeginAsync();
        Assert.That(await PollAsync(device), Is.EqualTo("400 authorization_pending"));
        Server.SignIn("mia");
        Server.ApproveDevice(UserCode(device));
        Clock.Advance(TimeSpan.FromSeconds(5));

        var answer = await GrantedAsync(Poll(device));

        Assert.Multiple(async () =>
        {
            Assert.That(TokenOf(answer)!.UserName, Is.EqualTo("mia"));
            Assert.That(TokenOf(answer)!.Scopes, Is.EqualTo(["orders.read"]));
            Assert.That((string?)answer["refresh_token"], Is.Not.Empty);
            Assert.That(Server.PendingUserCodes, Is.Empty);
            Assert.That(await PollAsync(device), Is.EqualTo("400 invalid_grant"), "A code is good once.");
            Assert.That(Server.TokenRequests, Is.EqualTo(3), "The request that began is none.");
        });
    }

    [Test]
    public async Task It_is_told_what_to_show_and_how_often_to_ask()
    {
        var device = await BeginAsync();

        Assert.Multiple(() =>
        {
            Assert.That(UserCode(device), Does.Match("^[B-DF-HJ-NP-TV-XZ]{4}-[B-DF-HJ-NP-TV-XZ]{4}$"));
            Assert.That((string?)device["verification_uri"], Is.EqualTo("https://login.orders.example/acme/oauth/device/device"));
            Assert.That((string?)device["verification_uri_complete"], Is.EqualTo($"https://login.orders.example/acme/oauth/device/device?user_code={UserCode(device)}"));
            Assert.That((int?)device["expires_in"], Is.EqualTo(600));
            Assert.That((int?)device["interval"], Is.EqualTo(5));
            Assert.That(Server.PendingUserCodes, Is.EqualTo([UserCode(device)]));
        });
    }

    [Test]
    public async Task Who_asks_too_early_waits_five_seconds_longer_for_good()
    {
        var device = await BeginAsync();
        var answers = new List<string>();
        foreach (var seconds in new[] { 0.0, 4.9, 9.9, 14.9, 15.1, 20 })
        {
            Clock.Advance(TimeSpan.FromSeconds(seconds));
            answers.Add(await PollAsync(device));
        }

        Assert.That(answers.Select(static answer => answer[4..]), Is.EqualTo(["authorization_pending", "slow_down", "slow_down", "slow_down", "slow_down", "slow_down"]));
        Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.That(await PollAsync(device), Is.EqualTo("400 authorization_pending"));
        Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.That(await PollAsync(device), Is.EqualTo("400 slow_down"), "The interval is 30 seconds now.");
    }

    [Test]
    public async Task A_user_may_refuse()
    {
        var device = await BeginAsync();

        Server.DenyDevice(UserCode(device));

        Assert.That(await PollAsync(device), Is.EqualTo("400 access_denied"));
    }

    [Test]
    public async Task A_code_ends_after_ten_minutes_or_when_it_is_ended()
    {
        var ended = await BeginAsync();
        var left = await BeginAsync();

        Server.ExpireDevice(UserCode(ended));
        Assert.That(await PollAsync(ended), Is.EqualTo("400 expired_token"));
        Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.That(await PollAsync(left), Is.EqualTo("400 expired_token"));
        Assert.That(() => Server.ApproveDevice(UserCode(left)), Throws.ArgumentException.With.Message.Not.Contains(UserCode(left)));
    }

    [Test]
    public async Task A_user_code_is_read_as_users_type()
    {
        var device = await BeginAsync();

        Server.ApproveDevice(UserCode(device).Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant());

        Assert.That(await PollAsync(device), Is.EqualTo("200"));
    }

    [TestCase(false, "200")]
    [TestCase(true, "400 access_denied")]
    public async Task The_page_for_codes_decides_for_the_user(bool denies, string expected)
    {
        var device = await BeginAsync();
        if (denies)
        {
            Server.Deny();
        }

        using var page = await Server.AnswerAsync(new(HttpMethod.Get, (string)device["verification_uri_complete"]!));
        using var again = await Server.AnswerAsync(new(HttpMethod.Get, (string)device["verification_uri_complete"]!));
        using var bare = await Server.AnswerAsync(new(HttpMethod.Get, (string)device["verification_uri"]!));

        Assert.That(page.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(bare.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await PollAsync(device), Is.EqualTo(expected));
    }

    [Test]
    public async Task A_device_code_is_the_clients_own()
    {
        var device = await BeginAsync();
        Server.ApproveDevice(UserCode(device));

        Assert.That(await RefusalAsync(Poll(device, client: "other")), Is.EqualTo("400 invalid_grant"));
        Assert.That(await PollAsync(device), Is.EqualTo("200"));
    }

    [TestCase("client_id=app", ExpectedResult = "401 invalid_client")]
    [TestCase("client_id=app&client_secret=s3cret&scope=admin", ExpectedResult = "400 invalid_scope")]
    [TestCase("client_id=app&client_secret=s3cret&scope=orders.read", ExpectedResult = "200")]
    public async Task<string> A_client_proves_itself_where_it_begins_too(string form)
    {
        Server.AddClient("app", "s3cret", allowedScopes: ["orders.read"]);

        return await RefusalAsync(new(HttpMethod.Post, DeviceUrl) { Content = new StringContent(form, null, "application/x-www-form-urlencoded") });
    }

    [TestCase("https://oauth2.example/device_authorization")]
    [TestCase("https://login.example/login/device/code")]
    [TestCase("https://login.example/connect/deviceauthorization")]
    [TestCase("https://login.microsoftonline.com/contoso.example/oauth2/v2.0/devicecode")]
    public async Task The_address_says_that_a_device_begins(string address) =>
        Assert.That((await GrantedAsync(Wire.Form(address, ("client_id", "app")))).ContainsKey("device_code"), Is.True);

    private static string UserCode(JsonObject device) => (string)device["user_code"]!;

    private static HttpRequestMessage Poll(JsonObject device, string client = "app") =>
        Wire.Form(TokenUrl, ("grant_type", "urn:ietf:params:oauth:grant-type:device_code"), ("client_id", client), ("device_code", (string)device["device_code"]!));

    private Task<JsonObject> BeginAsync() => GrantedAsync(Wire.Form(DeviceUrl, ("client_id", "app"), ("scope", "orders.read")));

    private Task<string> PollAsync(JsonObject device) => RefusalAsync(Poll(device));
}
