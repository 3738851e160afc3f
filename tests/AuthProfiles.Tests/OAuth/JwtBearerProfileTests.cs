using System.Security.Cryptography;

namespace AuthProfiles.Tests.OAuth;

[CancelAfter(30_000)]
internal sealed class JwtBearerProfileTests
{
    [Test]
    public async Task The_assertion_says_who_asks_for_whom_and_the_key_signs_it()
    {
        var server = new TokenServer(TokenServer.Good);

        await ProfileCall.AcquireAsync(Profile(o => (o.Subject, o.Claims["scope"]) = ("{{mailbox}}@example.com", "mail.read")), server, inputs: ("mailbox", "mia"));

        var form = server.Sent.Single().Form();
        var assertion = new Jwt(form["assertion"]);
        using var key = RfcKeys.EcPublic();
        Assert.That(form["grant_type"], Is.EqualTo("urn:ietf:params:oauth:grant-type:jwt-bearer"));
        Assert.That((assertion.Claim("iss"), assertion.Claim("sub"), assertion.Claim("aud"), assertion.Claim("scope")), Is.EqualTo(("service@example.com", "mia@example.com", "https://login.example/token", "mail.read")));
        Assert.That(key.VerifyData(assertion.Signed, assertion.Signature, HashAlgorithmName.SHA256), Is.True);
    }

    [Test]
    public async Task Issuer_and_audience_may_be_others_and_the_scope_is_asked_for_too()
    {
        var server = new TokenServer(TokenServer.Good);

        await ProfileCall.AcquireAsync(
            Profile(o => (o.AssertionIssuer, o.Audience, o.Scope["scope"]) = ("{{mailbox}}-app", "https://{{mailbox}}.example/", "mail.read")), server, inputs: ("mailbox", "mia"));

        var form = server.Sent.Single().Form();
        var assertion = new Jwt(form["assertion"]);
        Assert.That((assertion.Claim("iss"), assertion.Claim("sub"), assertion.Claim("aud")), Is.EqualTo(("mia-app", "mia-app", "https://mia.example/")));
        Assert.That(form["scope"], Is.EqualTo("mail.read"));
    }

    [Test]
    public async Task Every_acquisition_has_an_assertion_of_its_own()
    {
        var server = new TokenServer(TokenServer.Good);
        var profile = Profile();

        await ProfileCall.AcquireAsync(profile, server, inputs: ("mailbox", "mia"));
        await ProfileCall.AcquireAsync(profile, server, isRenewal: true, inputs: ("mailbox", "mia"));

        Assert.That(server.Sent.Select(static sent => new Jwt(sent.Form()["assertion"]).Claim("jti")), Is.Unique);
    }

    [TestCase("reset", 2)]
    [TestCase("503", 4)]
    public async Task Every_attempt_has_an_assertion_of_its_own_too(string answer, int attempts)
    {
        var server = new TokenServer(answer);

        var error = await ProfileCall.RefusalAsync(Profile(), server, inputs: ("mailbox", "mia"));

        Assert.That(server.Sent, Has.Count.EqualTo(attempts));
        Assert.That(server.Sent.Select(static sent => new Jwt(sent.Form()["assertion"]).Claim("jti")), Is.Unique, "none is good twice");
        Assert.That(error.IsTransient, Is.True);
    }

    [TestCase("""{"error":"invalid_grant"}""", null)]
    [TestCase("""{"error":"invalid_client"}""", null)]
    [TestCase("""{"error":"invalid_client"}""", ClientAuthentication.PrivateKeyJwt)]
    public async Task Where_the_key_is_refused_the_second_one_signs(string answer, ClientAuthentication? way)
    {
        var server = new TokenServer(answer, TokenServer.Good);
        var profile = Profile(o => (o.SecondaryClientKey, o.ClientAuthentication) = (RfcKeys.Rsa, way));

        await ProfileCall.AcquireAsync(profile, server, inputs: ("mailbox", "mia"));

        Assert.That(server.Sent.Select(static sent => new Jwt(sent.Form()["assertion"]).Header.GetProperty("alg").GetString()), Is.EqualTo(new[] { "ES256", "RS256" }));
    }

    [TestCase("exp")]
    [TestCase("jti")]
    public void A_claim_that_the_protocol_writes_is_refused(string claim)
    {
        var error = Assert.Catch<AuthorizationException>(() => Profile(o => o.Claims[claim] = "1"))!;

        Assert.That(error.Message, Does.Contain("Claims").And.Contain(claim));
    }

    [Test]
    public async Task A_client_that_says_who_it_is_besides_does_so_once()
    {
        var server = new TokenServer(TokenServer.Good);

        await ProfileCall.AcquireAsync(Profile(o => (o.ClientAuthentication, o.ClientSecret) = (ClientAuthentication.Post, "s3cret")), server, inputs: ("mailbox", "mia"));

        Assert.That(server.Sent.Single().Form()["client_secret"], Is.EqualTo("s3cret"));
    }

    private static JwtBearerProfile Profile(Action<JwtBearerOptions>? configure = null)
    {
        var options = new JwtBearerOptions
        {
            TokenUrl = "https://login.example/token",
            ClientId = "service@example.com",
            ClientKey = RfcKeys.Ec,
            AdditionalFields = { new("mailbox") },
        };
        configure?.Invoke(options);
        return new("mail", options);
    }
}
