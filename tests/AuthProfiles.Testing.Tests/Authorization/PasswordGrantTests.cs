namespace AuthProfiles.Testing.Authorization;

public sealed class PasswordGrantTests : AuthorizationFixture
{
    [TestCase("mia", "pw", ExpectedResult = "200")]
    [TestCase("mia", "other", ExpectedResult = "400 invalid_grant")]
    [TestCase("noah", "pw", ExpectedResult = "400 invalid_grant")]
    [TestCase("mia", "", ExpectedResult = "400 invalid_request")]
    [TestCase("", "pw", ExpectedResult = "400 invalid_request")]
    public Task<string> Once_a_user_is_added_only_they_are_known(string userName, string password)
    {
        Server.AddUser("mia", "pw");

        return RefusalAsync(Ask(userName, password));
    }

    [Test]
    public async Task Until_then_everybody_is()
    {
        var answer = await GrantedAsync(Ask("noah", "x"));

        Assert.That(TokenOf(answer)!.UserName, Is.EqualTo("noah"));
        Assert.That(await RefusalAsync(Renewal((string)answer["refresh_token"]!)), Is.EqualTo("200"));
        Assert.That(Server.Requests[0].Body, Does.Contain("password=[redacted]").And.Contain("username=[redacted]"));
    }

    private static HttpRequestMessage Ask(string userName, string password) =>
        Wire.Form(TokenUrl, ("grant_type", "password"), ("client_id", "app"), ("username", userName), ("password", password));
}
