using System.Net;
using System.Security.Cryptography;
using System.Text;
using AuthProfiles.OAuth;

namespace AuthProfiles.Tests.OAuth;

public sealed class ClientAuthenticationTests
{
    [TestCase("id", "secret", "id:secret")]
    [TestCase("my id", "a:b", "my+id:a%3Ab")]
    [TestCase("a&b=c", "p+q/r%", "a%26b%3Dc:p%2Bq%2Fr%25")]
    [TestCase("id", "aBc8Q~x.y-z_1", "id:aBc8Q~x.y-z_1")]
    [TestCase("zoë", "пароль", "zo%C3%AB:%D0%BF%D0%B0%D1%80%D0%BE%D0%BB%D1%8C")]
    public void _6749_02_Id_and_secret_are_form_encoded_before_base64(string id, string secret, string pair)
    {
        var attempt = ClientCases.Authenticate(new BasicClientAuthentication(), new(id, secret));

        Assert.That(attempt.Authorization!.Scheme, Is.EqualTo("Basic"));
        Assert.That(Pair(attempt), Is.EqualTo(pair));
    }

    [Test]
    public void _6749_02_Every_VSCHAR_survives_the_way_to_the_server()
    {
        var random = new Random(6749);
        for (var round = 0; round < 500; round++)
        {
            var (id, secret) = (Text(random), Text(random));

            var parts = Pair(ClientCases.Authenticate(new BasicClientAuthentication(), new(id, secret))).Split(':');

            Assert.That(parts.Select(WebUtility.UrlDecode), Is.EqualTo(new[] { id, secret }));
        }

        static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 95)).Select(_ => (char)random.Next(0x20, 0x7F)));
    }

    [TestCase("my id", "a:b+/ä", BasicEncoding.Raw, "my id:a:b+/ä")]
    [TestCase("id", "sk_1:%", BasicEncoding.SecretAsUser, "sk_1:%:")]
    public void A_server_that_does_not_decode_gets_the_secret_as_it_is(string id, string secret, BasicEncoding encoding, string pair) =>
        Assert.That(Pair(ClientCases.Authenticate(ClientAuthentications.Of(ClientAuthentication.Basic, encoding), new(id, secret))), Is.EqualTo(pair));

    [Test]
    public void Post_writes_both_into_the_body() =>
        Assert.That(
            ClientCases.Authenticate(new PostClientAuthentication(), new("id", "s:e c")).Parameters,
            Is.EqualTo(new[] { KeyValuePair.Create("client_id", "id"), KeyValuePair.Create("client_secret", "s:e c") }));

    [TestCase(ClientAuthentication.None)]
    [TestCase(ClientAuthentication.Certificate)]
    public void A_public_client_and_one_with_a_certificate_send_their_id_alone(ClientAuthentication way)
    {
        var attempt = ClientCases.Authenticate(ClientAuthentications.Of(way), ClientCases.Whole);

        Assert.That(attempt.Parameters, Is.EqualTo(new[] { KeyValuePair.Create("client_id", "id") }));
        Assert.That(attempt.Authorization, Is.Null);
    }

    [TestCaseSource(typeof(ClientCases), nameof(ClientCases.Names))]
    public void _6749_01_A_request_never_has_two_ways_of_authentication(string name)
    {
        var attempt = ClientCases.Authenticate(ClientCases.Ways[name], ClientCases.Whole);

        var ways = new[] { attempt.Authorization is not null, attempt.Parameter("client_secret") is not null, attempt.Parameter("client_assertion") is not null };
        Assert.That(ways.Count(static isUsed => isUsed), Is.EqualTo(name is "None" or "Certificate" ? 0 : 1));
        Assert.That(attempt.Parameter("client_id") is not null, Is.EqualTo(attempt.Authorization is null), "Basic has the id in its header, and nowhere else");
    }

    [TestCase("SecretJwt", "HS256")]
    [TestCase("PrivateKeyJwt", "ES256")]
    public void _7523_01_An_assertion_says_who_it_is_from_for_whom_and_for_how_long(string name, string algorithm)
    {
        var attempt = ClientCases.Authenticate(ClientCases.Ways[name], ClientCases.Whole);

        var assertion = new Jwt(attempt.Parameter("client_assertion")!);
        var issued = assertion.Claims.GetProperty("iat").GetInt64();
        Assert.That(attempt.Parameter("client_assertion_type"), Is.EqualTo("urn:ietf:params:oauth:client-assertion-type:jwt-bearer"));
        Assert.That(assertion.Header.GetProperty("alg").GetString(), Is.EqualTo(algorithm));
        Assert.That((assertion.Claim("iss"), assertion.Claim("sub"), assertion.Claim("aud")), Is.EqualTo(("id", "id", ClientCases.Address.AbsoluteUri)));
        Assert.That(issued, Is.EqualTo(TokenTime.Start.ToUnixTimeSeconds()));
        Assert.That(assertion.Claims.GetProperty("exp").GetInt64() - issued, Is.InRange(60, 300));
        Assert.That(Jwt.Bytes(assertion.Claim("jti")!), Has.Length.GreaterThanOrEqualTo(16));
    }

    [TestCase(ClientAuthentication.SecretJwt)]
    [TestCase(ClientAuthentication.PrivateKeyJwt)]
    public void An_assertion_is_for_the_issuer_where_that_is_told(ClientAuthentication way)
    {
        var attempt = new TokenAttempt([], ClientCases.Whole, ClientCases.Address, TokenTime.Start) { Audience = "https://issuer.example" };

        ClientAuthentications.Of(way).Authenticate(attempt);

        Assert.That(new Jwt(attempt.Parameter("client_assertion")!).Claim("aud"), Is.EqualTo("https://issuer.example"));
    }

    [Test]
    public void _9700_09_A_private_key_authenticates_without_any_secret_on_the_wire()
    {
        var attempt = ClientCases.Authenticate(new PrivateKeyJwtClientAuthentication(), ClientCases.Whole);

        using var publicKey = RfcKeys.EcPublic();
        var assertion = new Jwt(attempt.Parameter("client_assertion")!);
        Assert.That(publicKey.VerifyData(assertion.Signed, assertion.Signature, HashAlgorithmName.SHA256), Is.True);
        Assert.That(string.Join(' ', attempt.Parameters), Does.Not.Contain(ClientCases.Secret));
    }

    [TestCase("RS256", false)]
    [TestCase("PS256", true)]
    public void An_RSA_key_signs_the_assertion_by_the_algorithm_that_is_set(string algorithm, bool isPss)
    {
        var client = new ClientIdentity("id", Key: ClientCases.Key(RfcKeys.Rsa, "key-1", algorithm));

        var assertion = new Jwt(ClientCases.Authenticate(new PrivateKeyJwtClientAuthentication(), client).Parameter("client_assertion")!);

        using var publicKey = RfcKeys.RsaPublic();
        Assert.That((assertion.Header.GetProperty("alg").GetString(), assertion.Header.GetProperty("kid").GetString()), Is.EqualTo((algorithm, "key-1")));
        Assert.That(publicKey.VerifyData(assertion.Signed, assertion.Signature, HashAlgorithmName.SHA256, isPss ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1), Is.True);
    }

    [Test]
    public void The_secret_signs_its_assertion_and_is_not_in_it()
    {
        var attempt = ClientCases.Authenticate(new SecretJwtClientAuthentication(), ClientCases.Whole);

        var assertion = new Jwt(attempt.Parameter("client_assertion")!);
        Assert.That(assertion.Signature, Is.EqualTo(HMACSHA256.HashData(Encoding.UTF8.GetBytes(ClientCases.Secret), assertion.Signed)));
        Assert.That($"{assertion.Header} {assertion.Claims} {string.Join(' ', attempt.Parameters)}", Does.Not.Contain(ClientCases.Secret));
    }

    [TestCase("Basic", false, "has no secret")]
    [TestCase("Basic, secret as user", false, "has no secret")]
    [TestCase("Post", false, "has no secret")]
    [TestCase("SecretJwt", false, "has no secret")]
    [TestCase("SecretJwt", true, "shorter than the 32 bytes")]
    [TestCase("PrivateKeyJwt", true, "has no private key")]
    [TestCase("Basic, raw", true, "has a colon")]
    public void A_client_that_lacks_what_its_way_needs_has_a_fault_that_names_it(string name, bool hasSecret, string fault) =>
        Assert.That(ClientCases.Ways[name].Fault(new("i:d", hasSecret ? "short" : null)), Does.Contain(fault).And.Not.Contain("short s"));

    [TestCase(31, false)]
    [TestCase(32, true)]
    public void A_secret_that_signs_is_as_long_as_its_hash(int length, bool isTaken) =>
        Assert.That(ClientCases.Ways["SecretJwt"].Fault(new("id", new string('x', length))), isTaken ? Is.Null : Does.Contain("32 bytes"));

    [Test]
    public void An_undefined_way_is_refused() => Assert.That(static () => ClientAuthentications.Of((ClientAuthentication)99), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static string Pair(TokenAttempt attempt) => Encoding.UTF8.GetString(Convert.FromBase64String(attempt.Authorization!.Parameter!));
}
