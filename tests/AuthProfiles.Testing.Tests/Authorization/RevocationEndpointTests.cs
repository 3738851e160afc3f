using System.Net;

namespace AuthProfiles.Testing.Authorization;

public sealed class RevocationEndpointTests : AuthorizationFixture
{
    private const string RevocationUrl = "https://login.orders.example/acme/oauth/revoke";

    [Test]
    public async Task An_access_token_ends_alone()
    {
        var answer = await TokensAsync();

        Assert.That(await RefusalAsync(Revoke((string)answer["access_token"]!)), Is.EqualTo("200"));

        Assert.That(TokenOf(answer), Is.Null);
        Assert.That(await RefusalAsync(Renewal((string)answer["refresh_token"]!)), Is.EqualTo("200"));
    }

    [Test]
    public async Task A_refresh_token_ends_with_all_of_its_grant()
    {
        var answer = await TokensAsync();

        Assert.That(await RefusalAsync(Revoke((string)answer["refresh_token"]!)), Is.EqualTo("200"));

        Assert.That(TokenOf(answer), Is.Null);
        Assert.That(await RefusalAsync(Renewal((string)answer["refresh_token"]!)), Is.EqualTo("400 invalid_grant"));
        Assert.That(Server.TokenRequests, Is.EqualTo(2), "A revocation is no token request.");
    }

    [Test]
    public async Task An_unknown_token_is_no_error() => Assert.That(await RefusalAsync(Revoke("unknown")), Is.EqualTo("200"));

    [TestCase("access_token")]
    [TestCase("refresh_token")]
    public async Task Another_clients_token_stays(string kind)
    {
        var answer = await TokensAsync();

        Assert.That(await RefusalAsync(Revoke((string)answer[kind]!, client: "other")), Is.EqualTo("400 invalid_grant"));

        Assert.That(TokenOf(answer), Is.Not.Null);
    }

    [TestCase("token=", ExpectedResult = "400 invalid_request")]
    [TestCase("token=x&client_secret=wrong", ExpectedResult = "401 invalid_client")]
    public async Task<string> A_request_is_checked(string form)
    {
        Server.AddClient(new LocalClient("app"));

        return await RefusalAsync(new(HttpMethod.Post, RevocationUrl) { Content = new StringContent("client_id=app&" + form, null, "application/x-www-form-urlencoded") });
    }

    [Test]
    public async Task A_get_is_refused()
    {
        using var response = await Server.AnswerAsync(new(HttpMethod.Get, RevocationUrl));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
    }

    private static HttpRequestMessage Revoke(string token, string client = "app") => Wire.Form(RevocationUrl, ("token", token), ("client_id", client));
}
