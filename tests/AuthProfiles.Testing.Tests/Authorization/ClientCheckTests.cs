using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace AuthProfiles.Testing.Authorization;

public sealed class ClientCheckTests : AuthorizationFixture
{
    private const string Secret = "a-secret-of-more-than-32-characters-for-hs256";

    private static readonly ECDsa Curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly RSA Rsa = RSA.Create(2048);

    [OneTimeTearDown]
    public void Forget()
    {
        Curve.Dispose();
        Rsa.Dispose();
    }

    [TestCase(ClientAuthentication.Basic, ExpectedResult = "200 401 401 401")]
    [TestCase(ClientAuthentication.Post, ExpectedResult = "401 200 401 401")]
    [TestCase(ClientAuthentication.SecretJwt, ExpectedResult = "401 401 200 401")]
    [TestCase(ClientAuthentication.PrivateKeyJwt, ExpectedResult = "401 401 401 200")]
    [TestCase(null, ExpectedResult = "200 200 200 200")]
    public async Task<string> A_client_authenticates_as_it_is_registered(ClientAuthentication? way)
    {
        Server.AddClient(new LocalClient("app") { Secret = Secret, PublicKey = Curve.ExportSubjectPublicKeyInfoPem(), Authentication = way });
        var basic = Ask();
        basic.Headers.Authorization = Wire.Basic("app", Secret);

        var answers = new List<string>();
        foreach (var request in new[] { basic, Ask(("client_id", "app"), ("client_secret", Secret)), Ask(Hmac(Claims(id: "1"))), Ask(Jwt(Curve, Claims(id: "2"))) })
        {
            answers.Add((await RefusalAsync(request)).Split(' ')[0]);
        }

        return string.Join(' ', answers);
    }

    [TestCase("RS256")]
    [TestCase("PS384")]
    [TestCase("ES256")]
    public async Task Keys_sign_by_their_algorithm(string algorithm)
    {
        Server.AddClient(new LocalClient("app") { PublicKey = algorithm[0] == 'E' ? Curve.ExportSubjectPublicKeyInfoPem() : Rsa.ExportSubjectPublicKeyInfoPem() });

        Assert.That(await RefusalAsync(Ask(Jwt(algorithm, Claims(id: "1"), data => Sign(algorithm, data)))), Is.EqualTo("200"));
        Assert.That(await RefusalAsync(Ask(Jwt(algorithm, Claims(id: "2"), data => Sign(algorithm, [.. data, 0])))), Is.EqualTo("401 invalid_client"));
    }

    [Test]
    public async Task A_public_key_is_no_secret_to_sign_with()
    {
        var pem = Rsa.ExportSubjectPublicKeyInfoPem();
        Server.AddClient(new LocalClient("app") { PublicKey = pem });

        var forged = Jwt("HS256", Claims(), data => HMACSHA256.HashData(Encoding.UTF8.GetBytes(pem), data));

        Assert.That(await RefusalAsync(Ask(forged)), Is.EqualTo("401 invalid_client"));
        Assert.That(await RefusalAsync(Ask(Jwt("none", Claims(), static _ => []))), Is.EqualTo("401 invalid_client"));
    }

    [Test]
    public async Task An_assertion_that_is_seen_again_is_refused()
    {
        Server.AddClient(new LocalClient("app") { PublicKey = Curve.ExportSubjectPublicKeyInfoPem() });
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var claims = Claims();
        var assertion = Jwt(Curve, claims);

        Assert.That(await RefusalAsync(Ask(Jwt(stranger, claims))), Is.EqualTo("401 invalid_client"));
        Assert.That(await RefusalAsync(Ask(assertion)), Is.EqualTo("200"), "The forged one has not used it up.");
        Assert.That(await RefusalAsync(Ask(assertion)), Is.EqualTo("401 invalid_client"));
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await RefusalAsync(Ask(Jwt(Curve, Claims(id: "2")))), Is.EqualTo("200"));
    }

    [TestCase("app", "other", TokenUrl, 120, "1")]
    [TestCase("app", "app", "https://login.other.example/token", 120, "1")]
    [TestCase("app", "app", TokenUrl, 0, "1")]
    [TestCase("app", "app", TokenUrl, 120, null)]
    [TestCase("other", "other", TokenUrl, 120, "1")]
    public async Task The_claims_of_a_client_are_checked_even_of_unknown_ones(string issuer, string subject, string audience, double seconds, string? id)
    {
        var request = Wire.Form(
            TokenUrl,
            ("grant_type", "client_credentials"),
            ("client_id", "app"),
            ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
            ("client_assertion", Jwt(Curve, Claims(issuer, subject, audience, seconds, id))));

        Assert.That(await RefusalAsync(request), Is.AnyOf("401 invalid_client", "400 invalid_request"));
    }

    [Test]
    public async Task An_assertion_beside_a_secret_is_one_way_too_many() =>
        Assert.That(await RefusalAsync(Wire.ClientCredentials(TokenUrl, "x", more: ("client_assertion", Jwt(Curve, Claims())))), Is.EqualTo("400 invalid_request"));

    [Test]
    public async Task A_public_client_says_its_id_and_gets_no_client_credentials()
    {
        Server.AddClient(new LocalClient("app"));

        Assert.That(await RefusalAsync(Ask(("client_id", "app"))), Is.EqualTo("401 invalid_client"));
        Assert.That(await RefusalAsync(Redemption(await CodeAsync())), Is.EqualTo("200"));
        Assert.That(await RefusalAsync(Redemption(await CodeAsync(), changes: ("client_secret", "x"))), Is.EqualTo("401 invalid_client"));
    }

    [Test]
    public async Task A_client_with_a_certificate_says_its_id()
    {
        Server.AddClient(new LocalClient("app") { Authentication = ClientAuthentication.Certificate });

        Assert.That(await RefusalAsync(Ask(("client_id", "app"))), Is.EqualTo("200"));
    }

    [Test]
    public void A_key_that_is_none_is_refused_without_being_shown()
    {
        var secret = Curve.ExportPkcs8PrivateKeyPem();

        Assert.That(() => new LocalClient("app") { PublicKey = secret }, Throws.ArgumentException.With.Message.Contains("BEGIN PUBLIC KEY").And.Message.Not.Contains(secret[40..60]));
        Assert.That(() => new LocalClient("app") { PublicKey = "key" }, Throws.ArgumentException);
        Assert.That(() => Server.AddAssertionIssuer("app", "key"), Throws.ArgumentException);
    }

    [Test]
    public async Task What_is_recorded_holds_no_assertion()
    {
        var assertion = Jwt(Curve, Claims());

        await RefusalAsync(Ask(assertion));

        Assert.That($"{Server.Requests[0]} {Server.Requests[0].Body}", Does.Not.Contain(assertion[20..]).And.Contain("client_assertion=[redacted]"));
    }

    private static HttpRequestMessage Ask(params (string Name, string Value)[] client) => Wire.Form(TokenUrl, [("grant_type", "client_credentials"), .. client]);

    private static HttpRequestMessage Ask(string assertion) =>
        Ask(("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"), ("client_assertion", assertion));

    private static string Hmac(JsonObject claims) => Jwt("HS256", claims, static data => HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), data));

    private static byte[] Sign(string algorithm, byte[] data) => algorithm switch
    {
        "RS256" => Rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        "PS384" => Rsa.SignData(data, HashAlgorithmName.SHA384, RSASignaturePadding.Pss),
        _ => Curve.SignData(data, HashAlgorithmName.SHA256),
    };
}
