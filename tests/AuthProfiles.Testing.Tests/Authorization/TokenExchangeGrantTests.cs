namespace AuthProfiles.Testing.Authorization;

public sealed class TokenExchangeGrantTests : AuthorizationFixture
{
    private const string AccessToken = "urn:ietf:params:oauth:token-type:access_token";
    private const string JwtType = "urn:ietf:params:oauth:token-type:jwt";

    [Test]
    public async Task A_living_token_becomes_one_for_other_services()
    {
        Server.SignIn("mia");
        var subject = (string)(await TokensAsync())["access_token"]!;

        var answer = await GrantedAsync(Exchange(subject, AccessToken, ("audience", "b"), ("audience", "a"), ("resource", "https://b.example/"), ("scope", "stock.read")));

        Assert.Multiple(() =>
        {
            Assert.That((string?)answer["issued_token_type"], Is.EqualTo(AccessToken));
            Assert.That((string?)answer["token_type"], Is.EqualTo("Bearer"));
            Assert.That(answer.ContainsKey("refresh_token"), Is.False);
            Assert.That(TokenOf(answer)!.UserName, Is.EqualTo("mia"));
            Assert.That(TokenOf(answer)!.Resources, Is.EqualTo(["https://b.example/", "b", "a"]));
            Assert.That(TokenOf(answer)!.Scopes, Is.EqualTo(["stock.read"]));
        });
    }

    [Test]
    public async Task A_token_that_ended_is_refused()
    {
        var subject = (string)(await TokensAsync())["access_token"]!;

        Server.Revoke(subject);

        Assert.That(await RefusalAsync(Exchange(subject, AccessToken)), Is.EqualTo("400 invalid_request"));
    }

    [Test]
    public async Task One_of_elsewhere_is_taken_until_one_is_declared()
    {
        Assert.That(await RefusalAsync(Exchange("t-1", JwtType)), Is.EqualTo("200"));
        Server.AddSubjectToken("t-2", "noah");

        Assert.That(TokenOf(await GrantedAsync(Exchange("t-2", JwtType)))!.UserName, Is.EqualTo("noah"));
        Assert.That(await RefusalAsync(Exchange("t-1", JwtType)), Is.EqualTo("400 invalid_request"));
        Assert.That(await RefusalAsync(Exchange("t-2", JwtType, ("actor_token", "t-1"), ("actor_token_type", JwtType))), Is.EqualTo("400 invalid_request"));
    }

    [TestCase("subject_token=", ExpectedResult = "400 invalid_request")]
    [TestCase("subject_token=t", ExpectedResult = "400 invalid_request")]
    [TestCase("subject_token=t&subject_token_type=x&actor_token=a", ExpectedResult = "400 invalid_request")]
    [TestCase("subject_token=t&subject_token_type=x&actor_token_type=a", ExpectedResult = "400 invalid_request")]
    [TestCase("subject_token=t&subject_token_type=x&requested_token_type=urn:ietf:params:oauth:token-type:saml2", ExpectedResult = "400 invalid_request")]
    [TestCase("subject_token=t&subject_token_type=x&resource=b", ExpectedResult = "400 invalid_target")]
    [TestCase("subject_token=t&subject_token_type=x&resource=https://b.example/%23x", ExpectedResult = "400 invalid_target")]
    [TestCase("subject_token=t&subject_token_type=x&subject_token_type=y", ExpectedResult = "400 invalid_request")]
    [TestCase("subject_token=t&subject_token_type=x", ExpectedResult = "200")]
    public async Task<string> A_request_is_checked(string parameters) =>
        await RefusalAsync(new(HttpMethod.Post, TokenUrl)
        {
            Content = new StringContent("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange&client_id=app&" + parameters, null, "application/x-www-form-urlencoded"),
        });

    private static HttpRequestMessage Exchange(string subject, string type, params (string Name, string Value)[] more) =>
        Wire.Form(TokenUrl, [("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange"), ("client_id", "app"), ("subject_token", subject), ("subject_token_type", type), .. more]);
}
