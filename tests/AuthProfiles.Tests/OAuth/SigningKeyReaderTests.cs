using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using AuthProfiles.OAuth;

namespace AuthProfiles.Tests.OAuth;

public sealed class SigningKeyReaderTests
{
    private const string NoKey = "it is neither PEM nor a JSON Web Key; give the key itself, not the path of its file";
    private const string Encrypted = "its private key is encrypted; give it unencrypted, and keep it where secrets are kept";
    private const string NoPrivateKey = "its PEM text is broken or has no private key; give the whole text, from BEGIN to END";
    private const string Broken = "its private key is broken, or neither an RSA key nor one of a known curve";
    private const string OthersCertificate = "none of the certificates in its PEM text belongs to its private key";
    private const string OtherKind = "its JSON Web Key is of a kind ('kty') other than RSA and EC; give one key, not a set of them";
    private const string OfRsa = "it is an RSA key, whose algorithm is RS256, RS384, RS512, PS256, PS384 or PS512";

    private static readonly RSA Rsa = RSA.Create(2048);
    private static readonly ECDsa Ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly PbeParameters Encryption = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);

    private static readonly Dictionary<string, (string Algorithm, string Text)> Good = new(StringComparer.Ordinal)
    {
        ["RSA in PKCS#8"] = ("RS256", Rsa.ExportPkcs8PrivateKeyPem()),
        ["RSA in PKCS#1"] = ("RS256", Rsa.ExportRSAPrivateKeyPem()),
        ["EC in PKCS#8"] = ("ES256", Ec.ExportPkcs8PrivateKeyPem()),
        ["EC in SEC1"] = ("ES256", Ec.ExportECPrivateKeyPem()),
        ["RSA as a JWK"] = ("RS256", RfcKeys.Rsa),
        ["EC as a JWK"] = ("ES256", RfcKeys.Ec),
        ["a JWK with white space around it"] = ("ES256", $" \n{RfcKeys.Ec}\n"),
        ["a JWK with its algorithm"] = ("PS384", With(RfcKeys.Rsa, "alg", "PS384")),
        ["a JWK for signatures"] = ("RS256", With(RfcKeys.Rsa, "use", "sig")),
        ["a JWK with members that are no texts"] = ("ES256", With(RfcKeys.Ec, "key_ops", new JsonArray("sign"))),
        ["PEM with words around it"] = ("RS256", $"a comment\n{Rsa.ExportPkcs8PrivateKeyPem()}\nanother"),
        ["PEM with other line ends"] = ("RS256", Rsa.ExportPkcs8PrivateKeyPem().ReplaceLineEndings("\r\n")),
        ["PEM with escaped line ends"] = ("RS256", Rsa.ExportPkcs8PrivateKeyPem().ReplaceLineEndings("\\n")),
        ["PEM on one line"] = ("RS256", Rsa.ExportPkcs8PrivateKeyPem().ReplaceLineEndings(" ")),
        ["what openssl ecparam writes"] = ("ES256", $"{PemEncoding.WriteString("EC PARAMETERS", [6, 8, 42, 134, 72, 206, 61, 3, 1, 7])}\n{Ec.ExportECPrivateKeyPem()}"),
    };

    private static readonly Dictionary<string, (string Reason, string Text)> Bad = new(StringComparer.Ordinal)
    {
        ["nothing"] = (NoKey, string.Empty),
        ["a path"] = (NoKey, "/etc/keys/client.pem"),
        ["encrypted PKCS#8"] = (Encrypted, Rsa.ExportEncryptedPkcs8PrivateKeyPem("pw", Encryption)),
        ["encrypted PKCS#1"] = (Encrypted, $"-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAAA\n-----END RSA PRIVATE KEY-----"),
        ["a public key"] = (NoPrivateKey, Rsa.ExportSubjectPublicKeyInfoPem()),
        ["a certificate"] = (NoPrivateKey, Certificate(Rsa)),
        ["half of a PEM"] = (NoPrivateKey, Rsa.ExportPkcs8PrivateKeyPem()[..200]),
        ["two keys"] = ("its PEM text has more than one private key", Rsa.ExportPkcs8PrivateKeyPem() + "\n" + Ec.ExportPkcs8PrivateKeyPem()),
        ["an OpenSSH key"] = ("its private key is in a form other than PKCS#8, PKCS#1 and SEC1 (PRIVATE KEY, RSA PRIVATE KEY, EC PRIVATE KEY); convert it with: openssl pkey", PemEncoding.WriteString("OPENSSH PRIVATE KEY", [1, 2, 3])),
        ["PKCS#8 of nothing"] = (Broken, PemEncoding.WriteString("PRIVATE KEY", [1, 2, 3])),
        ["a key under another label"] = (Broken, PemEncoding.WriteString("RSA PRIVATE KEY", Ec.ExportECPrivateKey())),
        ["another key's certificate"] = (OthersCertificate, Rsa.ExportPkcs8PrivateKeyPem() + "\n" + Certificate(Ec)),
        ["a broken certificate"] = (OthersCertificate, Rsa.ExportPkcs8PrivateKeyPem() + "\n" + PemEncoding.WriteString("CERTIFICATE", [1, 2, 3])),
        ["a weak RSA key"] = ("it is an RSA key of fewer than 2,048 bits, which is too weak (RFC 7518, section 3.3)", Weak()),
        ["a curve of 256 bits that is not P-256"] = ("it is a key of a curve other than P-256, P-384 and P-521", Named("1.3.132.0.10")),
        ["half of a JWK"] = ("its JSON Web Key is not JSON", "{\"kty\":\"RSA\","),
        ["a JWK and more"] = ("its JSON Web Key is not JSON", RfcKeys.Ec + "x"),
        ["a JWK with half a character"] = ("its JSON Web Key is not JSON", "{\"kty\":\"\\uD800\"}"),
        ["a set of keys"] = (OtherKind, $"{{\"keys\":[{RfcKeys.Ec}]}}"),
        ["a shared secret"] = (OtherKind, "{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}"),
        ["another kind of key"] = (OtherKind, "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"d\":\"AA\"}"),
        ["another curve"] = ("its JSON Web Key is of a curve ('crv') other than P-256, P-384 and P-521", With(RfcKeys.Ec, "crv", "secp256k1")),
        ["a member twice"] = ("its JSON Web Key has a member twice", RfcKeys.Ec.Replace("\"kty\":\"EC\",", "\"kty\":\"EC\",\"kty\":\"EC\",", StringComparison.Ordinal)),
        ["a public JWK"] = ("its JSON Web Key has no text 'd', so it is not a whole private key", With(RfcKeys.Rsa, "d", null)),
        ["a public EC JWK"] = ("its JSON Web Key has no text 'd', so it is not a whole private key", With(RfcKeys.Ec, "d", null)),
        ["an RSA JWK without its primes"] = ("its JSON Web Key has no text 'p', so it is not a whole private key", With(RfcKeys.Rsa, "p", null)),
        ["another base64"] = ("the member 'd' of its JSON Web Key is not base64url", With(RfcKeys.Ec, "d", "a+/=")),
        ["base64 with spaces"] = ("the member 'd' of its JSON Web Key is not base64url", With(RfcKeys.Ec, "d", "a b c d")),
        ["base64url of no length"] = ("the member 'd' of its JSON Web Key is not base64url", With(RfcKeys.Ec, "d", "abcde")),
        ["a number too long"] = ("the member 'd' of its JSON Web Key is too long", With(RfcKeys.Ec, "d", new string('A', 100))),
        ["a point off the curve"] = ("the members of its JSON Web Key do not fit each other", With(RfcKeys.Ec, "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")),
        ["a JWK for encryption"] = ("its JSON Web Key is not for signatures ('use' is not 'sig')", With(RfcKeys.Rsa, "use", "enc")),
        ["an algorithm of another kind of key"] = (OfRsa, With(RfcKeys.Rsa, "alg", "ES256")),
        ["the algorithm that is none"] = (OfRsa, With(RfcKeys.Rsa, "alg", "none")),
        ["a shared secret's algorithm"] = (OfRsa, With(RfcKeys.Rsa, "alg", "HS256")),
        ["another curve's algorithm"] = ("it is a key whose algorithm is ES256, and another one is set", With(RfcKeys.Ec, "alg", "ES384")),
    };

    // The keys differ from run to run: a case is known by its name.
    private static IEnumerable<string> GoodNames => Good.Keys;

    private static IEnumerable<string> BadNames => Bad.Keys;

    [OneTimeTearDown]
    public void Dispose()
    {
        Rsa.Dispose();
        Ec.Dispose();
    }

    [TestCaseSource(nameof(GoodNames))]
    public void A_key_is_read_from_the_usual_forms(string name)
    {
        var (algorithm, text) = Good[name];

        Assert.That(new SigningKeyReader().TryRead(text, out var key, out var fault), Is.True, fault);
        Assert.That((key!.Algorithm, $"{key}"), Is.EqualTo((algorithm, $"{algorithm} key")));
        Assert.That(key.Sign([1, 2, 3]), Is.Not.Empty);
    }

    [TestCaseSource(nameof(BadNames))]
    public void What_is_no_key_that_can_be_used_is_refused_with_the_reason(string name)
    {
        var (reason, text) = Bad[name];

        Assert.That(new SigningKeyReader().TryRead(text, out var key, out var fault), Is.False);
        Assert.That(key, Is.Null);
        Assert.That(fault, Is.EqualTo(reason));
    }

    [TestCase("n")]
    [TestCase("d")]
    [TestCase("p")]
    [TestCase("dp")]
    public void An_RSA_key_whose_numbers_do_not_fit_is_refused_when_it_is_read(string member)
    {
        var value = JsonNode.Parse(RfcKeys.Rsa)![member]!.GetValue<string>();
        var changed = With(RfcKeys.Rsa, member, string.Concat(value.AsSpan(0, 20), value[20] == 'A' ? "B" : "A", value.AsSpan(21)));

        Assert.That(new SigningKeyReader().TryRead(changed, out _, out var fault), Is.False);
        Assert.That(fault, Does.Contain("do not fit each other").Or.Contain("can't sign"));
    }

    [Test]
    public void Leading_zeros_that_a_JWK_leaves_out_are_put_back()
    {
        // One key in 256 has a first byte of zero; the search ends soon.
        using var key = Enumerable.Range(0, 10_000).Select(static _ => ECDsa.Create(ECCurve.NamedCurves.nistP256)).First(static key => key.ExportParameters(true).D![0] == 0);
        var parameters = key.ExportParameters(includePrivateParameters: true);
        var jwk = new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = Text(parameters.Q.X!), ["y"] = Text(parameters.Q.Y!), ["d"] = Text(parameters.D!.AsSpan(1)) };

        Assert.That(new SigningKeyReader().TryRead(jwk.ToJsonString(), out var read, out var fault), Is.True, fault);
        Assert.That(key.VerifyData("x"u8, read!.Sign([(byte)'x']).AsSpan(), HashAlgorithmName.SHA256), Is.True);
    }

    [Test]
    public void What_is_set_goes_before_what_the_key_says_of_its_name_and_never_against_its_algorithm()
    {
        SecretValue jwk = With(With(RfcKeys.Rsa, "kid", "own"), "alg", "PS256");

        new SigningKeyReader().TryRead(jwk, out var own, out _);
        new SigningKeyReader("set", "PS256").TryRead(jwk, out var set, out _);

        Assert.That((own!.Id, own.Algorithm), Is.EqualTo(("own", "PS256")));
        Assert.That((set!.Id, set.Algorithm), Is.EqualTo(("set", "PS256")));
        Assert.That(new SigningKeyReader(null, "RS256").TryRead(jwk, out _, out var fault), Is.False);
        Assert.That(fault, Is.EqualTo("its JSON Web Key is meant for another algorithm ('alg') than the one that is set"));
    }

    [Test]
    public void A_certificate_beside_the_key_gives_its_thumbprint_whatever_the_order()
    {
        var certificate = Certificate(Rsa);
        var expected = Text(SHA256.HashData(X509Certificate2.CreateFromPem(certificate).RawData));

        new SigningKeyReader().TryRead($"{Certificate(Ec)}\n{certificate}\n{Rsa.ExportPkcs8PrivateKeyPem()}", out var key, out _);

        Assert.That(key!.CertificateThumbprint, Is.EqualTo(expected));
    }

    [Test]
    public void One_text_is_read_once_for_a_reader()
    {
        SecretValue text = RfcKeys.Ec;
        var reader = new SigningKeyReader();
        reader.TryRead(text, out var first, out _);
        reader.TryRead(text, out var second, out _);
        reader.TryRead(RfcKeys.Ec, out var other, out _);
        new SigningKeyReader("id").TryRead(text, out var otherReader, out _);

        Assert.That(second, Is.SameAs(first));
        Assert.That(other, Is.Not.SameAs(first));
        Assert.That(otherReader!.Id, Is.EqualTo("id"));
    }

    [TestCaseSource(nameof(GoodNames))]
    public void Neither_a_key_nor_its_reader_prints_the_text(string name)
    {
        var (algorithm, text) = Good[name];
        var reader = new SigningKeyReader();
        reader.TryRead(text, out var key, out _);

        Assert.That($"{key}", Is.EqualTo($"{algorithm} key"));
        Assert.That($"{new ClientIdentity("id", "s3cret", key)}", Does.Not.Contain("s3cret").And.Contain($"{algorithm} key"));
    }

    private static string With(string jwk, string member, JsonNode? value)
    {
        var changed = JsonNode.Parse(jwk)!.AsObject();
        changed.Remove(member);
        if (value is not null)
        {
            changed[member] = value;
        }

        return changed.ToJsonString();
    }

    private static string Text(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string Weak()
    {
        using var key = RSA.Create(1024);
        return key.ExportPkcs8PrivateKeyPem();
    }

    private static string Named(string curve)
    {
        using var key = ECDsa.Create(ECCurve.CreateFromValue(curve));
        return key.ExportPkcs8PrivateKeyPem();
    }

    private static string Certificate(AsymmetricAlgorithm key)
    {
        var request = key is RSA rsa
            ? new CertificateRequest("CN=test", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest("CN=test", (ECDsa)key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(TokenTime.Start, TokenTime.Start.AddYears(1));
        return certificate.ExportCertificatePem();
    }
}
