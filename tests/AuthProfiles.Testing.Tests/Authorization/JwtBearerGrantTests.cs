using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace AuthProfiles.Testing.Authorization;

public sealed class JwtBearerGrantTests : AuthorizationFixture
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    [OneTimeTearDown]
    public void Forget()
    {
        _key.Dispose();
        _other.Dispose();
    }

    [Test]
    public async Task An_assertion_brings_a_token_for_its_subject()
    {
        Server.AddAssertionIssuer("robot", _key.ExportSubjectPublicKeyInfoPem());

        var answer = await GrantedAsync(Ask(Jwt(_key, Claims("robot", "mia"))));

        Assert.That(TokenOf(answer)!.UserName, Is.EqualTo("mia"));
        Assert.That(answer.ContainsKey("refresh_token"), Is.False);
    }

    [Test]
    public async Task A_clients_own_key_is_good_for_it_and_its_secret_is_not_needed()
    {
        Server.AddClient(new LocalClient("app") { Secret = "s3cret", PublicKey = _key.ExportSubjectPublicKeyInfoPem() });

        Assert.That(await RefusalAsync(Ask(Jwt(_key, Claims("app", "mia")))), Is.EqualTo("200"));
        Assert.That(await RefusalAsync(Ask(Jwt(_key, Claims("other", "mia", id: "2")))), Is.EqualTo("400 invalid_grant"));
        Assert.That(await RefusalAsync(Wire.ClientCredentials(TokenUrl, "x", "wrong", ("assertion", Jwt(_key, Claims(id: "3"))))), Is.EqualTo("401 invalid_client"));
    }

    [Test]
    public async Task Only_the_issuers_key_signs_for_it()
    {
        Server.AddAssertionIssuer("robot", _key.ExportSubjectPublicKeyInfoPem());

        Assert.That(await RefusalAsync(Ask(Jwt(_other, Claims("robot")))), Is.EqualTo("400 invalid_grant"));
        Assert.That(await RefusalAsync(Ask(Jwt(_key, Claims("stranger")))), Is.EqualTo("400 invalid_grant"));
    }

    [Test]
    public async Task Until_a_key_is_declared_the_claims_alone_count() =>
        Assert.That(await RefusalAsync(Ask(Jwt(_other, Claims("robot")))), Is.EqualTo("200"));

    [TestCase("iss", null)]
    [TestCase("sub", null)]
    [TestCase("sub", "\"\"")]
    [TestCase("aud", null)]
    [TestCase("aud", "\"https://login.other.example/token\"")]
    [TestCase("exp", null)]
    [TestCase("exp", "\"soon\"")]
    [TestCase("exp", "1893456000")]
    [TestCase("exp", "1893459601")]
    [TestCase("exp", "1e300")]
    [TestCase("nbf", "1893456001")]
    [TestCase("nbf", "\"now\"")]
    public async Task Claims_are_checked(string claim, string? json)
    {
        var claims = Claims();
        claims[claim] = json is null ? null : JsonNode.Parse(json);
        if (json is null)
        {
            claims.Remove(claim);
        }

        Assert.That(await RefusalAsync(Ask(Jwt(_key, claims))), Is.EqualTo("400 invalid_grant"));
    }

    [TestCase("\"https://login.orders.example/acme\"")]
    [TestCase("[\"https://other.example\",\"https://login.orders.example/acme/oauth/token\"]")]
    public async Task The_issuer_is_an_audience_and_a_list_may_hold_it(string audience)
    {
        var claims = Claims();
        claims["aud"] = JsonNode.Parse(audience);

        Assert.That(await RefusalAsync(Ask(Jwt(_key, claims))), Is.EqualTo("200"));
    }

    [Test]
    public async Task Nothing_unsigned_is_taken()
    {
        Assert.That(await RefusalAsync(Ask(Jwt("none", Claims(), static _ => []))), Is.EqualTo("400 invalid_grant"));
        Assert.That(await RefusalAsync(Ask("a.b.c")), Is.EqualTo("400 invalid_grant"));
        Assert.That(await RefusalAsync(Ask("opaque")), Is.EqualTo("400 invalid_grant"));
        Assert.That(await RefusalAsync(Ask(string.Empty)), Is.EqualTo("400 invalid_request"));
    }

    [Test]
    public async Task An_assertion_is_good_once()
    {
        var assertion = Jwt(_key, Claims());

        Assert.That(await RefusalAsync(Ask(assertion)), Is.EqualTo("200"));
        Assert.That(await RefusalAsync(Ask(assertion)), Is.EqualTo("400 invalid_grant"));
    }

    private static HttpRequestMessage Ask(string assertion) =>
        Wire.Form(TokenUrl, ("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"), ("client_id", "app"), ("assertion", assertion));
}
